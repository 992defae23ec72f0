// SQL of what was put aside while people are made anew.
import { room, type Tx } from "@somlos/kernel/db";
import type { KeptWord } from "./kept.rules.ts";

const { sql } = room("identity");

const TAKE = sql<KeptWord & { n: number }>`
  with w as materialized (select n from identity.kept_words order by n limit $1)
  delete from identity.kept_words k using w where k.n = w.n returning k.n, k.what, k.said`;

export const takeKept = async (tx: Tx, limit: number): Promise<KeptWord[]> =>
  (await tx.rows(TAKE, [limit])).sort((x, y) => x.n - y.n);
