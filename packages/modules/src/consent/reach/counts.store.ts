// SQL of the counts of reach: what is asked, since when somebody waits, and what was found last.
import { room, type Tx, uuids } from "@somlos/kernel/db";
import type { Count, Question } from "./reach.rules.ts";

const { sql, fragment } = room("consent");

const columns = fragment`wanted_at as "wantedAt", as_of as "asOf", took_ms as "tookMs", found`;
const find = sql<Count>`select ${columns} from consent.reach_counts where question = $1`;
const all = sql<Count & Question>`
  select question as key, entities as "entityIds", ${columns} from consent.reach_counts order by wanted_at, question`;
/** Whoever waits first says since when. */
const want = sql`
  insert into consent.reach_counts as c (question, entities, wanted_at) values ($1, $2::uuid[], $3)
  on conflict (question) do update set wanted_at = excluded.wanted_at where c.wanted_at <= c.as_of`;
const save = sql`
  update consent.reach_counts set as_of = $2, took_ms = $3, found = $4::jsonb
  where question = $1 and (as_of is null or as_of < $2)`;
const prune = sql`delete from consent.reach_counts where wanted_at < $1 and question <> 'all'`;
/** Held to the end of a read: one process counts, and whoever died counts no more. It takes no number of a transaction. */
const hold = sql<{ held: boolean }>`select pg_try_advisory_xact_lock(7305031, 0) as held`;

export const findCount = (tx: Tx, key: string): Promise<Count | undefined> => tx.maybe(find, [key]);
export const listCounts = (tx: Tx): Promise<(Count & Question)[]> => tx.rows(all);
export const wantCount = (tx: Tx, { key, entityIds }: Question, now: Date): Promise<number> =>
  tx.run(want, [key, entityIds === null ? null : uuids(entityIds), now]);
export type Counted = { readonly asOf: Date; readonly tookMs: number; readonly found: Count["found"] };
export const saveCount = (tx: Tx, key: string, { asOf, tookMs, found }: Counted): Promise<number> =>
  tx.run(save, [key, asOf, tookMs, JSON.stringify(found)]);
export const deleteUnasked = (tx: Tx, before: Date): Promise<number> => tx.run(prune, [before]);
export const holdCounting = async (tx: Tx): Promise<boolean> => (await tx.one(hold)).held;
