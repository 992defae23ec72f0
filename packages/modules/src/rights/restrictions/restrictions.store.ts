// The SQL of restrictions of use, and of their ends.
import type { Ground } from "@somlos/contract/rooms/restriction";
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Act, Lift } from "./restrictions.rules.ts";

const { sql, fragment } = room("rights");

type By = { readonly kind: "person" | "staff"; readonly id: string | null; readonly note: string | null };

const act = fragment`id, ground, by_kind as "byKind", asked_at as "askedAt"`;
const lift = fragment`
  id, restriction_id as "restrictionId", by_kind as "byKind", told, due_at as "dueAt", ended_at as "endedAt", state`;
const INSERT = sql`
  insert into rights.restrictions (id, ground, by_kind, by_id, note, circle, asked_at) values ($1, $2, $3, $4, $5, $6, $7)`;
const ACTS = sql<Act>`select ${act} from rights.restrictions where id = any($1::uuid[]) order by id`;
const LIFTED = sql<{ id: string }>`
  select distinct restriction_id as id from rights.lifts where state = 'done' and fps && $1::uuid[]`;
const LIFTS = sql<Lift>`
  select ${lift} from rights.lifts where restriction_id = any($1::uuid[]) and fps && $2::uuid[] order by id`;
const PUT_LIFT = sql`
  insert into rights.lifts (id, restriction_id, fps, by_kind, by_id, note, told, asked_at, due_at, ended_at, state)
  values ($1, $2, $3::uuid[], $4, $5, $6, 0, $7, $8, $9, $10)`;
const TELL = sql`update rights.lifts set told = $2 where id = $1`;
const DUE = sql<Lift & { fps: string[] }>`
  select ${lift}, fps from rights.lifts where state = 'waiting' and due_at <= $1 order by due_at, id limit 1
  for update skip locked`;
const LOCK = sql<Lift & { fps: string[] }>`select ${lift}, fps from rights.lifts where id = $1 for update`;
const END = sql`update rights.lifts set state = $2, ended_at = $3 where id = $1 and state = 'waiting'`;
const DROP = sql`
  delete from rights.restrictions r where id = any($1::uuid[])
    and not exists (select from rights.lifts l where l.restriction_id = r.id)`;
const DROP_LIFTS = sql`delete from rights.lifts where fps <@ $1::uuid[]`;
const CLEAN_LIFTS = sql`
  update rights.lifts set fps = array(select unnest(fps) except select unnest($1::uuid[])), note = null where fps && $1::uuid[]`;
const NOTES = sql`update rights.restrictions set note = null where id = any($1::uuid[]) and note is not null`;
const CLEAN_NOTES = sql`
  update rights.restrictions set note = regexp_replace(note, $1, '…', 'gi') where note ~* $1 and circle = $2::smallint`;
const CLEAN_LIFT_NOTES = sql`
  update rights.lifts l set note = regexp_replace(l.note, $1, '…', 'gi') from rights.restrictions r
  where r.id = l.restriction_id and r.circle = $2::smallint and l.note ~* $1`;
const TOLD = sql<Record<string, unknown>>`
  select id, ground, by_kind as "byKind", note, asked_at as "askedAt" from rights.restrictions where id = any($1::uuid[])
  order by id`;
const TOLD_LIFTS = sql<Record<string, unknown>>`
  select by_kind as "byKind", note, told, asked_at as "askedAt", due_at as "dueAt", ended_at as "endedAt", state
  from rights.lifts where fps && $1::uuid[] order by id`;

export const insertRestriction = (
  tx: Tx,
  r: { readonly id: string; readonly ground: Ground; readonly by: By; readonly circle: number; at: Date },
) => tx.run(INSERT, [r.id, r.ground, r.by.kind, r.by.id, r.by.note, r.circle, r.at]);
export const listActs = (tx: Tx, ids: readonly string[]): Promise<Act[]> => tx.rows(ACTS, [uuids(ids)]);
/** Acts that were lifted for something of theirs. */
export const listLifted = async (tx: Tx, fps: readonly string[]): Promise<string[]> =>
  (await tx.rows(LIFTED, [fingerprints(fps)])).map(({ id }) => id);
export const listLifts = (tx: Tx, ids: readonly string[], fps: readonly string[]): Promise<Lift[]> =>
  tx.rows(LIFTS, [uuids(ids), fingerprints(fps)]);

export type NewLift = {
  readonly id: string;
  readonly restrictionId: string;
  readonly fps: readonly string[];
  readonly by: By;
  readonly at: Date;
  readonly dueAt: Date;
  readonly done: boolean;
};
export const insertLift = (tx: Tx, l: NewLift) =>
  tx.run(PUT_LIFT, [
    ...[l.id, l.restrictionId, fingerprints(l.fps), l.by.kind, l.by.id, l.by.note, l.at, l.dueAt],
    ...[l.done ? l.at : null, l.done ? "done" : "waiting"],
  ]);
export const saveTold = (tx: Tx, id: string, told: number) => tx.run(TELL, [id, told]);

type Whole = Lift & { readonly fps: readonly string[] };
const read = (row: (Lift & { fps: string[] }) | undefined): Whole | undefined =>
  row === undefined ? undefined : { ...row, fps: row.fps.map(fingerprintOf) };
export const takeDueLift = async (tx: Tx, now: Date) => read(await tx.maybe(DUE, [now]));
export const lockLift = async (tx: Tx, id: string) => read(await tx.maybe(LOCK, [id]));
/** False: it was over before. */
export const saveLiftEnd = async (tx: Tx, id: string, state: "done" | "cancelled", at: Date) =>
  (await tx.run(END, [id, state, at])) > 0;

/** `over`: acts that hold for nobody else now. Of those that held for others too what a colleague wrote goes. */
export async function forgetRestrictions(
  tx: Tx,
  fps: readonly string[],
  of: { readonly over: readonly string[]; readonly others: readonly string[] },
): Promise<Record<string, number>> {
  const lifts = await tx.run(DROP_LIFTS, [fingerprints(fps)]);
  await tx.run(CLEAN_LIFTS, [fingerprints(fps)]);
  const acts = await tx.run(DROP, [uuids(of.over)]);
  const notes = await tx.run(NOTES, [uuids([...of.over, ...of.others])]);
  return {
    "rights.restrictions": acts,
    "rights.lifts": lifts,
    "rights.restrictions (cleaned)": notes,
  };
}
export const cleanNotes = async (tx: Tx, pattern: string, circle: number): Promise<number> =>
  (await tx.run(CLEAN_NOTES, [pattern, circle])) + (await tx.run(CLEAN_LIFT_NOTES, [pattern, circle]));
export const tellRestrictions = async (tx: Tx, ids: readonly string[], fps: readonly string[]) => [
  ...(await tx.rows(TOLD, [uuids(ids)])).map((row) => ({ table: "rights.restrictions", ...row })),
  ...(await tx.rows(TOLD_LIFTS, [fingerprints(fps)])).map((row) => ({ table: "rights.lifts", ...row })),
];
