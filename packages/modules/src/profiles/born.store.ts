// The SQL of when people were born: their words about it, and by an index everybody whom some word may make young.
import { room, type Tx, texts } from "@somlos/kernel/db";
import { columnsOf, type Parts } from "../events/index.ts";
import { birthNames } from "./births.rules.ts";
import type { RecordWord } from "./born.rules.ts";
import { origins } from "./facts.rules.ts";
import { IN_PARTS } from "./facts.store.ts";

const { sql } = room("profiles");

const BIRTHS = sql<{
  part: number;
  record: string;
  name: string;
  trust: number;
  value: unknown;
  at: Date;
  key: string;
  source_id: number;
  rule: number;
}>`
  select s.n::int as part, f.subject as record, f.name, f.trust, f.value, f.at, f.key, f.source_id, f.rule
  ${IN_PARTS} where f.name = any($6::text[])`;

/** Everything said in these parts of streams about when somebody was born, by the number of the part. */
export async function listBirths(tx: Tx, p: Parts): Promise<(RecordWord & { readonly part: number })[]> {
  if (p.count === 0) return [];
  const rows = await tx.rows(BIRTHS, [...columnsOf(p), texts([...birthNames])]);
  return rows.map((row) => ({
    ...{ part: row.part - 1, record: row.record, name: row.name, value: row.value, at: row.at.getTime() },
    ...{ key: row.key, origin: origins[row.trust] ?? "inferred", sourceId: row.source_id, rule: row.rule },
  }));
}

// Names and expression are those of the index facts_births: a test holds the names together.
const YOUNG = sql<{ subject: string; at: Date; key: string }>`
  select subject, at, key from profiles.facts
  where name in ('birthday', 'birthDate', 'birth_date', 'dateOfBirth', 'date_of_birth', 'dob', 'birthYear', 'birth_year', 'yearOfBirth', 'year_of_birth', 'age')
    and jsonb_typeof(value) in ('string', 'number')
    and case when name = 'age' and value #>> '{}' ~ '^(1[89]|[2-9][0-9]|1[0-9][0-9])$' then '0'
      else coalesce(substring(value #>> '{}' from '(?:19|20)[0-9][0-9]'), '9') end >= $1`;

/** Words by which somebody may be born in this year or later: ages below eighteen, and what names no year, too. */
export const listYoungWords = (tx: Tx, year: number): Promise<{ subject: string; at: Date; key: string }[]> =>
  tx.rows(YOUNG, [String(year)]);
