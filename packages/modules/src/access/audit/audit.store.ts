// The SQL of the staff audit. Rows are added and read; a trigger refuses everything else.
import { bools, room, type Tx, texts, times, uuids } from "@somlos/kernel/db";

const { sql, fragment } = room("access");

export type ActRow = {
  readonly id: string;
  readonly who: string;
  readonly what: string;
  readonly objectId: string | null;
  readonly personId: string | null;
  readonly reason: string | null;
  readonly refused: boolean;
  readonly ipHash: string | null;
};

export type ListedAct = {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly name: string | null;
  readonly what: string;
  readonly objectId: string | null;
  readonly personId: string | null;
  readonly reason: string | null;
  readonly refused: boolean;
};

/** Of each act what its colleague was then: their first role, and where they worked, when that was one place. */
const asTheyWere = fragment`
  (select g.role from access.grants g where g.staff_id = x.colleague order by g.id limit 1) as function,
  (select min(l.id::text)::uuid from access.grants g, unnest(g.location_ids) as l(id) where g.staff_id = x.colleague
    having count(distinct l.id) = 1) as location_id`;
const colleague = fragment`case when a.who ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then a.who::uuid end as colleague`;
const into = fragment`access.acts (id, at, who, what, object_id, person_id, reason, refused, ip_hash, function, location_id)`;

const insert = sql`
  insert into ${into}
  select x.id, x.at, x.who, x.what, x.object_id, x.person_id, x.reason, x.refused, x.ip_hash, ${asTheyWere}
  from (select a.*, ${colleague}
    from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::bool[], $9::uuid[])
      as a(id, at, who, what, object_id, person_id, reason, refused, ip_hash)) as x`;

const insertNow = sql`
  insert into ${into}
  select x.id, date_trunc('milliseconds', now() + make_interval(secs => $9::float8)), x.who, x.what, x.object_id, x.person_id,
    x.reason, x.refused, x.ip_hash, ${asTheyWere}
  from (select a.*, ${colleague}
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::bool[], $8::uuid[])
      as a(id, who, what, object_id, person_id, reason, refused, ip_hash)) as x`;

const columns = fragment`a.id, a.at, a.who, s.name, a.what, a.object_id as "objectId", a.person_id as "personId", a.reason, a.refused
  from access.acts a left join access.staff s on s.id::text = a.who`;
const page = fragment`a.at >= $1 and a.at < $2 and ($3::uuid is null or (a.at, a.id) < ($4, $3)) order by a.at desc, a.id desc limit $5`;
const everything = sql<ListedAct>`select ${columns} where ${page}`;
const ofColleague = sql<ListedAct>`select ${columns} where a.who = $6 and ${page}`;
const ofPerson = sql<ListedAct>`select ${columns} where a.person_id = $6 and ($7::text is null or a.who = $7) and ${page}`;
// The trigger goes by the time of the database, also when the clock of a test is moved: what it would refuse is left.
const old = sql`
  delete from access.acts where id in (
    select id from access.acts where at < least($1::timestamptz, now() - interval '3 years') order by at limit $2)`;
const countOld = sql<{ rows: number }>`
  select count(*)::int as rows from (select 1 from access.acts where at < $1 limit $2) as old`;

const sayingsOf = (acts: readonly ActRow[]) => [
  texts(acts.map((a) => a.who)),
  texts(acts.map((a) => a.what)),
  texts(acts.map((a) => a.objectId)),
  uuids(acts.map((a) => a.personId)),
  texts(acts.map((a) => a.reason)),
  bools(acts.map((a) => a.refused)),
  uuids(acts.map((a) => a.ipHash)),
];

export const insertActs = (tx: Tx, acts: readonly ActRow[], now: Date) =>
  tx.run(insert, [uuids(acts.map((a) => a.id)), times(acts.map(() => now.getTime())), ...sayingsOf(acts)]);

/** The same in one statement that is its own transaction: the database says when. `offsetMs` moves its clock, for tests. */
export const insertActsNow = (tx: Tx, acts: readonly ActRow[], offsetMs: number) =>
  tx.run(insertNow, [uuids(acts.map((a) => a.id)), ...sayingsOf(acts), offsetMs / 1000]);

export type ActFilter = {
  readonly who?: string | undefined;
  readonly personId?: string | undefined;
  readonly from: Date;
  readonly to: Date;
  /** The last row of the page before. */
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
};

export function listActs(tx: Tx, f: ActFilter): Promise<ListedAct[]> {
  const values = [f.from, f.to, f.after?.id ?? null, f.after?.at ?? null, f.limit];
  if (f.personId !== undefined) return tx.rows(ofPerson, [...values, f.personId, f.who ?? null]);
  return f.who === undefined ? tx.rows(everything, values) : tx.rows(ofColleague, [...values, f.who]);
}

export const deleteOldActs = (tx: Tx, before: Date, most: number) => tx.run(old, [before, most]);
export const countOldActs = async (tx: Tx, before: Date, most: number): Promise<number> =>
  (await tx.one(countOld, [before, most])).rows;
