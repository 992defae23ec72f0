// The SQL of customers' passkeys and of the challenges they sign.
import { fingerprints, room, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";

const { sql, fragment } = room("corner");

export type Passkey = {
  readonly id: string;
  readonly fp: string;
  readonly kind: string;
  readonly value: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  readonly name: string;
  readonly createdAt: Date;
  /** None: until it is confirmed. */
  readonly provesFrom: Date | null;
  readonly lastUsedAt: Date | null;
};

const columns = fragment`
  id, fp, kind, value, credential_id as "credentialId", public_key as "publicKey", counter, transports,
  backed_up as "backedUp", name, created_at as "createdAt", proves_from as "provesFrom", last_used_at as "lastUsedAt"
  from corner.passkeys`;
const lock = sql<Passkey>`select ${columns} where credential_id = $1 for update`;
const byFps = sql<Passkey>`select ${columns} where fp = any($1::uuid[]) order by created_at, id`;
const insert = sql<{ id: string }>`
  insert into corner.passkeys (id, fp, kind, value, credential_id, public_key, counter, transports, backed_up, name, created_at, proves_from)
  select $1, fp, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from unnest($2::uuid[]) as f(fp)
  on conflict (credential_id) do nothing returning id`;
const used = sql`update corner.passkeys set counter = $2, backed_up = $3, last_used_at = $4 where id = $1`;
const confirm = sql`update corner.passkeys set proves_from = $2 where id = $1 and proves_from is null`;
const drop = sql`delete from corner.passkeys where id = $1`;
const dropOwn = sql`delete from corner.passkeys where id = $1 and fp = any($2::uuid[])`;
const ask = sql`insert into corner.challenges (hash, fp, ends_at) select $1, (select fp from unnest($2::uuid[]) as f(fp)), $3`;
const take = sql<{ fp: string | null }>`
  delete from corner.challenges where hash = $1 and ends_at > $2 returning fp`;
const past = sql`delete from corner.challenges where ends_at <= $1`;

const named = (row: Passkey): Passkey => ({ ...row, fp: fingerprintOf(row.fp) });

export async function lockPasskey(tx: Tx, credentialId: string): Promise<Passkey | undefined> {
  const row = await tx.maybe(lock, [credentialId]);
  return row === undefined ? undefined : named(row);
}
export const listPasskeys = async (tx: Tx, fps: readonly string[]): Promise<Passkey[]> =>
  (await tx.rows(byFps, [fingerprints(fps)])).map(named);

/** False when the authenticator is registered already. */
export const insertPasskey = async (tx: Tx, p: Omit<Passkey, "lastUsedAt">): Promise<boolean> =>
  (await tx.maybe(insert, [
    ...[p.id, fingerprints([p.fp]), p.kind, p.value, p.credentialId, p.publicKey, p.counter, p.transports],
    ...[p.backedUp, p.name, p.createdAt, p.provesFrom],
  ])) !== undefined;
export const savePasskeyUse = (tx: Tx, id: string, counter: number, backedUp: boolean, at: Date) =>
  tx.run(used, [id, counter, backedUp, at]);
export const confirmPasskey = (tx: Tx, id: string, at: Date) => tx.run(confirm, [id, at]);
export const deletePasskey = (tx: Tx, id: string) => tx.run(drop, [id]);
export const deleteOwnPasskey = (tx: Tx, id: string, fps: readonly string[]) =>
  tx.run(dropOwn, [id, fingerprints(fps)]);

export const insertChallenge = (tx: Tx, hash: Buffer, fp: string | null, endsAt: Date) =>
  tx.run(ask, [hash, fingerprints(fp === null ? [] : [fp]), endsAt]);
/** Uses a challenge up; `fp` is whose new passkey it is for, null at sign-in. */
export async function takeChallenge(
  tx: Tx,
  hash: Buffer,
  now: Date,
): Promise<{ readonly fp: string | null } | undefined> {
  const row = await tx.maybe(take, [hash, now]);
  return row === undefined ? undefined : { fp: row.fp === null ? null : fingerprintOf(row.fp) };
}
export const deletePastChallenges = (tx: Tx, now: Date) => tx.run(past, [now]);
