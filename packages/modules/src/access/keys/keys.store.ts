// The SQL of keys.
import { room, type Tx, times, uuids } from "@somlos/kernel/db";
import type { Key } from "./keys.rules.ts";

const { sql, fragment } = room("access");

const columns = fragment`id, source_id as "sourceId", name, trust, prefix, clear, origins, created_at as "createdAt",
  created_by as "createdBy", last_used_at as "lastUsedAt", rolled_at as "rolledAt", ends_at as "endsAt", closed_at as "closedAt"`;

const all = sql<Key>`select ${columns} from access.keys order by created_at, id`;
const locked = sql<Key>`select ${columns} from access.keys where id = $1 for update`;
const insert = sql<{ id: string }>`
  insert into access.keys (id, source_id, name, trust, prefix, hash, clear, origins, created_at, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (hash) do nothing returning id`;
const byHash = sql<Key>`select ${columns} from access.keys where hash = $1`;
const rolled = sql`update access.keys set rolled_at = $2, ends_at = $3 where id = $1`;
const closed = sql`update access.keys set closed_at = $2 where id = $1 and closed_at is null`;
const changed = sql`update access.keys set name = $2, origins = $3 where id = $1`;
const closedOf = sql`update access.keys set closed_at = $2 where source_id = any($1::smallint[]) and closed_at is null`;
const bump = sql`update access.keyrings set version = version + 1`;
const version = sql<{ version: number }>`select version from access.keyrings`;
const live = sql<LiveKey>`
  select id as "keyId", trust, source_id as "sourceId", origins, hash, clear, ends_at as "endsAt", rolled_at as "rolledAt"
  from access.keys where closed_at is null and (ends_at is null or ends_at > $1) order by created_at, id`;
const used = sql`
  update access.keys k set last_used_at = greatest(k.last_used_at, u.at)
  from unnest($1::uuid[], $2::timestamptz[]) as u (id, at) where k.id = u.id`;

export type LiveKey = {
  readonly keyId: string;
  readonly trust: "public" | "server";
  readonly sourceId: number;
  readonly origins: readonly string[];
  readonly hash: Buffer;
  readonly clear: string | null;
  readonly endsAt: Date | null;
  readonly rolledAt: Date | null;
};

export type NewKey = Pick<
  Key,
  "id" | "sourceId" | "name" | "trust" | "prefix" | "clear" | "origins" | "createdBy"
> & {
  readonly hash: Buffer;
};

export const listKeys = (tx: Tx): Promise<Key[]> => tx.rows(all);
export const lockKey = (tx: Tx, id: string): Promise<Key | undefined> => tx.maybe(locked, [id]);
export const findKeyByHash = (tx: Tx, hash: Buffer): Promise<Key | undefined> => tx.maybe(byHash, [hash]);

/** False when this very key exists already. */
export async function insertKey(tx: Tx, k: NewKey, now: Date): Promise<boolean> {
  const values = [k.id, k.sourceId, k.name, k.trust, k.prefix, k.hash, k.clear, k.origins, now, k.createdBy];
  return (await tx.maybe(insert, values)) !== undefined;
}

export const saveRoll = (tx: Tx, id: string, at: Date, endsAt: Date) => tx.run(rolled, [id, at, endsAt]);
export const saveCloseOf = (tx: Tx, sources: readonly number[], at: Date) =>
  tx.run(closedOf, [[...sources], at]);
export const saveClose = (tx: Tx, id: string, at: Date) => tx.run(closed, [id, at]);
export const saveNameAndOrigins = (tx: Tx, id: string, name: string, origins: readonly string[]) =>
  tx.run(changed, [id, name, origins]);

/** Tells every process that the keys changed; also makes changes of keys wait for one another. */
export const bumpKeyring = (tx: Tx) => tx.run(bump);
export const loadVersion = async (tx: Tx): Promise<number> => (await tx.one(version)).version;
export const listLive = (tx: Tx, now: Date): Promise<LiveKey[]> => tx.rows(live, [now]);

export const saveUses = (tx: Tx, uses: readonly (readonly [id: string, atMs: number])[]) =>
  tx.run(used, [uuids(uses.map(([id]) => id)), times(uses.map(([, at]) => at))]);
