// The SQL of passkeys and of the challenges they sign.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("access");

export type PasskeyRow = {
  readonly id: string;
  readonly staffId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
};
export type ListedPasskey = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly backedUp: boolean;
  readonly credentialId: string;
  readonly transports: readonly string[];
};
export type ChallengePurpose = "sign_in" | "add" | "set_up";

const active = sql<PasskeyRow>`
  select p.id, p.staff_id as "staffId", p.credential_id as "credentialId", p.public_key as "publicKey", p.counter, p.transports
  from access.passkeys p join access.staff c on c.id = p.staff_id
  where p.credential_id = $1 and c.joined_at is not null and c.deactivated_at is null for update of p`;
const listed = sql<ListedPasskey>`
  select id, name, created_at as "createdAt", last_used_at as "lastUsedAt", backed_up as "backedUp",
    credential_id as "credentialId", transports from access.passkeys where staff_id = $1 order by created_at, id`;
const insert = sql<{ id: string }>`
  insert into access.passkeys (id, staff_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing returning id`;
const used = sql`update access.passkeys set counter = $2, backed_up = $3, last_used_at = $4 where id = $1`;
const remove = sql`delete from access.passkeys where id = $1 and staff_id = $2`;
const removeOf = sql`delete from access.passkeys where staff_id = $1`;
const ask = sql`insert into access.challenges (hash, purpose, staff_id, ends_at) values ($1, $2, $3, $4)`;
const take = sql<{ staffId: string | null }>`
  delete from access.challenges where hash = $1 and purpose = $2 and ends_at > $3 returning staff_id as "staffId"`;
const past = sql`delete from access.challenges where ends_at <= $1`;

export const lockActivePasskey = (tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> =>
  tx.maybe(active, [credentialId]);
export const listPasskeys = (tx: Tx, staffId: string): Promise<ListedPasskey[]> => tx.rows(listed, [staffId]);
/** False when the authenticator is registered already. */
export const insertPasskey = async (
  tx: Tx,
  p: PasskeyRow & { readonly backedUp: boolean; readonly name: string; readonly at: Date },
): Promise<boolean> =>
  (await tx.maybe(insert, [
    p.id,
    p.staffId,
    p.credentialId,
    p.publicKey,
    p.counter,
    p.transports,
    p.backedUp,
    p.name,
    p.at,
  ])) !== undefined;
export const savePasskeyUse = (tx: Tx, id: string, counter: number, backedUp: boolean, at: Date) =>
  tx.run(used, [id, counter, backedUp, at]);
export const deletePasskey = (tx: Tx, id: string, staffId: string) => tx.run(remove, [id, staffId]);
export const deletePasskeysOf = (tx: Tx, staffId: string) => tx.run(removeOf, [staffId]);

export const insertChallenge = (
  tx: Tx,
  c: { hash: Buffer; purpose: ChallengePurpose; staffId: string | null; endsAt: Date },
) => tx.run(ask, [c.hash, c.purpose, c.staffId, c.endsAt]);
/** Uses a challenge up. */
export const takeChallenge = (
  tx: Tx,
  hash: Buffer,
  purpose: ChallengePurpose,
  now: Date,
): Promise<{ staffId: string | null } | undefined> => tx.maybe(take, [hash, purpose, now]);
export const deletePastChallenges = (tx: Tx, now: Date) => tx.run(past, [now]);
