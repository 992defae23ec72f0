// What becomes of a column's value in the first row that has one. Pure.
import type { Became, ImportPreview } from "@somlos/contract/rooms/imports";
import type { ImportIdKind, Mapping } from "@somlos/contract/rooms/imports-mapping";
import type { Formats } from "@somlos/look/format";
import { isAmount, type Kept, keptOf, type Meaning } from "./meaning.rules.ts";
import { shown } from "./values.ts";

export type Becomes = { readonly says: string; readonly refused: boolean };

function amountIn(kept: Kept, became: Became, value: unknown, formats: Formats): string {
  const { rule } = kept;
  const own = kept.where === "lines" ? became.line : became.fields;
  const fixed = isAmount(rule) ? rule.currency : undefined;
  const currency = fixed ?? own?.["currency"] ?? became.fields["currency"];
  return typeof value === "number" && typeof currency === "string"
    ? formats.money(value, currency)
    : shown(value, formats);
}

function valueIn(m: Mapping, column: string, meaning: Meaning, became: Became, formats: Formats): string {
  if (meaning === "time") return became.at === null ? "" : formats.moment(became.at);
  if (meaning.startsWith("id ")) return became.ids[meaning.slice(3) as ImportIdKind] ?? "";
  const kept = keptOf(m, column);
  if (kept === undefined) return "";
  const value = (kept.where === "lines" ? became.line : became.fields)?.[kept.name];
  return isAmount(kept.rule) ? amountIn(kept, became, value, formats) : shown(value, formats);
}

export function becomesOf(
  m: Mapping,
  column: string,
  meaning: Meaning,
  rows: ImportPreview["rows"],
  formats: Formats,
): Becomes | undefined {
  if (meaning === "none") return undefined;
  for (const { became, values } of rows) {
    if (became === null || values[column] === "" || values[column] == null) continue;
    const says = valueIn(m, column, meaning, became, formats);
    if (says !== "") return { says, refused: false };
  }
  const refused = rows.find((row) => row.refused?.detail === column)?.refused;
  return refused == null ? undefined : { says: refused.sentence, refused: true };
}
