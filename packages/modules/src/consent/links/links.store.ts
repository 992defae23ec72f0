// SQL of what links ask: how often an address was asked lately, and whether a no still stands as the last word.
import { room, type Tx, uuids } from "@somlos/kernel/db";

const { sql } = room("consent");

const asked = sql<{ fp: string; n: number }>`
  select fp, count(distinct act_id)::int as n from consent.entries
  where fp = any($1::uuid[]) and state = 'pending' and recorded_at > $2 group by fp`;
const stillSaid = sql<{ yes: boolean }>`
  select not exists (select from unnest($1::uuid[]) c(fp) where not exists (
    select from consent.entries n where n.fp = c.fp and n.state = 'withdrawn' and n.cause = $5
      and n.purpose is not distinct from $2 and n.channel is not distinct from $3
      and n.entity_id is not distinct from $4::uuid
      and not exists (select from consent.entries y where y.fp = n.fp and y.state <> 'withdrawn' and y.recorded_at >= n.recorded_at)
  )) as yes`;

const DAY_MS = 86_400_000;

/** How many acts asked each of some addresses to confirm within a day. */
export async function countAsked(tx: Tx, fps: readonly string[], now: Date): Promise<Map<string, number>> {
  const rows = await tx.rows(asked, [uuids(fps), new Date(now.getTime() - DAY_MS)]);
  return new Map(rows.map(({ fp, n }) => [fp, n]));
}

/** This very no was said of each of them, and no yes of any kind since. */
export const isStillSaid = async (
  tx: Tx,
  no: {
    readonly fps: readonly string[];
    readonly purpose: string | null;
    readonly channel: string | null;
    readonly entityId: string | null;
    readonly cause: string;
  },
): Promise<boolean> =>
  (await tx.one(stillSaid, [uuids(no.fps), no.purpose, no.channel, no.entityId, no.cause])).yes;
