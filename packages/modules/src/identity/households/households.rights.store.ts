// SQL of what a person may ask of their households.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";

const { sql } = room("identity");

const MEMBERSHIPS = sql<Record<string, unknown>>`
  select h.name as household, h.made_at as "madeAt", m.called, m.maker, m.joined_at as "joinedAt"
  from identity.household_members m join identity.households h on h.id = m.household_id
  where m.fp = any($1::uuid[]) order by m.joined_at, m.id`;
const INVITATIONS = sql<Record<string, unknown>>`
  select i.made_at as "madeAt", i.ends_at as "endsAt", i.used_at as "usedAt" from identity.household_invitations i
  join identity.household_members m on m.id = i.member_id where m.fp = any($1::uuid[]) order by i.made_at, i.id`;
const SHARES = sql<Record<string, unknown>>`
  select s.kind, w.called as "with", s.shared_at as "sharedAt" from identity.household_shares s
  join identity.household_members m on m.id = s.member_id join identity.household_members w on w.id = s.with_member_id
  where m.fp = any($1::uuid[]) order by s.shared_at, s.kind`;
const LOG = sql<Record<string, unknown>>`
  select what, household, kind, other as "seenBy", at, last_at as "until" from identity.household_log
  where fp = any($1::uuid[]) order by at, id`;

const DROP_MEMBERS = sql`delete from identity.household_members where fp = any($1::uuid[])`;
const DROP_INVITATIONS = sql`delete from identity.household_invitations where for_fp = any($1::uuid[])`;
const DROP_LOG = sql`delete from identity.household_log where fp = any($1::uuid[])`;
const BLANK_LOG = sql`
  update identity.household_log set other_fp = null, other = null where other_fp = any($1::uuid[])`;
const FORGET_ANCHORS = sql`
  update identity.household_shares s
  set anchors = (select coalesce(array_agg(a order by a), '{}') from unnest(s.anchors) as u(a) where a <> all($1::uuid[]))
  where s.anchors && $1::uuid[]`;

export const listOwnHouseholds = async (tx: Tx, fps: readonly string[]) => ({
  "identity.household_members": await tx.rows(MEMBERSHIPS, [fingerprints(fps)]),
  "identity.household_invitations": await tx.rows(INVITATIONS, [fingerprints(fps)]),
  "identity.household_shares": await tx.rows(SHARES, [fingerprints(fps)]),
  "identity.household_log": await tx.rows(LOG, [fingerprints(fps)]),
});

/** A household whose last member goes ends with it; what is shared goes with either side. */
export const forgetHouseholds = async (tx: Tx, fps: readonly string[]) => ({
  "identity.household_members": await tx.run(DROP_MEMBERS, [fingerprints(fps)]),
  "identity.household_invitations": await tx.run(DROP_INVITATIONS, [fingerprints(fps)]),
  "identity.household_shares (anchors)": await tx.run(FORGET_ANCHORS, [fingerprints(fps)]),
  "identity.household_log": await tx.run(DROP_LOG, [fingerprints(fps)]),
  "identity.household_log (names)": await tx.run(BLANK_LOG, [fingerprints(fps)]),
});
