// SQL for versions that are tried or applied: how far it has come, the pages it goes through, and whom it would change.
import type { RuleRun } from "@somlos/contract/rooms/identity-rules";
import { ints, room, smallints, type Tx, texts, uuids } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { PersonChange } from "./circle.rules.ts";

const { sql, fragment } = room("identity");
export const START = "00000000-0000-0000-0000-000000000000";

export type RunRow = Omit<RuleRun, "startedAt" | "endedAt"> & {
  readonly stage: "people" | "alone";
  readonly after: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
};
const columns = fragment`id, number, kind, state, stage, after, seen, total, changed, joined, split, started_at, ended_at`;
const TAKE = sql<RunRow>`
  select ${columns} from identity.rule_runs where state = 'running' for update skip locked`;
const RUNNING = sql<RunRow>`select ${columns} from identity.rule_runs where state = 'running'`;
const LATEST = sql<RunRow>`
  select ${columns} from identity.rule_runs order by state = 'running' desc, started_at desc, id desc limit 1`;
const FIND = sql<RunRow>`select ${columns} from identity.rule_runs where id = $1`;
const INSERT = sql<RunRow>`
  insert into identity.rule_runs (id, number, kind, state, stage, after, total, by_id, started_at)
  values ($1, $2, $3, 'running', 'people', '00000000-0000-0000-0000-000000000000', $4, $5, $6) returning ${columns}`;
const GO_ON = sql`
  update identity.rule_runs set stage = $2, after = $3, seen = seen + $4, changed = changed + $5, joined = joined + $6, split = split + $7
  where id = $1`;
const END = sql`update identity.rule_runs set state = $2, ended_at = $3 where id = $1 and state = 'running'`;

export const takeRun = (tx: Tx): Promise<RunRow | undefined> => tx.maybe(TAKE);
export const findRunning = (tx: Tx): Promise<RunRow | undefined> => tx.maybe(RUNNING);
export const findLatest = (tx: Tx): Promise<RunRow | undefined> => tx.maybe(LATEST);
export const findRun = (tx: Tx, id: string): Promise<RunRow | undefined> => tx.maybe(FIND, [id]);

export type NewRun = Pick<RunRow, "id" | "number" | "kind" | "total"> & {
  readonly byId: string;
  readonly at: Date;
};
export const insertRun = (tx: Tx, r: NewRun): Promise<RunRow> =>
  tx.one(INSERT, [r.id, r.number, r.kind, r.total, r.byId, r.at]);

export type Step = Pick<RunRow, "stage" | "after" | "seen" | "changed" | "joined" | "split">;
export const saveStep = (tx: Tx, id: string, s: Step) =>
  tx.run(GO_ON, [id, s.stage, s.after, s.seen, s.changed, s.joined, s.split]);
export const endRun = (tx: Tx, id: string, state: "done" | "cancelled", at: Date) =>
  tx.run(END, [id, state, at]);

const PEOPLE = sql<{ person: string }>`
  select component as person from identity.people where component > $1 and component < $2 order by component limit $3`;
// Alone, and something is claimed of it; where the list changed, whatever has a value.
const ALONE = sql<{ fp: string; wanted: boolean }>`
  select n.fp, (($2 and n.value is not null) or exists (select from identity.claims c where c.b = n.fp)) as wanted
  from identity.nodes n where n.fp > $1 and n.component is null order by n.fp limit $3`;
export type Page = {
  readonly people: readonly string[];
  readonly seen: number;
  readonly last: string | undefined;
};

/** The next people that were there before the run began, by component. */
export async function pageOfPeople(tx: Tx, after: string, before: string, most: number): Promise<Page> {
  const rows = await tx.rows(PEOPLE, [after, before, most]);
  const people = rows.map((row) => row.person);
  return { people, seen: rows.length, last: rows.length < most ? undefined : people.at(-1) };
}

/** The next of those that are alone. */
export async function pageOfLone(tx: Tx, after: string, valued: boolean, most: number): Promise<Page> {
  const rows = await tx.rows(ALONE, [after, valued, most]);
  const people = rows.filter((row) => row.wanted).map((row) => fingerprintOf(row.fp));
  return { people, seen: rows.length, last: rows.length < most ? undefined : rows.at(-1)?.fp };
}

const NAMES = sql<{ person: string; id: string }>`
  select component::text as person, id from identity.people where component = any($1::uuid[])`;
/** The ids by which people are known, by component. */
export const findIds = async (tx: Tx, components: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    components.length === 0
      ? []
      : (await tx.rows(NAMES, [uuids(components)])).map((row) => [row.person, row.id] as const),
  );

const SAVE = sql<{ parts: number; joined: boolean }>`
  insert into identity.rule_changes (run, person_id, parts, joins, loses, gains)
  select $1, c.person_id, c.parts, coalesce(string_to_array(nullif(c.joins, ''), ' '), '{}')::uuid[], c.loses, c.gains
  from unnest($2::uuid[], $3::smallint[], $4::text[], $5::int[], $6::int[]) as c(person_id, parts, joins, loses, gains)
  on conflict do nothing returning parts, cardinality(joins) > 0 as joined`;
const DROP = sql`delete from identity.rule_changes where run in (select id from identity.rule_runs where kind = 'try' and id <> $1)`;
const LIST = sql<{ person_id: string; parts: number; joins: string[]; loses: number; gains: number }>`
  select person_id, parts, joins, loses, gains from identity.rule_changes where run = $1 and person_id > $2 order by person_id limit $3`;

const MOST_JOINS = 20;

/** Adds those who are not there yet; gives these. */
export async function saveChanges(tx: Tx, run: string, changes: readonly PersonChange[]) {
  if (changes.length === 0) return [];
  return tx.rows(SAVE, [
    run,
    uuids(changes.map((one) => one.person)),
    smallints(changes.map((one) => Math.min(one.parts, 30_000))),
    texts(changes.map((one) => one.joins.slice(0, MOST_JOINS).join(" "))),
    ints(changes.map((one) => one.loses)),
    ints(changes.map((one) => one.gains)),
  ]);
}
/** Only the newest trial keeps its list. */
export const dropOtherChanges = (tx: Tx, run: string) => tx.run(DROP, [run]);
export const listChanges = (tx: Tx, run: string, after: string, most: number) =>
  tx.rows(LIST, [run, after, most]);

const TOUCH = sql`update identity.revision set number = number + 1 where id = 1`;
/** Every process asks for the rules anew before it judges again. */
export const bumpRevision = (tx: Tx) => tx.run(TOUCH);
