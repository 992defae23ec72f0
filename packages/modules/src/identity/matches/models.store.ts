// The SQL of the model: one at a time, with how common values are.
import { bigints, ints, room, smallints, type Tx } from "@somlos/kernel/db";
import type { Kept, Term } from "../linkage/kept.rules.ts";

const { sql } = room("identity");

export type StoredModel = {
  readonly id: string;
  readonly madeAt: Date;
  readonly people: number;
  readonly model: Kept;
};

const NEWEST = sql<StoredModel>`
  select id, made_at as "madeAt", people, model from identity.match_models order by made_at desc, id desc limit 1`;
const INSERT = sql`insert into identity.match_models (id, made_at, people, model) values ($1, $2, $3, $4::jsonb)`;
const DROP_OLD = sql`delete from identity.match_models where id <> $1`;
const DROP_TERMS = sql`delete from identity.match_terms`;
const PUT_TERMS = sql`
  insert into identity.match_terms (place, hash, rows)
  select place, hash, sum(rows)::int from unnest($1::smallint[], $2::bigint[], $3::int[]) as t(place, hash, rows) group by 1, 2`;
const TERMS = sql<{ place: number; hash: number; rows: number }>`
  select t.place, t.hash, t.rows from unnest($1::smallint[], $2::bigint[]) as w(place, hash)
  join identity.match_terms t on t.place = w.place and t.hash = w.hash`;

export const findModel = (tx: Tx): Promise<StoredModel | undefined> => tx.maybe(NEWEST);

/** In the place of the one before. */
export async function saveModel(
  tx: Tx,
  { id, madeAt, people, model }: StoredModel,
  terms: readonly Term[],
): Promise<void> {
  await tx.run(INSERT, [id, madeAt, people, JSON.stringify(model)]);
  await tx.run(DROP_OLD, [id]);
  await tx.run(DROP_TERMS);
  await tx.run(PUT_TERMS, [
    smallints(terms.map((term) => term.column)),
    bigints(terms.map((term) => term.hash)),
    ints(terms.map((term) => term.rows)),
  ]);
}

/** How many people hold each of these values, where three or more do. */
export async function countTerms(
  tx: Tx,
  asked: readonly { readonly column: number; readonly hash: number }[],
): Promise<Term[]> {
  const rows = await tx.rows(TERMS, [
    smallints(asked.map((one) => one.column)),
    bigints(asked.map((one) => one.hash)),
  ]);
  return rows.map(({ place, hash, rows: count }) => ({ column: place, hash, rows: count }));
}
