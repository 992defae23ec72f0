// SQL of households, who is in them, and invitations.
import type { Language } from "@somlos/contract";
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Household, Member } from "./households.rules.ts";

const { sql, fragment } = room("identity");

const household = fragment`h.id, h.name, h.made_at as "madeAt"`;
const ofFps = sql<Household>`
  select distinct ${household} from identity.household_members m join identity.households h on h.id = m.household_id
  where m.fp = any($1::uuid[]) order by "madeAt", h.id`;
const lockOne = sql<Household>`select ${household} from identity.households h where h.id = $1 for update`;
type MemberRow = Member & { readonly place: number; readonly language: Language };
const member = fragment`
  m.id, m.household_id as "householdId", m.place, m.fp, m.called, m.maker, m.language, m.joined_at as "joinedAt"
  from identity.household_members m`;
const membersOf = sql<MemberRow>`
  select ${member} where m.household_id = any($1::uuid[]) order by m.joined_at, m.id`;
const memberById = sql<MemberRow>`select ${member} where m.id = $1`;
const insertHousehold = sql`
  insert into identity.households (id, name, made_at) values ($1, $2, $3) on conflict (id) do nothing`;
const rename = sql`update identity.households set name = $2 where id = $1 and name <> $2`;
const insertMember = sql`
  insert into identity.household_members (id, household_id, place, fp, called, maker, language, joined_at)
  values ($1, $2, $3, ($4::uuid[])[1], $5, $6, $7, $8)`;
const call = sql`
  update identity.household_members set called = $3, language = $4
  where household_id = $1 and fp = any($2::uuid[]) and (called, language) is distinct from ($3, $4)`;
const dropMembers = sql`delete from identity.household_members where id = any($1::uuid[])`;

const named = (row: MemberRow): MemberRow => ({ ...row, fp: fingerprintOf(row.fp) });

export const listHouseholds = (tx: Tx, fps: readonly string[]): Promise<Household[]> =>
  tx.rows(ofFps, [fingerprints(fps)]);
export const lockHousehold = (tx: Tx, id: string): Promise<Household | undefined> => tx.maybe(lockOne, [id]);
export const listMembers = async (tx: Tx, households: readonly string[]): Promise<MemberRow[]> =>
  (await tx.rows(membersOf, [uuids(households)])).map(named);
export async function findMember(tx: Tx, id: string): Promise<MemberRow | undefined> {
  const row = await tx.maybe(memberById, [id]);
  return row === undefined ? undefined : named(row);
}
/** 0: there is one by this id. */
export const saveHousehold = (tx: Tx, { id, name, madeAt }: Household): Promise<number> =>
  tx.run(insertHousehold, [id, name, madeAt]);
export const renameHousehold = (tx: Tx, id: string, name: string): Promise<number> =>
  tx.run(rename, [id, name]);
export const saveMember = (tx: Tx, m: MemberRow): Promise<number> =>
  tx.run(insertMember, [
    ...[m.id, m.householdId, m.place, fingerprints([m.fp]), m.called, m.maker, m.language, m.joinedAt],
  ]);
export const saveCalled = (
  tx: Tx,
  householdId: string,
  fps: readonly string[],
  { called, language }: { readonly called: string; readonly language: Language },
): Promise<number> => tx.run(call, [householdId, fingerprints(fps), called, language]);
/** The household ends with its last one. */
export const deleteMembers = (tx: Tx, ids: readonly string[]): Promise<number> =>
  tx.run(dropMembers, [uuids(ids)]);

export type Invitation = {
  readonly id: string;
  readonly memberId: string;
  readonly householdId: string;
  readonly by: string;
  readonly forFp: string | null;
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
};
type InvitationRow = Invitation;
const invitation = fragment`
  i.id, i.member_id as "memberId", m.household_id as "householdId", m.called as "by", i.for_fp as "forFp",
  i.made_at as "madeAt", i.ends_at as "endsAt", i.used_at as "usedAt"
  from identity.household_invitations i join identity.household_members m on m.id = i.member_id`;
const byCode = sql<InvitationRow>`
  select ${invitation} where i.code = ($1::uuid[])[1] and i.ends_at > $2`;
const byId = sql<InvitationRow>`select ${invitation} where i.id = $1`;
const openOf = sql<InvitationRow>`
  select ${invitation} where i.member_id = any($1::uuid[]) and i.used_at is null and i.ends_at > $2 order by i.made_at, i.id`;
const openFor = sql<{ open: boolean }>`
  select exists (
    select from identity.household_invitations where for_fp = ($1::uuid[])[1] and used_at is null and ends_at > $2) as open`;
const insertInvitation = sql`
  insert into identity.household_invitations (id, member_id, code, for_fp, made_at, ends_at)
  values ($1, $2, ($3::uuid[])[1], ($4::uuid[])[1], $5, $6) on conflict (id) do nothing`;
const use = sql`
  update identity.household_invitations set used_at = $2 where id = $1 and used_at is null and ends_at > $2`;
const takeBack = sql`
  delete from identity.household_invitations where id = $1 and member_id = any($2::uuid[]) and used_at is null`;
const past = sql`delete from identity.household_invitations where ends_at <= $1`;

const invited = (row: InvitationRow): Invitation => ({
  ...row,
  forFp: row.forFp === null ? null : fingerprintOf(row.forFp),
});

export async function findInvitation(tx: Tx, code: string, now: Date): Promise<Invitation | undefined> {
  const row = await tx.maybe(byCode, [fingerprints([code]), now]);
  return row === undefined ? undefined : invited(row);
}
export async function findInvitationById(tx: Tx, id: string): Promise<Invitation | undefined> {
  const row = await tx.maybe(byId, [id]);
  return row === undefined ? undefined : invited(row);
}
export const listInvitations = async (
  tx: Tx,
  memberIds: readonly string[],
  now: Date,
): Promise<Invitation[]> => (await tx.rows(openOf, [uuids(memberIds), now])).map(invited);
/** Whether somebody was invited by mail at this address and may still come. */
export const isInvited = async (tx: Tx, fp: string, now: Date): Promise<boolean> =>
  (await tx.one(openFor, [fingerprints([fp]), now])).open;
export const saveInvitation = (
  tx: Tx,
  i: Pick<Invitation, "id" | "memberId" | "forFp" | "madeAt" | "endsAt"> & { readonly code: string },
): Promise<number> =>
  tx.run(insertInvitation, [
    ...[i.id, i.memberId, fingerprints([i.code]), fingerprints(i.forFp === null ? [] : [i.forFp])],
    ...[i.madeAt, i.endsAt],
  ]);
/** 1 for one caller only, whoever else holds the same code. */
export const useInvitation = (tx: Tx, id: string, now: Date): Promise<number> => tx.run(use, [id, now]);
export const deleteInvitation = (tx: Tx, id: string, memberIds: readonly string[]): Promise<number> =>
  tx.run(takeBack, [id, uuids(memberIds)]);
export const deletePastInvitations = (tx: Tx, before: Date): Promise<number> => tx.run(past, [before]);
