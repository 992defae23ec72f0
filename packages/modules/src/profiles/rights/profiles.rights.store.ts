// The SQL of what a person may ask of facts.
import { room, type Tx } from "@somlos/kernel/db";
import type { WhoseParts } from "@somlos/kernel/rights";
import { IN_PARTS } from "../facts.store.ts";

const { sql } = room("profiles");

const OWN = sql<{ name: string; value: unknown; trust: number; at: Date; sourceId: number; rule: number }>`
  select f.name, f.value, f.trust, f.at, f.source_id as "sourceId", f.rule ${IN_PARTS} order by f.name, f.trust desc, f.at desc`;
const COUNT = sql<{ count: number }>`
  select count(distinct (f.subject, f.name, f.trust, f.slot, f.slot_key))::int as count ${IN_PARTS}
    where ($6::smallint is null or f.source_id = $6) and ($7::timestamptz is null or (f.at >= $7 and f.at < $8))`;
const DROP = sql`
  delete from profiles.facts x using (select distinct f.subject, f.name, f.trust, f.slot, f.slot_key ${IN_PARTS}
    where ($6::smallint is null or f.source_id = $6) and ($7::timestamptz is null or (f.at >= $7 and f.at < $8))) g
  where (x.subject, x.name, x.trust, x.slot, x.slot_key) = (g.subject, g.name, g.trust, g.slot, g.slot_key)`;
// What others said that holds an identifier of the person: few facts name somebody else's.
const DROP_NAMING = sql`delete from profiles.facts where value::text ~* $1 and circle = $2`;
const DROP_AT = sql`
  delete from profiles.facts x using (select distinct f.subject, f.slot, f.slot_key ${IN_PARTS}
    where f.name = $6 and f.trust = $7::smallint and f.at = $8) g
  where (x.subject, x.name, x.trust, x.slot, x.slot_key) = (g.subject, $6, $7::smallint, g.slot, g.slot_key)`;

const columns = (p: WhoseParts) => [p.subjects, p.fromAts, p.fromKeys, p.toAts, p.toKeys];

export const listOwnFacts = (tx: Tx, parts: WhoseParts) => tx.rows(OWN, columns(parts));
export type OfFacts = {
  readonly sourceId: number | null;
  readonly from: string | null;
  readonly to: string | null;
};
export const countOwnFacts = async (tx: Tx, parts: WhoseParts, of: OfFacts): Promise<number> =>
  (await tx.one(COUNT, [...columns(parts), of.sourceId, of.from, of.to])).count;
export const deleteOwnFacts = (tx: Tx, parts: WhoseParts, of: OfFacts): Promise<number> =>
  tx.run(DROP, [...columns(parts), of.sourceId, of.from, of.to]);
export const deleteFactsNaming = (tx: Tx, pattern: string, circle: number) =>
  tx.run(DROP_NAMING, [pattern, circle]);
/** One word of a fact: all that was said of it with this rank at this time. */
export const deleteWordAt = (
  tx: Tx,
  parts: WhoseParts,
  word: { readonly name: string; readonly trust: number; readonly at: Date },
): Promise<number> => tx.run(DROP_AT, [...columns(parts), word.name, word.trust, word.at]);
