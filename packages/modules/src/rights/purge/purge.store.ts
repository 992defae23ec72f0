// The SQL of the rounds in which the files of the database are written anew.
import { room, type Tx } from "@somlos/kernel/db";
import type { KnownFile } from "./purge.rules.ts";

const { sql } = room("rights");

const TOUCH = sql`
  insert into rights.files (name, touched_at) select name, $2 from unnest($1::text[]) as t(name)
  on conflict (name) do update set touched_at = greatest(files.touched_at, excluded.touched_at)`;
const KNOWN = sql<KnownFile>`select name, touched_at, rewritten_at, changes from rights.files`;
const REWRITTEN = sql`
  insert into rights.files (name, rewritten_at, changes) values ($1, $2, $3)
  on conflict (name) do update set rewritten_at = excluded.rewritten_at, changes = excluded.changes`;
const DUE = sql<{ since: Date | null; last: Date | null; open: Date | null }>`
  select (select min(ended_at) from rights.requests where kind = 'erasure' and state = 'done' and files_at is null) as since,
    (select max(began_at) from rights.rounds) as last,
    (select min(began_at) from rights.rounds where ended_at is null) as open`;
const BEGIN = sql`insert into rights.rounds (began_at) values ($1) on conflict (began_at) do nothing`;
const WAIT = sql`update rights.rounds set waits = $2 where began_at = $1 and waits is distinct from $2`;
const END = sql`update rights.rounds set ended_at = $2, waits = null, undone = $3 where began_at = $1 and ended_at is null`;
const TELL = sql`
  update rights.requests set files_at = $2, undone = $3
  where kind = 'erasure' and state = 'done' and files_at is null and ended_at <= $1`;

export type Waits = "seen" | "in_use" | "large" | "no_room" | "log";

/** Tables that an erasure changed just now. */
export const touchFiles = (tx: Tx, names: readonly string[], now: Date) => tx.run(TOUCH, [names, now]);
export const listKnownFiles = async (tx: Tx): Promise<ReadonlyMap<string, KnownFile>> =>
  new Map((await tx.rows(KNOWN)).map((row) => [row.name, row]));
export const saveRewritten = (tx: Tx, name: string, changes: number, now: Date) =>
  tx.run(REWRITTEN, [name, now, changes]);
/** Since when an erasure waits for the files, when the last round began, and the one that is open. */
export const findDue = (tx: Tx) => tx.one(DUE);
export const insertRound = (tx: Tx, began: Date) => tx.run(BEGIN, [began]);
export const saveWaits = (tx: Tx, began: Date, waits: Waits) => tx.run(WAIT, [began, waits]);
export async function saveRoundEnd(tx: Tx, began: Date, undone: readonly string[], now: Date): Promise<void> {
  await tx.run(TELL, [began, now, undone]);
  await tx.run(END, [began, now, undone]);
}
