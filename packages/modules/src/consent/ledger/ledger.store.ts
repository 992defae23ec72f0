// SQL of the ledger. Heads are held before anything is read or written about an identifier (heads.store.ts).
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import { bools, room, type Tx, texts, times, uuids } from "@somlos/kernel/db";
import type { Entry, EntryState, Evidence, NewEntry, SoftFacts, TextVersion } from "./entries.rules.ts";

const { sql, fragment } = room("consent");

type Row = {
  id: string;
  act_id: string;
  fp: string;
  said_by: string | null;
  state: EntryState;
  purpose: string | null;
  channel: PermissionChannel | null;
  entity_id: string | null;
  at: Date;
  imported: boolean;
  guardian: boolean;
  confirms: string | null;
  cause: string | null;
  evidence: Evidence;
  text: TextVersion | null;
  soft: SoftFacts | null;
};

const columns = fragment`
  e.id, e.act_id, e.fp, e.said_by, e.state, e.purpose, e.channel, e.entity_id, e.at, e.imported, e.guardian, e.confirms, e.cause,
  jsonb_build_object('textHash', e.text_hash, 'collectedBy', e.collected_by, 'place', e.place, 'how', e.how,
    'active', e.active, 'concluded', e.concluded) as evidence,
  case when t.id is not null then jsonb_build_object('id', t.id, 'purpose', t.purpose, 'basis', t.basis, 'body', t.body,
    'hash', t.hash, 'language', t.language, 'version', t.version, 'scopes', t.scopes, 'channels', t.channels, 'categories', t.categories, 'entityIds', t.entity_ids) end as text,
  case when s.entry_id is not null then jsonb_build_object('obtainedInSale', s.obtained_in_sale,
    'ownSimilarProducts', s.own_similar_products, 'refusalOffered', s.refusal_offered,
    'refusalInMessages', s.refusal_in_messages, 'notRefused', s.not_refused, 'saleRef', s.sale_ref, 'paid', s.paid) end as soft`;
const inScope = sql<Row>`
  select ${columns} from consent.entries e
  left join consent.texts t on t.id = e.text_id left join consent.soft_facts s on s.entry_id = e.id
  where e.fp = any($1::uuid[]) and (e.purpose is null or e.purpose = $2) and (e.channel is null or e.channel = $3)
    and (e.entity_id is null or e.entity_id = $4::uuid)
  order by e.at, e.id`;

const allOf = sql<Row>`
  select ${columns} from consent.entries e
  left join consent.texts t on t.id = e.text_id left join consent.soft_facts s on s.entry_id = e.id
  where e.fp = any($1::uuid[]) order by e.at, e.id`;
const entryOf = ({ act_id, entity_id, said_by, ...row }: Row): Entry => ({
  ...row,
  actId: act_id,
  entityId: entity_id,
  saidBy: said_by,
});

/** All that was ever said of these identifiers. */
export const listAllEntries = async (tx: Tx, fps: readonly string[]): Promise<Entry[]> =>
  (await tx.rows(allOf, [uuids(fps)])).map(entryOf);

/** What was said of these identifiers that touches a purpose, channel and legal entity. */
export async function listEntries(
  tx: Tx,
  fps: readonly string[],
  scope: { readonly purpose: string; readonly channel: string; readonly entityId: string },
): Promise<Entry[]> {
  const rows = await tx.rows(inScope, [uuids(fps), scope.purpose, scope.channel, scope.entityId]);
  return rows.map(entryOf);
}

const pendingOf = sql<{ fp: string; kind: string; purpose: string; channel: string; entity_id: string }>`
  select fp, kind, purpose, channel, entity_id from consent.entries where act_id = $1 and state = 'pending' order by fp`;
/** What an act asked for and left to be confirmed. */
export const listPending = (tx: Tx, actId: string) => tx.rows(pendingOf, [actId]);

