// Which legal entities do something unasked to whoever is signed in, and taking back a no to it.
import { Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import { listCirclesOf, listEntities } from "../../company/index.ts";
import type { Identifier, Naming } from "../../events/index.ts";
import { ruleSetOf } from "../law/sets.rules.ts";
import { bearerOf, saidOf } from "../ledger/bearers.rules.ts";
import { writeEntries } from "../ledger/ledger.actions.ts";
import { type Carrier, nothingKnown } from "../ledger/plan.rules.ts";
import { findPurpose } from "../purposes/purposes.store.ts";
import type { Near } from "./unasked.rules.ts";

type Around = {
  readonly near: readonly Near[];
  /** What is theirs by every name under which something may have been said of it to these legal entities. */
  readonly carriers: readonly Carrier[];
};

export async function lookAround(
  tx: Tx,
  naming: Naming,
  own: readonly Pick<Identifier, "kind" | "value" | "circle">[],
  now: Date,
): Promise<Around> {
  const mine = new Set(own.map(({ circle = 0 }) => circle));
  const circles = (await listCirclesOf(tx)).filter((one) => mine.has(one.now) || mine.has(one.own));
  const countries = new Map((await listEntities(tx)).map(({ id, country }) => [id, country]));
  const ever = [...new Set(circles.flatMap((one) => one.ever))];
  const fps = new Map(
    own.flatMap((held) => {
      const bearer = bearerOf(naming, held);
      return bearer === undefined
        ? []
        : saidOf(bearer, ever).map((fp) => [uuidOf(fp), { kind: held.kind, fp: uuidOf(fp) }] as const);
    }),
  );
  return {
    near: circles.flatMap(({ entityId: id }) => {
      const country = countries.get(id);
      return country === undefined ? [] : [{ id, set: ruleSetOf(country, now) }];
    }),
    carriers: [...fps.values()],
  };
}

/** By whoever came in with `saidBy`, of all that is proven theirs: it lifts no no of anything else. */
export async function liftNo(
  work: Work,
  { near, carriers }: Around,
  { actId, purpose }: { readonly actId: string; readonly purpose: string },
  { saidBy, by }: { readonly saidBy: string; readonly by: string },
): Promise<void> {
  if ((await findPurpose(work.tx, purpose))?.basis !== "legitimate_interest")
    throw new Refusal("consent.purpose_unknown");
  const said = { state: "lifted", at: work.now, imported: false, guardian: false, confirms: null } as const;
  const evidence = { ...nothingKnown, collectedBy: by, place: "corner", how: "switched on" };
  const rest = { channel: null, soft: null, textId: null, cause: null };
  await writeEntries(
    work,
    near.flatMap(({ id: entityId }) =>
      carriers.map((carrier) => ({
        ...said,
        ...rest,
        ...carrier,
        actId,
        purpose,
        entityId,
        saidBy,
        evidence,
      })),
    ),
  );
}
