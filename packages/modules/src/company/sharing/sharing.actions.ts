// A basis for sharing: recorded, ended. The same act is done once, however often it comes.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { bumpRevision } from "../company.store.ts";
import { listEntities } from "../places/entities.store.ts";
import { refuseMembers } from "./sharing.rules.ts";
import {
  findSharing,
  findSharingByAct,
  insertSharing,
  listKnownEntities,
  type NewSharing,
  saveEnd,
} from "./sharing.store.ts";

export type SharingWish = Omit<NewSharing, "id">;
type Recorded = { readonly id: string };

/** The bump before reading makes changes of the company wait for one another. */
export async function recordSharing(work: Work, wish: SharingWish): Promise<Recorded> {
  await bumpRevision(work.tx);
  const before = await findSharingByAct(work.tx, wish.actId);
  if (before !== undefined) return { id: before };
  const entityIds = [...new Set(wish.entityIds)];
  refuseMembers(entityIds, await listEntities(work.tx), await listKnownEntities(work.tx));
  const id = uuid7(work.now.getTime());
  await insertSharing(work.tx, { ...wish, entityIds, id, at: work.now, by: work.actor.id });
  return { id };
}

export async function endSharing(
  work: Work,
  id: string,
  { actId, why }: { readonly actId: string; readonly why: string },
): Promise<Recorded> {
  await bumpRevision(work.tx);
  const there = await findSharing(work.tx, id);
  if (there === undefined) throw new Refusal("company.sharing_unknown");
  if (there.endActId === actId) return { id };
  if (there.endedAt !== null) throw new Refusal("company.sharing_ended");
  await saveEnd(work.tx, id, { at: work.now, by: work.actor.id, why, actId });
  return { id };
}
