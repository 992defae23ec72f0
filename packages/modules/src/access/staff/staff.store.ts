// The SQL of colleagues and their grants.
import type { Language, Role } from "@somlos/contract";
import { room, type Tx, texts } from "@somlos/kernel/db";
import type { Colleague, Grant } from "./staff.rules.ts";

const { sql, fragment } = room("access");

export type StaffRow = Colleague & { readonly passwordHash: string | null };
export type ListedColleague = Colleague & {
  readonly grants: readonly Grant[];
  readonly passkeys: number;
  readonly lastSeenAt: Date | null;
};

const columns = fragment`c.id, c.email, c.name, c.language, c.password_hash as "passwordHash", c.created_at as "createdAt",
  c.joined_at as "joinedAt", c.deactivated_at as "deactivatedAt"`;
const grantsOf = fragment`coalesce((select json_agg(json_build_object('role', g.role, 'legalEntityId', g.legal_entity_id,
  'locationIds', g.location_ids) order by g.id) from access.grants g where g.staff_id = c.id), '[]')`;

const names = sql<{
  id: string;
  name: string;
}>`select id, name from access.staff where id::text = any($1::text[])`;
const active = sql<{ id: string; name: string }>`
  select id, name from access.staff where joined_at is not null and deactivated_at is null order by lower(name), id`;
const lock = sql`select pg_advisory_xact_lock(7305101)`;
const byId = sql<StaffRow>`select ${columns} from access.staff c where c.id = $1`;
const byIdLocked = sql<StaffRow>`select ${columns} from access.staff c where c.id = $1 for update`;
const byEmail = sql<StaffRow>`select ${columns} from access.staff c where c.email = $1`;
const all = sql<ListedColleague>`
  select ${columns}, ${grantsOf} as grants,
    (select count(*) from access.passkeys p where p.staff_id = c.id) as passkeys,
    (select max(s.seen_at) from access.sessions s where s.staff_id = c.id) as "lastSeenAt"
  from access.staff c order by lower(c.name), c.id`;
const owners = sql<{ id: string }>`
  select c.id from access.staff c where c.joined_at is not null and c.deactivated_at is null
    and exists (select from access.grants g where g.staff_id = c.id and g.role = 'owner')`;
const invited = sql<{ id: string }>`
  insert into access.staff as c (id, email, name, language, created_at, created_by) values ($1, $2, $3, $4, $5, $6)
  on conflict (email) do update set name = $3, language = $4, created_at = $5, created_by = $6,
    joined_at = null, deactivated_at = null, password_hash = null returning id`;
const joined = sql`
  update access.staff set name = $2, language = $3, password_hash = $4, joined_at = $5 where id = $1`;
const deactivated = sql`update access.staff set deactivated_at = $2 where id = $1 and deactivated_at is null`;
const profile = sql`update access.staff set name = coalesce($2, name), language = coalesce($3, language) where id = $1`;
const password = sql`update access.staff set password_hash = $2 where id = $1`;
const noGrants = sql`delete from access.grants where staff_id = $1`;
const grant = sql`
  insert into access.grants (id, staff_id, role, legal_entity_id, location_ids, granted_at, granted_by)
  values ($1, $2, $3, $4, $5, $6, $7)`;
const roles = sql<{ role: Role }>`select distinct role from access.grants where staff_id = $1`;
const grants = sql<Grant>`
  select role, legal_entity_id as "legalEntityId", location_ids as "locationIds" from access.grants where staff_id = $1 order by id`;

/** Changes of staff wait for one another: the last owner cannot leave twice at once. */
export const lockStaff = (tx: Tx) => tx.run(lock);
export const findStaff = (tx: Tx, id: string): Promise<StaffRow | undefined> => tx.maybe(byId, [id]);
export const lockOneStaff = (tx: Tx, id: string): Promise<StaffRow | undefined> => tx.maybe(byIdLocked, [id]);
export const findStaffByEmail = (tx: Tx, email: string): Promise<StaffRow | undefined> =>
  tx.maybe(byEmail, [email]);
export const listStaff = (tx: Tx): Promise<ListedColleague[]> => tx.rows(all);
/** Those who work here now, by name. */
export const listActiveStaff = (tx: Tx) => tx.rows(active);
/** The names of those who did something. A token, the house itself and one removed have none. */
export const namesOfStaff = async (tx: Tx, whos: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map((await tx.rows(names, [texts(whos)])).map(({ id, name }) => [id, name]));
export const listOwners = async (tx: Tx): Promise<string[]> => (await tx.rows(owners)).map((o) => o.id);

/** A new colleague, or one who comes back: then without the old password. */
export const saveInvited = async (
  tx: Tx,
  c: { id: string; email: string; name: string; language: Language; at: Date; by: string },
): Promise<string> => (await tx.one(invited, [c.id, c.email, c.name, c.language, c.at, c.by])).id;
export const saveJoined = (
  tx: Tx,
  c: { id: string; name: string; language: Language; passwordHash: string | null; at: Date },
) => tx.run(joined, [c.id, c.name, c.language, c.passwordHash, c.at]);
export const saveDeactivated = (tx: Tx, id: string, at: Date) => tx.run(deactivated, [id, at]);
export const saveProfile = (tx: Tx, id: string, name: string | null, language: Language | null) =>
  tx.run(profile, [id, name, language]);
export const savePassword = (tx: Tx, id: string, hash: string) => tx.run(password, [id, hash]);

export const deleteGrants = (tx: Tx, staffId: string) => tx.run(noGrants, [staffId]);
export const insertGrant = (tx: Tx, g: Grant & { id: string; staffId: string; at: Date; by: string }) =>
  tx.run(grant, [g.id, g.staffId, g.role, g.legalEntityId, g.locationIds, g.at, g.by]);
export const listRoles = async (tx: Tx, staffId: string): Promise<Role[]> =>
  (await tx.rows(roles, [staffId])).map((row) => row.role);
/** What a colleague may do where: role × legal entity × locations. */
export const listGrants = (tx: Tx, staffId: string): Promise<Grant[]> => tx.rows(grants, [staffId]);
