// What an erasure of a part would take, as every room counts it, before anybody asks for it. Nothing is written.
import { type Language, Refusal } from "@somlos/contract";
import type { ScopeWish } from "@somlos/contract/rooms/rights";
import type { Tx } from "@somlos/kernel/db";
import { listSourcesOf } from "../../events/index.ts";
import { findNodesOfPerson, loadPerson } from "../../identity/index.ts";
import type { RightsRoomHouse } from "../rights.house.ts";
import { lineSaid } from "../words/tables.rules.ts";
import { scopeOf, whomOf } from "./whom.actions.ts";

type Wish = { readonly personId: string; readonly scope: ScopeWish; readonly language: Language };

export async function foresee(
  tx: Tx,
  { naming, rightsOf }: Pick<RightsRoomHouse, "naming" | "rightsOf">,
  { personId, scope: wish, language }: Wish,
) {
  const found = await loadPerson(tx, personId);
  if (found === undefined) throw new Refusal("people.unknown");
  const { identifiers } = await findNodesOfPerson(tx, found.id);
  const scope = scopeOf(naming, wish, identifiers);
  const whom = await whomOf(tx, { kind: "erasure", fp: null, personId: found.id, scope });
  const rooms = [];
  for (const { room, foresee: count } of rightsOf)
    if (count !== undefined) rooms.push(lineSaid({ room, removed: await count(tx, whom, scope) }, language));
  const sources = await listSourcesOf(tx, whom.parts);
  return {
    rooms,
    sources: sources.map(({ firstAt, lastAt, ...source }) => ({
      ...{ ...source, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() },
    })),
  };
}
