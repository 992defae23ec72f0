// SQL of what members share, of who they are now, and of what was shown to whom.
import { fingerprints, room, type Tx, texts, uuids } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Share } from "./households.rules.ts";

const { sql, fragment } = room("identity");

const share = fragment`
  s.member_id as "memberId", s.with_member_id as "withId", s.kind, s.anchors, s.shared_at as "sharedAt"`;
const ofHouseholds = sql<Share>`
  select ${share} from identity.household_shares s where s.household_id = any($1::uuid[]) order by s.shared_at, s.member_id, s.with_member_id, s.kind`;
const insert = sql`
  insert into identity.household_shares as s (household_id, member_id, with_member_id, kind, anchors, shared_at)
  values ($1, $2, $3, $4, $5::uuid[], $6) on conflict (member_id, with_member_id, kind) do update
  set anchors = excluded.anchors, shared_at = excluded.shared_at where not (s.anchors @> excluded.anchors)`;
const drop = sql`
  delete from identity.household_shares where member_id = any($1::uuid[]) and with_member_id = $2 and kind = $3`;
const dropAll = sql`
  delete from identity.household_shares where member_id in (
    select id from identity.household_members where fp = any($1::uuid[]))`;

const named = (row: Share): Share => ({ ...row, anchors: row.anchors.map(fingerprintOf) });

export const listShares = async (tx: Tx, households: readonly string[]): Promise<Share[]> =>
  (await tx.rows(ofHouseholds, [uuids(households)])).map(named);
export const saveShare = (tx: Tx, householdId: string, s: Share): Promise<number> =>
  tx.run(insert, [householdId, s.memberId, s.withId, s.kind, fingerprints(s.anchors), s.sharedAt]);
export const deleteShare = (
  tx: Tx,
  memberIds: readonly string[],
  withId: string,
  kind: string,
): Promise<number> => tx.run(drop, [uuids(memberIds), withId, kind]);
export const deleteSharesOf = (tx: Tx, fps: readonly string[]): Promise<number> =>
  tx.run(dropAll, [fingerprints(fps)]);

type Given = Share & {
  readonly householdId: string;
  readonly household: string;
  readonly fp: string;
  readonly called: string;
  readonly withFp: string;
  readonly withCalled: string;
};
// Held to the end of the work: whoever takes it back waits for what is being shown, and what was taken back before is not here.
const lockWith = sql<Given>`
  select ${share}, s.household_id as "householdId", h.name as household, m.fp, m.called, w.fp as "withFp", w.called as "withCalled"
  from identity.household_shares s join identity.households h on h.id = s.household_id
  join identity.household_members m on m.id = s.member_id join identity.household_members w on w.id = s.with_member_id
  where w.fp = any($1::uuid[]) and m.fp <> all($1::uuid[]) and s.kind = $2
  order by s.member_id, s.with_member_id for share of s`;

/** What others let the person with these identifiers see, held until the work ends. */
export const lockShares = async (tx: Tx, fps: readonly string[], kind: string): Promise<Given[]> =>
  (await tx.rows(lockWith, [fingerprints(fps), kind])).map((row) => ({
    ...row,
    anchors: row.anchors.map(fingerprintOf),
    ...{ fp: fingerprintOf(row.fp), withFp: fingerprintOf(row.withFp) },
  }));

// Kinds 1 to 4 name somebody: login, club card, e-mail, phone.
const anchors = sql<{ fp: string; anchors: string[] }>`
  select f.fp, coalesce(array_agg(n.fp) filter (where n.fp is not null), '{}') as anchors
  from unnest($1::uuid[]) as f(fp) left join identity.nodes s on s.fp = f.fp and s.proven
  left join identity.nodes n on n.component = s.component and n.proven and n.kind between 1 and 4 group by f.fp`;

/** By each of these identifiers: it, and what else names its person, by proven claims. */
export async function findAnchors(tx: Tx, fps: readonly string[]): Promise<Map<string, readonly string[]>> {
  const rows = await tx.rows(anchors, [fingerprints([...new Set(fps)])]);
  return new Map(
    rows.map((row) => {
      const fp = fingerprintOf(row.fp);
      return [fp, [...new Set([fp, ...row.anchors.map(fingerprintOf)])]] as const;
    }),
  );
}

const provenOf = sql<{ fp: string }>`
  select n.fp from identity.nodes w join identity.nodes n on n.component = w.component where w.id = $1 and n.proven
  union select fp from identity.nodes where id = $1 and proven`;
/** What is proven to be of the person with this id, from whatever side it is looked at: a browser's word adds nothing. */
export const listProvenOf = async (tx: Tx, personId: string): Promise<string[]> =>
  (await tx.rows(provenOf, [personId])).map((row) => fingerprintOf(row.fp));

export type LogLine = {
  readonly what: "shown" | "removed";
  readonly household: string;
  readonly kind: string | null;
  readonly other: string | null;
  readonly at: Date;
  readonly lastAt: Date;
};
const log = sql`
  insert into identity.household_log as l
    (id, fp, what, household_id, household, kind, other_fp, other, slot, at, last_at)
  select t.id, t.fp, $1, t.household_id, t.household, $2, t.other_fp, t.other, $3, $4, $4
  from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::uuid[], $10::text[])
    as t(id, fp, household_id, household, other_fp, other) order by t.fp, t.other_fp
  on conflict (fp, household_id, what, kind, other_fp, slot) do update set last_at = greatest(l.last_at, excluded.last_at)`;
const logOf = sql<LogLine>`
  select what, household, kind, other, at, last_at as "lastAt" from identity.household_log
  where fp = any($1::uuid[]) order by at desc, id desc limit $2`;
const old = sql`delete from identity.household_log where last_at < $1`;

export type Shown = {
  readonly id: string;
  readonly fp: string;
  readonly householdId: string;
  readonly household: string;
  readonly otherFp: string | null;
  readonly other: string | null;
};
export const saveLog = (
  tx: Tx,
  what: LogLine["what"],
  { kind, slot, at, lines }: { kind: string | null; slot: Date; at: Date; lines: readonly Shown[] },
): Promise<number> =>
  tx.run(log, [
    ...[what, kind, slot, at, uuids(lines.map((l) => l.id)), fingerprints(lines.map((l) => l.fp))],
    ...[uuids(lines.map((l) => l.householdId)), texts(lines.map((l) => l.household))],
    ...[fingerprints(lines.map((l) => l.otherFp)), texts(lines.map((l) => l.other))],
  ]);
export const listLog = (tx: Tx, fps: readonly string[], most: number): Promise<LogLine[]> =>
  tx.rows(logOf, [fingerprints(fps), most]);
export const deleteOldLog = (tx: Tx, before: Date): Promise<number> => tx.run(old, [before]);