const insert = sql<{ id: string }>`
  with said as (
    insert into consent.entries (id, act_id, fp, kind, purpose, channel, entity_id, state, at, recorded_at, imported, text_id,
      text_hash, collected_by, place, how, active, concluded, guardian, confirms, cause, said_by)
    select id, act_id, fp, kind, purpose, channel, entity_id, state, at, $21, imported, text_id,
      text_hash, collected_by, place, how, active, concluded, guardian, confirms, cause, said_by
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[],
      $9::timestamptz[], $10::boolean[], $11::uuid[], $12::text[], $13::text[], $14::text[], $15::text[], $16::boolean[],
      $17::boolean[], $18::boolean[], $19::uuid[], $20::text[], $22::uuid[])
      as w(id, act_id, fp, kind, purpose, channel, entity_id, state, at, imported, text_id, text_hash, collected_by, place,
        how, active, concluded, guardian, confirms, cause, said_by)
    on conflict (act_id, fp, purpose, channel, entity_id) do nothing returning id, fp),
  counted as (
    update consent.heads h set entries = h.entries + n.said
    from (select fp, count(*)::int as said from said group by fp) n where n.fp = h.fp)
  select id from said`;
const insertSoft = sql`
  insert into consent.soft_facts (entry_id, obtained_in_sale, sale_ref, paid, own_similar_products, refusal_offered,
    refusal_in_messages, not_refused)
  select * from unnest($1::uuid[], $2::boolean[], $3::text[], $4::boolean[], $5::boolean[], $6::boolean[], $7::boolean[],
    $8::boolean[])`;

/** The ids of those that were new: what an act said before changes nothing. */
export async function insertEntries(tx: Tx, list: readonly NewEntry[], now: Date): Promise<Set<string>> {
  if (list.length === 0) return new Set();
  const by = list.map(({ evidence }) => evidence);
  const made = await tx.rows(insert, [
    ...[uuids(list.map((e) => e.id)), uuids(list.map((e) => e.actId)), uuids(list.map((e) => e.fp))],
    ...[texts(list.map((e) => e.kind)), texts(list.map((e) => e.purpose)), texts(list.map((e) => e.channel))],
    ...[uuids(list.map((e) => e.entityId)), texts(list.map((e) => e.state))],
    ...[times(list.map((e) => e.at.getTime())), bools(list.map((e) => e.imported))],
    ...[
      uuids(list.map((e) => e.textId)),
      texts(by.map((e) => e.textHash)),
      texts(by.map((e) => e.collectedBy)),
    ],
    ...[texts(by.map((e) => e.place)), texts(by.map((e) => e.how)), bools(by.map((e) => e.active))],
    ...[bools(by.map((e) => e.concluded)), bools(list.map((e) => e.guardian))],
    ...[uuids(list.map((e) => e.confirms)), texts(list.map((e) => e.cause)), now],
    uuids(list.map((e) => e.saidBy)),
  ]);
  const ids = new Set(made.map(({ id }) => id));
  await insertSoftFacts(
    tx,
    list.flatMap(({ id, soft }) => (soft !== null && ids.has(id) ? [{ id, soft }] : [])),
  );
  return ids;
}

async function insertSoftFacts(
  tx: Tx,
  list: readonly { readonly id: string; readonly soft: SoftFacts }[],
): Promise<void> {
  if (list.length === 0) return;
  const all = list.map(({ soft }) => soft);
  await tx.run(insertSoft, [
    ...[
      uuids(list.map(({ id }) => id)),
      bools(all.map((s) => s.obtainedInSale)),
      texts(all.map((s) => s.saleRef)),
    ],
    ...[bools(all.map((s) => s.paid)), bools(all.map((s) => s.ownSimilarProducts))],
    ...[bools(all.map((s) => s.refusalOffered)), bools(all.map((s) => s.refusalInMessages))],
    bools(all.map((s) => s.notRefused)),
  ]);
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

const forgetYes = sql`delete from consent.entries where (fp = any($1::uuid[]) or said_by = any($1::uuid[])) and state <> 'withdrawn'`;
const forgetUses = sql`delete from consent.uses where fp = any($1::uuid[])`;
/** Every yes and each use of it; every no stays. */
export async function deleteYes(tx: Tx, fps: readonly string[]): Promise<{ entries: number; uses: number }> {
  return { entries: await tx.run(forgetYes, [uuids(fps)]), uses: await tx.run(forgetUses, [uuids(fps)]) };
}
