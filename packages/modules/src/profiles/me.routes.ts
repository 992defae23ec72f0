// The door to oneself: what we hold a customer to be, over proven claims only.
import { Refusal } from "@somlos/contract";
import { readMyself } from "@somlos/contract/rooms/people";
import { type Door, type House, handle } from "@somlos/kernel/http";
import { findSelf, listShownOf, listTellers } from "../identity/index.ts";
import { nameIn, settleFacts } from "./facts.rules.ts";
import { listWords } from "./facts.store.ts";
import { sourceNames } from "./people.routes.ts";

export const meDoors: readonly Door<House>[] = [
  handle(readMyself, ({ db }: House, { caller }) =>
    db.snapshot(async (tx) => {
      if (caller.kind !== "person") throw new Refusal("door.not_signed_in");
      const { nodes, identifiers } = await findSelf(tx, caller.fp);
      const facts = settleFacts(await listWords(tx, await listShownOf(tx, nodes)));
      const sources = await sourceNames(tx);
      const tellers = await listTellers(tx, nodes);
      return {
        name: nameIn(facts) ?? null,
        identifiers: identifiers.map(({ kind, value, firstSeenAt, fp }) => ({
          ...{ kind, value, firstSeenAt: firstSeenAt.toISOString() },
          source: sources.get(tellers.get(fp) ?? -1) ?? "",
        })),
        facts: [...facts.values()].map(({ name, value, at, origin, sourceId }) => ({
          ...{ name, value, at: new Date(at).toISOString(), trust: origin },
          source: sources.get(sourceId) ?? "",
        })),
      };
    }),
  ),
];
