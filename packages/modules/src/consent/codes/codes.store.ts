// SQL of the codes that ask a number or a device to confirm.
import type { Language } from "@somlos/contract";
import { room, type Tx, uuids } from "@somlos/kernel/db";
import type { OpenCode } from "./codes.rules.ts";

const { sql } = room("consent");

const waiting = sql<{ act: string; fp: string; text: string; language: Language }>`
  select e.act_id as act, e.fp, t.body as text, t.language from consent.entries e join consent.texts t on t.id = e.text_id
  where e.fp = any($1::uuid[]) and e.purpose = $2 and e.entity_id = $3::uuid and e.state = 'pending' and e.recorded_at > $4
    and not exists (select from consent.entries n where n.fp = e.fp and n.recorded_at >= e.recorded_at and (n.state = 'withdrawn'
      and (n.purpose is null or n.purpose = e.purpose) and (n.channel is null or n.channel = e.channel)
      and (n.entity_id is null or n.entity_id = e.entity_id) or n.confirms = e.act_id))
  order by e.recorded_at desc, e.id desc limit 1`;
const count = sql<{ n: number }>`
  select count(*)::int as n from consent.codes where fp = any($1::uuid[]) and made_at > $2`;
const insert = sql`
  insert into consent.codes (id, act_id, fp, entity_id, code, made_at, until) values ($1, $2, $3, $4, $5, $6, $7)`;
const open = sql<OpenCode>`
  select id, act_id as act, fp, code, tries, used_by as "usedBy" from consent.codes
  where fp = any($1::uuid[]) and entity_id = $2::uuid and until >= $3 order by made_at, id for update`;
const tried = sql`update consent.codes set tries = tries + 1 where id = any($1::uuid[])`;
const used = sql`update consent.codes set used_by = $2 where id = any($1::uuid[])`;
const old = sql`delete from consent.codes where ctid in (select ctid from consent.codes where made_at < $1 limit $2)`;
const own = sql`delete from consent.codes where fp = any($1::uuid[])`;

/** The newest yes for a purpose that waits for the word from one of these identifiers, asked since then. */
export const findWaiting = (
  tx: Tx,
  of: { readonly fps: readonly string[]; readonly purpose: string; readonly entityId: string },
  since: Date,
) => tx.maybe(waiting, [uuids(of.fps), of.purpose, of.entityId, since]);
export const countCodes = async (tx: Tx, fps: readonly string[], since: Date): Promise<number> =>
  (await tx.one(count, [uuids(fps), since])).n;
export const insertCode = (
  tx: Tx,
  c: Pick<OpenCode, "id" | "act" | "fp" | "code"> & { entityId: string; at: Date; until: Date },
): Promise<number> => tx.run(insert, [c.id, c.act, c.fp, c.entityId, c.code, c.at, c.until]);
export const listOpenCodes = (tx: Tx, fps: readonly string[], entityId: string, now: Date) =>
  tx.rows(open, [uuids(fps), entityId, now]);
export const saveTries = (tx: Tx, ids: readonly string[]): Promise<number> => tx.run(tried, [uuids(ids)]);
export const saveUsed = (tx: Tx, ids: readonly string[], by: string): Promise<number> =>
  tx.run(used, [uuids(ids), by]);
export const deleteOldCodes = (tx: Tx, before: Date, most: number): Promise<number> =>
  tx.run(old, [before, most]);
export const deleteCodesOf = (tx: Tx, fps: readonly string[]): Promise<number> => tx.run(own, [uuids(fps)]);
