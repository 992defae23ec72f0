// SQL of purposes and the words that ask for them.
import type { Language } from "@somlos/contract";
import { room, type Tx } from "@somlos/kernel/db";
import type { PurposeKind } from "../law/sets.rules.ts";
import type { TextVersion } from "../ledger/entries.rules.ts";

const { sql } = room("consent");

export type Purpose = {
  readonly code: string;
  readonly kind: PurposeKind;
  readonly basis: "consent" | "contract" | "legitimate_interest" | "legal_duty";
  /** For a legitimate interest, how it was weighed. */
  readonly balance: string | null;
  readonly doubleOptIn: boolean;
};

const byCode = sql<Purpose>`
  select code, kind, basis, balance, double_opt_in as "doubleOptIn" from consent.purposes where code = $1`;
const insert = sql<{ code: string }>`
  insert into consent.purposes (code, kind, basis, balance, double_opt_in, made_at, made_by)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (code) do nothing returning code`;

export const findPurpose = (tx: Tx, code: string): Promise<Purpose | undefined> => tx.maybe(byCode, [code]);

/** False: the code is taken. */
export const insertPurpose = async (tx: Tx, p: Purpose, now: Date, by: string): Promise<boolean> =>
  (await tx.maybe(insert, [p.code, p.kind, p.basis, p.balance, p.doubleOptIn, now, by])) !== undefined;

const lock = sql`select code from consent.purposes where code = $1 for update`;
const next = sql<{ version: number }>`
  select coalesce(max(version), 0) + 1 as version from consent.texts where purpose = $1 and basis = $2 and language = $3`;
const insertText = sql`
  insert into consent.texts (id, purpose, basis, language, version, body, hash, scopes, channels, categories, entity_ids,
    published_at, published_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::uuid[], $12, $13)`;
const textById = sql<TextVersion>`
  select id, purpose, basis, body, hash, scopes, channels, categories, entity_ids as "entityIds"
  from consent.texts where id = $1::uuid`;

export type NewText = TextVersion & { readonly language: Language };

/** The number of the version. Who publishes words for one purpose at once waits for one another. */
export async function saveText(tx: Tx, t: NewText, now: Date, by: string): Promise<number> {
  await tx.run(lock, [t.purpose]);
  const { version } = await tx.one(next, [t.purpose, t.basis, t.language]);
  await tx.run(insertText, [
    ...[t.id, t.purpose, t.basis, t.language, version, t.body, t.hash],
    ...[t.scopes, t.channels, t.categories, t.entityIds, now, by],
  ]);
  return version;
}

export const findText = (tx: Tx, id: string): Promise<TextVersion | undefined> => tx.maybe(textById, [id]);
