// Who may share on a new basis. Pure.
import { Refusal } from "@somlos/contract";
import type { KnownEntity } from "./circle.rules.ts";

type Trading = { readonly id: string; readonly lastDay: string | null };

/** Two or more that are there, go on trading, and share on no other basis. */
export function refuseMembers(
  entityIds: readonly string[],
  entities: readonly Trading[],
  known: readonly KnownEntity[],
): void {
  if (entityIds.length < 2) throw new Refusal("company.sharing_alone");
  const there = new Map(entities.map((entity) => [entity.id, entity]));
  if (entityIds.some((id) => !there.has(id))) throw new Refusal("company.entity_unknown");
  if (entityIds.some((id) => there.get(id)?.lastDay !== null)) throw new Refusal("company.entity_closed");
  const taken = known.filter(({ id, sharingId }) => sharingId !== null && entityIds.includes(id));
  if (taken.length > 0)
    throw new Refusal("company.sharing_taken", { entities: taken.map(({ name }) => name) });
}
