// SQL of the two figures of a day: how many are recognised in several channels, and how many may be reached.
import type { Headline } from "@somlos/contract/rooms/consent-reach";
import type { Channel } from "@somlos/contract/rooms/events";
import { room, type Tx, texts } from "@somlos/kernel/db";

const { sql } = room("consent");

/** Null: in two channels or more. Each line goes with whose its stream is now, as lines do that a person reads. $2: where nobody is met. */
const recognised = sql<{ channel: Channel | null; people: number }>`
  with met as (
    select v.person, s.channel from consent.seen s
    join identity.v_stream_holders v on v.subject = s.subject
      and (v.from_key is null or (s.began_at, s.key) >= (v.from_at, v.from_key))
      and (v.to_key is null or (s.began_at, s.key) < (v.to_at, v.to_key))
    where s.last_at >= $1 and s.channel <> all($2::text[])
      and v.person in (select person from identity.v_holders where named) group by 1, 2)
  select channel, count(*)::int as people from met group by 1
  union all select null, count(*)::int from (select person from met group by 1 having count(*) > 1) two`;
const save = sql`
  insert into consent.headlines (question, day, known, recognisable, reachable, channels)
  values ($1, $2::text::date, $3, $4, $5, $6::jsonb)
  on conflict (question, day) do update set known = excluded.known, recognisable = excluded.recognisable,
    reachable = excluded.reachable, channels = excluded.channels`;
const between = sql<Headline>`
  select day::text as day, known, recognisable, reachable, channels -> 'recognised' as recognised, channels -> 'reached' as reached
  from consent.headlines where question = $1 and day between $2::text::date and $3::text::date order by day`;

export const countRecognised = (tx: Tx, since: Date, nobodyMet: readonly Channel[]) =>
  tx.rows(recognised, [since, texts(nobodyMet)]);
export const saveHeadline = (tx: Tx, key: string, h: Headline): Promise<number> =>
  tx.run(save, [
    ...[key, h.day, h.known, h.recognisable, h.reachable],
    JSON.stringify({ recognised: h.recognised, reached: h.reached }),
  ]);
export const listHeadlines = (tx: Tx, key: string, from: string, to: string): Promise<Headline[]> =>
  tx.rows(between, [key, from, to]);
