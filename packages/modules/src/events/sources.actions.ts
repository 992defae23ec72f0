// Sources: made, changed, and whether they still send. Every change is in the audit, in its own transaction.
import { Refusal } from "@somlos/contract";
import type { Database, Work } from "@somlos/kernel/db";
import type { AuditBook } from "../access/index.ts";
import {
  bumpRevision,
  foldLife,
  insertSource,
  listSourcesWithLife,
  pruneSlots,
  type SourceLife,
  saveSource,
} from "./sources.store.ts";

const FLUSHES_AT_ONCE = 100;
/** What a look counts itself before it answers; the rest is the clock's. */
const ROUNDS_A_LOOK = 20;

export type SourceWish = {
  readonly name?: string | undefined;
  readonly channel?: string | undefined;
  readonly currency?: string | null | undefined;
  readonly legalEntity?: string | null | undefined;
};

export async function addSource(
  work: Work,
  audit: AuditBook,
  wish: SourceWish & { readonly name: string; readonly kind: string; readonly channel: string },
): Promise<number> {
  const { name, kind, channel, currency = null, legalEntity = null } = wish;
  const settings = {
    ...(currency !== null && { currency }),
    ...(legalEntity !== null && { legal_entity: legalEntity }),
  };
  const id = await insertSource(work, { name, kind, channel, settings });
  await audit.note(work, {
    who: work.actor.id,
    what: "sources.create",
    object: String(id),
    reason: wish.name,
  });
  return id;
}

export async function alterSource(work: Work, audit: AuditBook, id: number, wish: SourceWish): Promise<void> {
  if ((await saveSource(work.tx, id, wish)) === 0) throw new Refusal("sources.unknown");
  await bumpRevision(work.tx);
  const changed = Object.entries(wish)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field}: ${value ?? "–"}`);
  await audit.note(work, {
    who: work.actor.id,
    what: "sources.change",
    object: String(id),
    reason: changed.join(", "),
  });
}

/** Counts what came since the last time; says whether everything is counted. */
export async function countLife(db: Database, rounds = ROUNDS_A_LOOK): Promise<boolean> {
  for (let round = 0; round < rounds; round++) {
    const flushes = await db.work({ kind: "system", id: "events" }, async ({ tx, now }) => {
      if (round === 0) await pruneSlots(tx, now);
      return foldLife(tx, FLUSHES_AT_ONCE);
    });
    if (flushes < FLUSHES_AT_ONCE) return true;
  }
  return false;
}

export async function lookAtSources(db: Database): Promise<SourceLife[]> {
  await countLife(db);
  return db.read((tx, now) => listSourcesWithLife(tx, now));
}
