// SQL of the ledger: heads are locked before anything is read or written about an identifier.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import { room, type Tx, uuids } from "@somlos/kernel/db";
import type { Entry, EntryState, Evidence, SoftFacts, TextVersion } from "./entries.rules.ts";

const { sql, fragment } = room("consent");

const born = sql`
  insert into consent.heads (fp) select fp from unnest($1::uuid[]) as w(fp) order by fp on conflict (fp) do nothing`;
const lockToRead = sql`
  select fp from consent.heads where fp = any($1::uuid[]) order by fp for share`;
const lockToWrite = sql`
  select fp from consent.heads where fp = any($1::uuid[]) order by fp for update`;

/** After this nobody writes about these identifiers until the transaction is over; what was committed before is seen. */
export async function holdHeads(tx: Tx, fps: readonly string[], to: "read" | "write"): Promise<void> {
  await tx.run(born, [uuids(fps)]);
  await tx.run(to === "read" ? lockToRead : lockToWrite, [uuids(fps)]);
}

type Row = {
  id: string;
  act_id: string;
  fp: string;
  state: EntryState;
  purpose: string | null;
  channel: PermissionChannel | null;
  entity_id: string | null;
  at: Date;
  imported: boolean;
  guardian: boolean;
  confirms: string | null;
  evidence: Evidence;
  text: TextVersion | null;
  soft: SoftFacts | null;
};

const columns = fragment`
  e.id, e.act_id, e.fp, e.state, e.purpose, e.channel, e.entity_id, e.at, e.imported, e.guardian, e.confirms,
  jsonb_build_object('textHash', e.text_hash, 'collectedBy', e.collected_by, 'place', e.place, 'how', e.how,
    'active', e.active, 'concluded', e.concluded) as evidence,
  case when t.id is not null then jsonb_build_object('id', t.id, 'purpose', t.purpose, 'basis', t.basis, 'body', t.body,
    'hash', t.hash, 'scopes', t.scopes, 'channels', t.channels, 'categories', t.categories, 'entityIds', t.entity_ids) end as text,
  case when s.entry_id is not null then jsonb_build_object('obtainedInSale', s.obtained_in_sale,
    'ownSimilarProducts', s.own_similar_products, 'refusalOffered', s.refusal_offered,
    'refusalInMessages', s.refusal_in_messages, 'notRefused', s.not_refused, 'saleRef', s.sale_ref, 'paid', s.paid) end as soft`;
const inScope = sql<Row>`
  select ${columns} from consent.entries e
  left join consent.texts t on t.id = e.text_id left join consent.soft_facts s on s.entry_id = e.id
  where e.fp = any($1::uuid[]) and (e.purpose is null or e.purpose = $2) and (e.channel is null or e.channel = $3)
    and (e.entity_id is null or e.entity_id = $4::uuid)
  order by e.at, e.id`;

/** What was said of these identifiers that touches a purpose, channel and legal entity. */
export async function listEntries(
  tx: Tx,
  fps: readonly string[],
  scope: { readonly purpose: string; readonly channel: string; readonly entityId: string },
): Promise<Entry[]> {
  const rows = await tx.rows(inScope, [uuids(fps), scope.purpose, scope.channel, scope.entityId]);
  return rows.map(({ act_id, entity_id, ...row }) => ({ ...row, actId: act_id, entityId: entity_id }));
}

const pendingOf = sql<{ fp: string; kind: string; purpose: string; channel: string; entity_id: string }>`
  select fp, kind, purpose, channel, entity_id from consent.entries where act_id = $1 and state = 'pending' order by fp`;
/** What an act asked for and left to be confirmed. */
export const listPending = (tx: Tx, actId: string) => tx.rows(pendingOf, [actId]);

export type NewEntry = Omit<Entry, "text"> & {
  readonly kind: string;
  readonly textId: string | null;
  readonly cause: string | null;
};

const insert = sql<{ id: string }>`
  insert into consent.entries (id, act_id, fp, kind, purpose, channel, entity_id, state, at, recorded_at, imported, text_id,
    text_hash, collected_by, place, how, active, concluded, guardian, confirms, cause)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
  on conflict (act_id, fp, purpose, channel, entity_id) do nothing returning id`;
const insertSoft = sql`
  insert into consent.soft_facts (entry_id, obtained_in_sale, sale_ref, paid, own_similar_products, refusal_offered,
    refusal_in_messages, not_refused) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const count = sql`update consent.heads set entries = entries + 1 where fp = $1::uuid`;

/** False: the act said this before. */
export async function insertEntry(tx: Tx, entry: NewEntry, now: Date): Promise<boolean> {
  const { evidence: by, soft } = entry;
  const { id, actId, fp, kind, purpose, channel, entityId, state, at, imported, textId } = entry;
  const made = await tx.maybe(insert, [
    ...[id, actId, fp, kind, purpose, channel, entityId, state, at, now, imported, textId],
    ...[by.textHash, by.collectedBy, by.place, by.how, by.active, by.concluded],
    ...[entry.guardian, entry.confirms, entry.cause],
  ]);
  if (made === undefined) return false;
  if (soft !== null)
    await tx.run(insertSoft, [
      ...[id, soft.obtainedInSale, soft.saleRef, soft.paid, soft.ownSimilarProducts],
      ...[soft.refusalOffered, soft.refusalInMessages, soft.notRefused],
    ]);
  await tx.run(count, [fp]);
  return true;
}

const use = sql`
  insert into consent.uses (fp, purpose, channel, entity_id, times, last_at)
  select fp, $2, $3, $4::uuid, 1, $5 from unnest($1::uuid[]) as w(fp) order by fp
  on conflict (fp, purpose, channel, entity_id)
  do update set times = uses.times + 1, last_at = greatest(uses.last_at, excluded.last_at)`;
export const saveUse = (
  tx: Tx,
  fps: readonly string[],
  scope: { readonly purpose: string; readonly channel: string; readonly entityId: string },
  now: Date,
): Promise<number> => tx.run(use, [uuids(fps), scope.purpose, scope.channel, scope.entityId, now]);

const used = sql<{ fp: string; last_at: Date }>`
  select fp, last_at from consent.uses
  where fp = any($1::uuid[]) and purpose = $2 and channel = $3 and entity_id = $4::uuid`;
export async function findUses(
  tx: Tx,
  fps: readonly string[],
  scope: { readonly purpose: string; readonly channel: string; readonly entityId: string },
): Promise<Map<string, Date>> {
  const rows = await tx.rows(used, [uuids(fps), scope.purpose, scope.channel, scope.entityId]);
  return new Map(rows.map((row) => [row.fp, row.last_at]));
}

const forgetYes = sql`delete from consent.entries where fp = any($1::uuid[]) and state <> 'withdrawn'`;
const forgetUses = sql`delete from consent.uses where fp = any($1::uuid[])`;
/** Every yes and each use of it; every no stays. */
export async function deleteYes(tx: Tx, fps: readonly string[]): Promise<{ entries: number; uses: number }> {
  return { entries: await tx.run(forgetYes, [uuids(fps)]), uses: await tx.run(forgetUses, [uuids(fps)]) };
}
