// SQL of topics: what customers can choose or decline, as the retailer names it.
import type { Topic } from "@somlos/contract/rooms/wishes";
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("consent");

const all = sql<{ code: string; en: string; sv: string; da: string; open: boolean }>`
  select code, en, sv, da, open from consent.topics order by made_at, code`;
const save = sql`
  insert into consent.topics as t (code, en, sv, da, open, made_at, saved_by) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (code) do update set en = excluded.en, sv = excluded.sv, da = excluded.da, open = excluded.open,
    saved_by = excluded.saved_by`;

export const listTopics = async (tx: Tx): Promise<Topic[]> =>
  (await tx.rows(all)).map(({ code, open, ...names }) => ({ code, names, open }));
export const saveTopic = (tx: Tx, { code, names, open }: Topic, now: Date, by: string): Promise<number> =>
  tx.run(save, [code, names.en, names.sv, names.da, open, now, by]);
