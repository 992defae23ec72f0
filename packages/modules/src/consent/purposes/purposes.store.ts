// SQL of purposes and the words that ask for them.
import { room, type Tx, texts, uuids } from "@somlos/kernel/db";
import type { TextVersion } from "../ledger/entries.rules.ts";
import type { Purpose, StoredText } from "./texts.rules.ts";

const { sql, fragment } = room("consent");

const byCodes = sql<Purpose>`
  select code, kind, basis, balance, double_opt_in as "doubleOptIn" from consent.purposes where code = any($1::text[])`;
const all = sql<Purpose & { readonly madeAt: Date }>`
  select code, kind, basis, balance, double_opt_in as "doubleOptIn", made_at as "madeAt"
  from consent.purposes order by kind, code`;
const insert = sql<{ code: string }>`
  insert into consent.purposes (code, kind, basis, balance, double_opt_in, made_at, made_by)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (code) do nothing returning code`;

export const findPurpose = (tx: Tx, code: string): Promise<Purpose | undefined> =>
  tx.maybe(byCodes, [texts([code])]);
export const listPurposes = (tx: Tx) => tx.rows(all);

/** False: the code is taken. */
export const insertPurpose = async (tx: Tx, p: Purpose, now: Date, by: string): Promise<boolean> =>
  (await tx.maybe(insert, [p.code, p.kind, p.basis, p.balance, p.doubleOptIn, now, by])) !== undefined;

const lock = sql`select code from consent.purposes where code = $1 for update`;
const next = sql<{ version: number }>`
  select coalesce(max(version), 0) + 1 as version from consent.texts where purpose = $1 and basis = $2 and language = $3`;
const insertText = sql`
  insert into consent.texts (id, purpose, basis, language, version, body, hash, scopes, channels, categories, entity_ids,
    published_at, published_by, benefit, proof_event, proof_days)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::uuid[], $12, $13, $14, $15, $16)`;
const columns = fragment`
  id, purpose, basis, language, version, body, hash, scopes, channels, categories, entity_ids as "entityIds",
  published_at as "publishedAt", benefit,
  case when proof_event is not null then jsonb_build_object('event', proof_event, 'days', proof_days) end as proof`;
const textsById = sql<StoredText>`select ${columns} from consent.texts where id = any($1::uuid[])`;
const textsByHash = sql<{ id: string; purpose: string; basis: TextVersion["basis"]; hash: string }>`
  select id, purpose, basis, hash from consent.texts where hash = any($1::text[]) order by version, id`;
const textsOf = sql<StoredText>`
  select ${columns} from consent.texts where purpose = $1 order by basis, language, version desc`;

export type NewText = Omit<StoredText, "version" | "publishedAt">;

/** The number of the version. Who publishes words for one purpose at once waits for one another. */
export async function saveText(tx: Tx, t: NewText, now: Date, by: string): Promise<number> {
  await tx.run(lock, [t.purpose]);
  const { version } = await tx.one(next, [t.purpose, t.basis, t.language]);
  await tx.run(insertText, [
    ...[t.id, t.purpose, t.basis, t.language, version, t.body, t.hash],
    ...[t.scopes, t.channels, t.categories, t.entityIds, now, by],
    ...[t.benefit, t.proof?.event ?? null, t.proof?.days ?? null],
  ]);
  return version;
}

export const listTexts = (tx: Tx, purpose: string): Promise<StoredText[]> => tx.rows(textsOf, [purpose]);
const counted = sql<{ purpose: string; n: number }>`
  select purpose, count(*)::int as n from consent.texts group by purpose`;
export const countTexts = async (tx: Tx): Promise<Map<string, number>> =>
  new Map((await tx.rows(counted)).map(({ purpose, n }) => [purpose, n]));
/** Words by the hash of what was shown: where one wording was published more than once, all of them. */
export const findByHash = (tx: Tx, hashes: readonly string[]) => tx.rows(textsByHash, [texts(hashes)]);

/** What a batch names, each loaded once however often it is named. */
export async function loadWords(
  tx: Tx,
  named: { readonly purposes: readonly string[]; readonly texts: readonly string[] },
) {
  const purposes = await tx.rows(byCodes, [texts([...new Set(named.purposes)])]);
  const found = await tx.rows(textsById, [uuids([...new Set(named.texts)])]);
  return {
    purposes: new Map(purposes.map((purpose) => [purpose.code, purpose])),
    texts: new Map(found.map((text) => [text.id, text])),
  };
}
