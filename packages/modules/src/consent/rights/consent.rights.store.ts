// The SQL of what a person may ask of permissions and of the dial.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";
import type { WhoseParts } from "@somlos/kernel/rights";

const { sql, fragment } = room("consent");

const ENTRIES = sql<Record<string, unknown>>`
  select e.kind, e.purpose, e.channel, e.entity_id as "entityId", e.state, e.at, e.recorded_at as "recordedAt", e.imported,
    e.place, e.how, e.guardian, t.body as text, to_jsonb(s) - 'entry_id' as "softOptIn",
    g.benefit, b.came_at as "benefitCameAt"
  from consent.entries e left join consent.texts t on t.id = e.text_id left join consent.soft_facts s on s.entry_id = e.id
  left join consent.benefits b on b.entry_id = e.id left join consent.texts g on g.id = b.text_id
  where e.fp = any($1::uuid[]) and (e.said_by is null or e.said_by = any($1::uuid[])) order by e.at, e.id`;
const USES = sql<Record<string, unknown>>`
  select purpose, channel, entity_id as "entityId", times, last_at as "lastAt" from consent.uses where fp = any($1::uuid[])
  order by last_at`;
const DIAL = sql<Record<string, unknown>>`
  select kind, channel, level, kinds, at, until, one_place as "onePlace", said_in as "saidIn", place, by_kind as "byKind"
  from consent.dial_acts where fp = any($1::uuid[]) order by at, act`;
const WISHES = sql<Record<string, unknown>>`
  select kind, name, item, from_minute as "fromMinute", to_minute as "toMinute", days, zone, until, times, per, stance, at,
    by_kind as "byKind"
  from consent.wish_acts where fp = any($1::uuid[]) order by at, act, name, item`;
const CONTACTS = sql<Record<string, unknown>>`
  select channel, at from consent.contacts where fp = any($1::uuid[]) order by at, id`;
const DROP_WISHES = sql`delete from consent.wish_acts where fp = any($1::uuid[])`;
const DROP_CONTACTS = sql`delete from consent.contacts where fp = any($1::uuid[])`;
// The latest never of an identifier and channel stays: it protects the person.
const DROP_VISITS = sql`
  delete from consent.dial_visits where act in (select act from consent.dial_acts where fp = any($1::uuid[]))`;
const DROP_DIAL = sql`
  delete from consent.dial_acts d where d.fp = any($1::uuid[]) and (d.level <> 'never' or exists (
    select from consent.dial_acts l where l.fp = d.fp and l.channel = d.channel and (l.at, l.act) > (d.at, d.act)
      and (l.said_by is null or l.said_by = any($1::uuid[]) or l.level = 'never')))`;

const INSIDE = fragment`
  from unnest($1::text::uuid[], $2::text::timestamptz[], $3::text::uuid[], $4::text::timestamptz[], $5::text::uuid[])
    as p(subject, from_at, from_key, to_at, to_key)
  join consent.seen s on s.subject = p.subject and (p.from_key is null or (s.began_at, s.key) >= (p.from_at, p.from_key))
    and (p.to_key is null or (s.began_at, s.key) < (p.to_at, p.to_key))`;
const SEEN = sql<Record<string, unknown>>`
  select s.channel, s.place, s.began_at as "beganAt", s.last_at as "lastAt", s.by_kind as "byKind", s.sign_in as "signIn", s.function
  ${INSIDE} order by s.began_at, s.key`;
const COUNT_SEEN = sql<{ count: number }>`
  select count(distinct (s.subject, s.began_at, s.key))::int as count ${INSIDE}
    where $6::timestamptz is null or (s.began_at >= $6 and s.began_at < $7)`;
const DROP_SEEN = sql`
  delete from consent.seen x using (select distinct s.subject, s.began_at, s.key ${INSIDE}
    where $6::timestamptz is null or (s.began_at >= $6 and s.began_at < $7)) g
  where (x.subject, x.began_at, x.key) = (g.subject, g.began_at, g.key)`;

const columns = (p: WhoseParts) => [p.subjects, p.fromAts, p.fromKeys, p.toAts, p.toKeys];
/** Where they were recognised. */
export const listSeen = (tx: Tx, parts: WhoseParts) => tx.rows(SEEN, columns(parts));
type Span = { readonly from: string | null; readonly to: string | null };
export const countSeen = async (tx: Tx, parts: WhoseParts, span: Span): Promise<number> =>
  (await tx.one(COUNT_SEEN, [...columns(parts), span.from, span.to])).count;
export const deleteSeen = (tx: Tx, parts: WhoseParts, span: Span) =>
  tx.run(DROP_SEEN, [...columns(parts), span.from, span.to]);

export const listOwn = async (tx: Tx, fps: readonly string[]) => ({
  "consent.entries": await tx.rows(ENTRIES, [fingerprints(fps)]),
  "consent.uses": await tx.rows(USES, [fingerprints(fps)]),
  "consent.dial_acts": await tx.rows(DIAL, [fingerprints(fps)]),
  "consent.wish_acts": await tx.rows(WISHES, [fingerprints(fps)]),
  "consent.contacts": await tx.rows(CONTACTS, [fingerprints(fps)]),
});

export const deleteWishes = async (tx: Tx, fps: readonly string[]) => ({
  "consent.wish_acts": await tx.run(DROP_WISHES, [fingerprints(fps)]),
  "consent.contacts": await tx.run(DROP_CONTACTS, [fingerprints(fps)]),
});

export const deleteDial = async (tx: Tx, fps: readonly string[]) => ({
  "consent.dial_visits": await tx.run(DROP_VISITS, [fingerprints(fps)]),
  "consent.dial_acts": await tx.run(DROP_DIAL, [fingerprints(fps)]),
});
