// SQL of what was ever said about a person's identifiers, with the words and what proves it.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import { room, type Tx, uuids } from "@somlos/kernel/db";
import type { EntryState, Evidence, SoftFacts } from "../ledger/entries.rules.ts";
import type { Use } from "./standing.rules.ts";

const { sql } = room("consent");

export type ShownText = {
  readonly id: string;
  readonly language: string;
  readonly version: number;
  readonly body: string;
  readonly hash: string;
};
export type ShownEntry = {
  readonly id: string;
  readonly fp: string;
  readonly state: EntryState;
  readonly purpose: string | null;
  readonly channel: PermissionChannel | null;
  readonly entityId: string | null;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly imported: boolean;
  readonly guardian: boolean;
  readonly cause: string | null;
  readonly evidence: Evidence;
  readonly text: ShownText | null;
  readonly soft: SoftFacts | null;
};

const newest = sql<ShownEntry>`
  select e.id, e.fp, e.state, e.purpose, e.channel, e.entity_id as "entityId", e.at, e.recorded_at as "recordedAt", e.imported,
    e.guardian, e.cause,
    jsonb_build_object('textHash', e.text_hash, 'collectedBy', e.collected_by, 'place', e.place, 'how', e.how,
      'active', e.active, 'concluded', e.concluded) as evidence,
    case when t.id is not null then jsonb_build_object('id', t.id, 'language', t.language, 'version', t.version, 'body', t.body,
      'hash', t.hash) end as text,
    case when s.entry_id is not null then jsonb_build_object('obtainedInSale', s.obtained_in_sale,
      'ownSimilarProducts', s.own_similar_products, 'refusalOffered', s.refusal_offered,
      'refusalInMessages', s.refusal_in_messages, 'notRefused', s.not_refused, 'saleRef', s.sale_ref, 'paid', s.paid) end as soft
  from consent.entries e
  left join consent.texts t on t.id = e.text_id left join consent.soft_facts s on s.entry_id = e.id
  where e.fp = any($1::uuid[]) and (e.said_by is null or e.said_by = any($4::uuid[])) and ($2::uuid is null or e.id < $2::uuid)
  order by e.id desc limit $3`;

/** Of those identifiers that ever said anything, newest first; `before` is the id of the last one seen. */
export const listNewest = (
  tx: Tx,
  { said, held }: { readonly said: readonly string[]; readonly held: readonly string[] },
  page: { readonly before: string | null; readonly limit: number },
): Promise<ShownEntry[]> => tx.rows(newest, [uuids(said), page.before, page.limit, uuids(held)]);

const used = sql<Use>`
  select fp, purpose, channel, entity_id as "entityId", times, last_at as "lastAt" from consent.uses where fp = any($1::uuid[])`;
export const listUses = (tx: Tx, fps: readonly string[]): Promise<Use[]> => tx.rows(used, [uuids(fps)]);

export type Recorded = Pick<
  ShownEntry,
  "state" | "purpose" | "channel" | "entityId" | "at" | "recordedAt"
> & {
  readonly actId: string;
  readonly kind: string;
};
const recorded = sql<Recorded>`
  select act_id as "actId", kind, state, purpose, channel, entity_id as "entityId", at, recorded_at as "recordedAt"
  from consent.entries where collected_by = $1 and collected_by like 'staff:%' and recorded_at >= $2
  order by recorded_at desc, id desc limit 200`;
/** What one colleague wrote down since then, without whose it is. */
export const listRecordedBy = (tx: Tx, by: string, since: Date): Promise<Recorded[]> =>
  tx.rows(recorded, [by, since]);
