// The SQL of the walk through all people, and of what the rules of blocking say of each.
import { bigints, room, type Tx, uuids } from "@somlos/kernel/db";
import type { LogPlace } from "../../events/index.ts";

const { sql } = room("identity");

/** Where the ids of all begin and end. */
export const START = "00000000-0000-0000-0000-000000000000";
export const END = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const TURN = sql<{
  after: string;
}>`select after from identity.match_walk where id = 1 for update skip locked`;
const GO_ON = sql`update identity.match_walk set after = $1, round = round + $2 where id = 1`;
// Waits for a step of the walk, which is short: two who weigh the same people at once would wait for each other.
const HEARD = sql<{ tx: string | null; number: number | null }>`
  select heard_tx as tx, heard_number as number from identity.match_walk where id = 1 for update`;
const HEAR_ON = sql`update identity.match_walk set heard_tx = $1, heard_number = $2 where id = 1`;
const PAGE = sql<{ id: string }>`
  select n.id from identity.nodes n left join identity.people p on p.component = n.component
  where n.id > $1 and (n.component is null or p.id = n.id) order by n.id limit $2`;
const PRINTS = sql<{ id: string; print: string }>`
  select m.id, m.print from unnest($1::uuid[]) as w(id) join identity.match_people m on m.id = w.id`;
const PUT_PRINTS = sql`
  insert into identity.match_people (id, print) select * from unnest($1::uuid[], $2::uuid[])
  on conflict (id) do update set print = excluded.print`;
const DROP_KEYS = sql`delete from identity.match_keys where id = any($1::uuid[])`;
const PUT_KEYS = sql`
  insert into identity.match_keys (key, id) select * from unnest($1::bigint[], $2::uuid[]) on conflict do nothing`;
// A block that is too large says nothing; how large it is, is asked no further than that.
const MET = sql<{ mine: string; theirs: string }>`
  select distinct least(w.id, o.id) as mine, greatest(w.id, o.id) as theirs
  from unnest($1::uuid[]) as w(id) join identity.match_keys k on k.id = w.id
  cross join lateral (
    select array_agg(x.id) as ids, count(*) as rows from (
      select s.id from identity.match_keys s where s.key = k.key limit $2::integer + 1) x) b
  cross join lateral unnest(b.ids) as o(id)
  where b.rows <= $2::integer and o.id <> w.id`;
const GONE = sql<{ id: string }>`
  select m.id from identity.match_people m left join identity.nodes n on n.id = m.id
  left join identity.people p on p.component = n.component
  where m.id > $1 and m.id <= $2 and (n.id is null or (n.component is not null and p.id <> n.id))`;
const GONE_INTO = sql<{ id: string }>`
  select m.id from unnest($1::uuid[]) as w(id) join identity.people p on p.id = w.id
  join identity.nodes n on n.component = p.component and n.given and n.id <> p.id join identity.match_people m on m.id = n.id`;
const DROP_PEOPLE = sql`delete from identity.match_people where id = any($1::uuid[])`;

/** Where the walk stands; undefined while another process takes the step. */
export const takeStep = async (tx: Tx): Promise<string | undefined> => (await tx.maybe(TURN))?.after;
export const saveStep = (tx: Tx, after: string, rounds: number) => tx.run(GO_ON, [after, rounds]);

/** How far the log was read; undefined before it was read at all. */
export async function takeHeard(tx: Tx): Promise<LogPlace | undefined> {
  const { tx: at, number } = await tx.one(HEARD);
  return at === null || number === null ? undefined : { tx: at, number };
}
export const saveHeard = (tx: Tx, place: LogPlace) => tx.run(HEAR_ON, [place.tx, place.number]);

/** The next people, by id. */
export const listPeopleAfter = async (tx: Tx, after: string, limit: number): Promise<string[]> =>
  (await tx.rows(PAGE, [after, limit])).map((row) => row.id);

export const findPrints = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await tx.rows(PRINTS, [uuids(ids)])).map((row) => [row.id, row.print]));

export type Keyed = { readonly id: string; readonly print: string; readonly keys: readonly number[] };

export async function saveKeys(tx: Tx, people: readonly Keyed[]): Promise<void> {
  await tx.run(PUT_PRINTS, [uuids(people.map((one) => one.id)), uuids(people.map((one) => one.print))]);
  await tx.run(DROP_KEYS, [uuids(people.map((one) => one.id))]);
  await tx.run(PUT_KEYS, [
    bigints(people.flatMap((one) => one.keys)),
    uuids(people.flatMap((one) => one.keys.map(() => one.id))),
  ]);
}

/** Pairs of these people with anybody of whom some rule says the same, each once, the lesser id first. */
export const listMet = async (tx: Tx, ids: readonly string[], largest: number): Promise<[string, string][]> =>
  (await tx.rows(MET, [uuids(ids), largest])).map((row) => [row.mine, row.theirs]);

/** Those of a page who are kept and no person any more: joined with others, or gone. */
export const listGone = async (tx: Tx, after: string, last: string): Promise<string[]> =>
  (await tx.rows(GONE, [after, last])).map((row) => row.id);

/** Those who are kept and became one of these people. */
export const listGoneInto = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  (await tx.rows(GONE_INTO, [uuids(ids)])).map((row) => row.id);

export async function forgetPeople(tx: Tx, ids: readonly string[]): Promise<number> {
  const keys = await tx.run(DROP_KEYS, [uuids(ids)]);
  return keys + (await tx.run(DROP_PEOPLE, [uuids(ids)]));
}
