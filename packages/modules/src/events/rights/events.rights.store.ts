// The SQL of what a person may ask of the log: read whole, bodies gone, envelopes freed of whose they were.
import { bigints, room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import type { WhoseParts } from "@somlos/kernel/rights";
import type { ParkedRow } from "../parked.store.ts";
import type { LoggedRow } from "../shown.rules.ts";
import { BESIDES, WITH_BODY } from "../timeline.store.ts";

const { sql, fragment } = room("events");

type ParkedOf = Omit<ParkedRow, "source_id" | "digest" | "replayed_at">;

const PARTS = fragment`
  unnest($1::text::uuid[], $2::text::timestamptz[], $3::text::uuid[], $4::text::timestamptz[], $5::text::uuid[])
    as t(subject, from_at, from_key, to_at, to_key)`;
const INSIDE = fragment`
  l.subject = t.subject and (t.from_key is null or (l.at, l.key) >= (t.from_at, t.from_key))
    and (t.to_key is null or (l.at, l.key) < (t.to_at, t.to_key))`;
// The places first, then the rows of one page: of somebody with very much, whole rows are not sorted a page.
const OWN = sql<LoggedRow>`
  with w as materialized (
    select distinct l.seq, l.received_at from ${PARTS} join events.log l on ${INSIDE} where l.seq > $6 order by l.seq limit $7),
  p as materialized (select l.* from w join events.log l on l.seq = w.seq and l.received_at = w.received_at)
  ${WITH_BODY} from p ${BESIDES} order by p.seq`;
const MAY = sql`select set_config('somlos.may_erase', 'yes', true)`;
// The envelope stays and counts; whose it was, and what it was called in somebody's words, does not.
const FREE = sql<{ bodies: number; freed: number }>`
  with p as materialized (
    select l.seq, l.received_at from ${PARTS} join events.log l on ${INSIDE}
    where ($6::smallint is null or l.source_id = $6) and ($7::timestamptz is null or (l.at >= $7 and l.at < $8)) limit $9),
  b as (delete from events.bodies x using p where x.seq = p.seq and x.received_at = p.received_at returning 1),
  f as (update events.log x set subject = '00000000-0000-0000-0000-000000000000',
      name = case when $10::text is not null and x.name ~* $10 then '' else x.name end
    from p where x.seq = p.seq and x.received_at = p.received_at returning 1)
  select (select count(*)::int from b) as bodies, (select count(*)::int from f) as freed`;
const FORESEE = sql<{ bodies: number; freed: number }>`
  with p as materialized (
    select distinct l.seq, l.received_at from ${PARTS} join events.log l on ${INSIDE}
    where ($6::smallint is null or l.source_id = $6) and ($7::timestamptz is null or (l.at >= $7 and l.at < $8)))
  select count(*)::int as freed, (select count(*)::int from p join events.bodies b on b.seq = p.seq and b.received_at = p.received_at) as bodies
  from p`;
const SOURCES_OF = sql<OwnSource>`
  select l.source_id as id, s.name, count(distinct l.seq)::int as events, min(l.at) as "firstAt", max(l.at) as "lastAt"
  from ${PARTS} join events.log l on ${INSIDE} join events.sources s on s.id = l.source_id
  group by 1, 2 order by events desc, id`;
// Somebody else's page may have a name that speaks of them: what was found goes, the rest of the name stays.
const NEXT_NAMES = sql<{ last: number | null }>`
  select max(seq) as last from (select seq from events.log where seq > $1 order by seq limit $2) as n`;
const RENAME = sql`
  update events.log set name = regexp_replace(name, $3, '…', 'gi') where seq > $1 and seq <= $2 and name ~* $3`;
const NEXT_PARKED = sql<{ last: string }>`
  select id as last from (select id from events.parked where id > $1 order by id limit $2) as n order by id desc limit 1`;
const PARKED_OF = sql<ParkedOf>`
  select p.id, p.received_at, p.sent_at, p.code, p.detail, p.name, p.message_id, p.body, p.trust, s.name as source
  from events.parked p left join events.sources s on s.id = p.source_id
  where p.id > $1 and p.id <= $2 and p.replayed_at is null and p.body ~* $3 order by p.id`;
const NEXT = sql<{ last: number | null }>`
  select max(seq) as last from (select seq from events.bodies where seq > $1 order by seq limit $2) as n`;
const NAMING = sql<{ seq: number; received_at: Date; body: string }>`
  select b.seq, b.received_at, b.body from events.bodies b
  join events.log l on l.seq = b.seq and l.received_at = b.received_at
  where b.seq > $1 and b.seq <= $2 and b.body ~* $3 and l.circle = $4`;
const REWRITE = sql`
  update events.bodies b set body = w.body from unnest($1::bigint[], $2::timestamptz[], $3::text[]) as w(seq, received_at, body)
  where b.seq = w.seq and b.received_at = w.received_at`;
const PARKED = sql`delete from events.parked where body ~* $1 or coalesce(message_id, '') ~* $1`;
const REFUSED = sql`delete from events.import_refusals where row ~* $1`;
const TRIED = sql`
  update events.imports set tried = tried || '{"firstRefused":[],"examples":[]}'::jsonb where tried::text ~* $1`;
const TAPPED = sql`delete from events.tapped where body ~* $1 or headers::text ~* $1`;
const FILES = sql<{
  id: string;
}>`select id from events.imports where file_kept and state not in ('running', 'trying')`;
const DROP_FILES = sql`update events.imports set file_kept = false where id = any($1::uuid[])`;
const DONE = sql<{ id: string }>`
  select id from events.imports where file_kept and state = 'done' order by id limit 1 for update skip locked`;
const REFUSED_OF = sql<{
  line: number;
  row: string;
}>`select line, row from events.import_refusals where import_id = $1`;
const DROP_REFUSED = sql`delete from events.import_refusals where import_id = $1 and line = any($2::bigint[])`;
const CLOSE = sql`
  update events.imports set file_kept = false, tried = tried || '{"firstRefused":[],"examples":[]}'::jsonb where id = $1`;
const AGAIN = sql<LoggedRow>`
  with w as materialized (
    select l.seq, l.received_at from unnest($1::uuid[]) as s(subject) join events.log l on l.subject = s.subject where l.seq > $2),
  n as materialized (select * from w order by seq limit $3),
  p as materialized (select l.* from n as w join events.log l on l.seq = w.seq and l.received_at = w.received_at)
  ${WITH_BODY} from p ${BESIDES} order by p.seq`;

const columns = (p: WhoseParts) => [p.subjects, p.fromAts, p.fromKeys, p.toAts, p.toKeys];

export const listOwnEvents = (tx: Tx, parts: WhoseParts, after: number, limit: number) =>
  tx.rows(OWN, [...columns(parts), after, limit]);

export type Of = {
  readonly sourceId: number | null;
  readonly from: string | null;
  readonly to: string | null;
};
export type OwnSource = {
  readonly id: number;
  readonly name: string;
  readonly events: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
};
/** Which sources told of them, those with most events first. */
export const listSourcesOf = (tx: Tx, parts: WhoseParts): Promise<OwnSource[]> =>
  tx.rows(SOURCES_OF, columns(parts));
/** How much of theirs `freeEvents` would take in all. */
export const countOwnEvents = (tx: Tx, parts: WhoseParts, of: Of) =>
  tx.one(FORESEE, [...columns(parts), of.sourceId, of.from, of.to]);
/** Takes the bodies of the next `limit` of their events away, and frees the envelopes of them. */
export async function freeEvents(tx: Tx, parts: WhoseParts, of: Of, limit: number, pattern: string | null) {
  await tx.rows(MAY);
  return tx.one(FREE, [...columns(parts), of.sourceId, of.from, of.to, limit, pattern]);
}

/** The end of the next portion of bodies; undefined when there are none. */
export const findPortion = async (tx: Tx, after: number, limit: number): Promise<number | undefined> =>
  (await tx.one(NEXT, [after, limit])).last ?? undefined;
/** Of these bodies the ones that hold an identifier, among what the same legal entities collected. */
export const listNaming = (tx: Tx, after: number, upTo: number, pattern: string, circle: number) =>
  tx.rows(NAMING, [after, upTo, pattern, circle]);
export async function saveBodies(
  tx: Tx,
  list: readonly { readonly seq: number; readonly received_at: Date; readonly body: string }[],
): Promise<number> {
  if (list.length === 0) return 0;
  await tx.rows(MAY);
  return tx.run(REWRITE, [
    bigints(list.map((b) => b.seq)),
    times(list.map((b) => b.received_at.getTime())),
    texts(list.map((b) => b.body)),
  ]);
}
/** The end of the next portion of the log; undefined when there is none. */
export const findNamesPortion = async (tx: Tx, after: number, limit: number): Promise<number | undefined> =>
  (await tx.one(NEXT_NAMES, [after, limit])).last ?? undefined;
export async function saveNamesWithout(
  tx: Tx,
  after: number,
  upTo: number,
  pattern: string,
): Promise<number> {
  await tx.rows(MAY);
  return tx.run(RENAME, [after, upTo, pattern]);
}

/** The end of the next portion of what is parked; undefined when there is none. */
export const findParkedPortion = async (tx: Tx, after: string, limit: number): Promise<string | undefined> =>
  (await tx.maybe(NEXT_PARKED, [after, limit]))?.last;
export const listParkedNaming = (tx: Tx, after: string, upTo: string, pattern: string) =>
  tx.rows(PARKED_OF, [after, upTo, pattern]);

export const deleteBesides = async (tx: Tx, pattern: string) => ({
  "events.parked": await tx.run(PARKED, [pattern]),
  "events.import_refusals": await tx.run(REFUSED, [pattern]),
  "events.imports": await tx.run(TRIED, [pattern]),
  "events.tapped": await tx.run(TAPPED, [pattern]),
});
export const listKeptFiles = async (tx: Tx): Promise<string[]> => (await tx.rows(FILES)).map((row) => row.id);
export const saveFilesGone = (tx: Tx, ids: readonly string[]) => tx.run(DROP_FILES, [uuids(ids)]);

/** What is left of these streams, with bodies, in the order of the log. */
export const listAgain = (tx: Tx, subjects: readonly string[], after: number, limit: number) =>
  tx.rows(AGAIN, [uuids(subjects), after, limit]);

/** An import that is done and whose file is still there. */
export const takeDone = async (tx: Tx): Promise<string | undefined> => (await tx.maybe(DONE))?.id;
export const listRefusedOf = (tx: Tx, importId: string) => tx.rows(REFUSED_OF, [importId]);
export const deleteRefusedOf = (tx: Tx, importId: string, lines: readonly number[]) =>
  tx.run(DROP_REFUSED, [importId, bigints(lines)]);
export const saveClosed = (tx: Tx, importId: string) => tx.run(CLOSE, [importId]);
