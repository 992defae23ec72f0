// Legal entities: entered, changed, closed, opened again. What was seen must be what is there.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { givenOf, refuseOld } from "../company.rules.ts";
import { bumpRevision } from "../company.store.ts";
import {
  countOpenAfter,
  type EntityRow,
  findEntity,
  insertEntity,
  type NewEntity,
  saveEntity,
} from "./entities.store.ts";

export type Saved = { readonly id: string; readonly version: number };
export type EntityWish = { readonly [F in keyof Omit<NewEntity, "id">]?: NewEntity[F] | undefined };

export async function createEntity(work: Work, wish: Omit<NewEntity, "id">): Promise<Saved> {
  await bumpRevision(work.tx);
  const id = uuid7(work.now.getTime());
  if (!(await insertEntity(work.tx, { ...wish, id, at: work.now, by: work.actor.id })))
    throw new Refusal("company.code_taken");
  return { id, version: 1 };
}

/** The bump before reading makes changes of the company wait for one another. */
async function begin(work: Work, id: string, version: number): Promise<EntityRow> {
  await bumpRevision(work.tx);
  const there = await findEntity(work.tx, id);
  if (there === undefined) throw new Refusal("company.entity_unknown");
  refuseOld(there, version);
  return there;
}

async function save(work: Work, entity: EntityRow): Promise<Saved> {
  const version = await saveEntity(work.tx, { ...entity, at: work.now, by: work.actor.id });
  if (version === undefined) throw new Refusal("company.saved_by_other");
  return { id: entity.id, version };
}

export async function changeEntity(
  work: Work,
  id: string,
  version: number,
  wish: EntityWish,
): Promise<Saved> {
  const there = await begin(work, id, version);
  if (wish.code !== undefined && wish.code !== there.code) throw new Refusal("company.code_fixed");
  return save(work, { ...there, ...givenOf(wish) });
}

export async function closeEntity(work: Work, id: string, version: number, lastDay: string): Promise<Saved> {
  const there = await begin(work, id, version);
  const open = await countOpenAfter(work.tx, id, lastDay);
  if (open > 0) throw new Refusal("company.entity_has_locations", { locations: open });
  return save(work, { ...there, lastDay });
}

export async function reopenEntity(work: Work, id: string, version: number): Promise<Saved> {
  return save(work, { ...(await begin(work, id, version)), lastDay: null });
}
