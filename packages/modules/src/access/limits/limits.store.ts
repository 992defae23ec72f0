// The SQL of limits: one row for what is limited and for whom, with the tries that count. Shared by all processes.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("access");

const add = sql<{ taken: boolean }>`
  insert into access.tries as t (bucket, at, ends_at) values ($1, array[$2::timestamptz], $4)
  on conflict (bucket) do update
    set at = array(select a from unnest(t.at) as a where a > $3) || $2::timestamptz, ends_at = greatest(t.ends_at, $4)
    where (select count(*) from unnest(t.at) as a where a > $3) < $5
  returning true as taken`;
const oldest = sql<{ at: Date | null }>`
  select (select min(a) from unnest(t.at) as a where a > $2) as at from access.tries t where bucket = $1`;
const back = sql`
  update access.tries t set at = (
    select coalesce(array_agg(a order by n), '{}') from unnest(t.at) with ordinality as u (a, n)
    where n is distinct from (select max(n) from unnest(t.at) with ordinality as v (b, n) where b = $2))
  where bucket = $1`;
const past = sql`delete from access.tries where ends_at <= $1`;

/** Counts a try if fewer than `most` count since `since`; else false. */
export async function addTry(
  tx: Tx,
  bucket: string,
  t: { now: Date; since: Date; endsAt: Date; most: number },
): Promise<boolean> {
  return (await tx.maybe(add, [bucket, t.now, t.since, t.endsAt, t.most])) !== undefined;
}
export const findOldestTry = async (tx: Tx, bucket: string, since: Date): Promise<Date | undefined> =>
  (await tx.maybe(oldest, [bucket, since]))?.at ?? undefined;
/** Takes back one try of that moment. */
export const deleteTry = (tx: Tx, bucket: string, at: Date) => tx.run(back, [bucket, at]);
export const deletePastTries = (tx: Tx, now: Date) => tx.run(past, [now]);
