// The SQL of what legal entities share on.
import type { SharingGround } from "@somlos/contract/rooms/company-sharings";
import { room, type Tx } from "@somlos/kernel/db";
import type { By } from "../places/entities.store.ts";
import type { KnownEntity } from "./circle.rules.ts";

const { sql, fragment } = room("company");

export type SharingRow = {
  readonly id: string;
  readonly ground: SharingGround;
  readonly words: { readonly en: string; readonly sv: string; readonly da: string };
  readonly document: string | null;
  /** In the order of their numbers. */
  readonly entityIds: readonly string[];
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedWhy: string | null;
  readonly endActId: string | null;
};
export type NewSharing = Pick<SharingRow, "id" | "ground" | "words" | "document" | "entityIds"> & {
  readonly actId: string;
};

const columns = fragment`s.id, s.ground, json_build_object('en', s.words_en, 'sv', s.words_sv, 'da', s.words_da) as words, s.document,
  array(select m.entity_id::text from company.sharing_members m join company.entities e on e.id = m.entity_id
    where m.sharing_id = s.id order by e.number) as "entityIds",
  s.recorded_at as "recordedAt", s.recorded_by as "recordedBy", s.ended_at as "endedAt", s.ended_by as "endedBy",
  s.ended_why as "endedWhy", s.end_act_id as "endActId"`;

const known = sql<KnownEntity>`
  select e.id, e.code, e.name, e.number, e.country, e.currency, m.sharing_id as "sharingId"
  from company.entities e left join company.sharing_members m on m.entity_id = e.id and m.live`;
const all = sql<SharingRow>`
  select ${columns} from company.sharings s order by s.ended_at desc nulls first, s.recorded_at desc, s.id`;
const byId = sql<SharingRow>`select ${columns} from company.sharings s where s.id = $1`;
const byAct = sql<{ id: string }>`select id from company.sharings where act_id = $1`;
const insert = sql`
  with made as (
    insert into company.sharings (id, act_id, ground, words_en, words_sv, words_da, document, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id)
  insert into company.sharing_members (sharing_id, entity_id) select made.id, e.id from made, unnest($10::uuid[]) as e (id)`;
const end = sql`
  with ended as (
    update company.sharings set ended_at = $2, ended_by = $3, ended_why = $4, end_act_id = $5
    where id = $1 and ended_at is null returning id)
  update company.sharing_members m set live = false from ended where m.sharing_id = ended.id`;

export const listKnownEntities = (tx: Tx): Promise<KnownEntity[]> => tx.rows(known);
/** Those that hold, then those that ended, the newest first. */
export const listSharings = (tx: Tx): Promise<SharingRow[]> => tx.rows(all);
export const findSharing = (tx: Tx, id: string): Promise<SharingRow | undefined> => tx.maybe(byId, [id]);
/** The basis that an act recorded. */
export const findSharingByAct = async (tx: Tx, actId: string): Promise<string | undefined> =>
  (await tx.maybe(byAct, [actId]))?.id;

export const insertSharing = (tx: Tx, s: NewSharing & By) =>
  tx.run(insert, [
    s.id,
    s.actId,
    s.ground,
    s.words.en,
    s.words.sv,
    s.words.da,
    s.document,
    s.at,
    s.by,
    s.entityIds,
  ]);

export const saveEnd = (tx: Tx, id: string, e: By & { readonly why: string; readonly actId: string }) =>
  tx.run(end, [id, e.at, e.by, e.why, e.actId]);
