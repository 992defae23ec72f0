// From cells to values: text, numbers, amounts, yes and no.
import type { FieldRule, ReadSettings } from "@somlos/contract/rooms/imports-mapping";
import { BadRow } from "./bad-row.rules.ts";
import { type Decimal, readDecimal, toJson } from "./decimal.rules.ts";
import { isCurrency, readAmount, toMinor } from "./money.rules.ts";

export type Cells = Readonly<Record<string, unknown>>;
export type Json = Record<string, unknown>;

/** The text of a cell without blanks around it; undefined when it is empty or no single value. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  if (typeof text !== "string") return undefined;
  const trimmed = text.trim();
  return trimmed === "" ? undefined : trimmed;
}

/** Tables kept in floating point write a whole number as 17850.0; as an identifier it is 17850. */
export function idTextOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{3,}\.0$/.test(text) ? text.slice(0, -2) : text;
}

/** A number of a JSON or Parquet file always has a point. */
const separatorFor = (value: unknown, read: ReadSettings | undefined): "." | "," =>
  typeof value === "number" ? "." : (read?.decimal ?? ".");

const YES = new Set(["true", "yes", "y", "1", "ja", "j", "x", "sand", "sant"]);
const NO = new Set(["false", "no", "n", "0", "nej", "falsk", "falskt"]);

export type Field = (cells: Cells, into: Json) => void;

/** One function that writes all fields of a row. */
export function makeFields(
  rules: Readonly<Record<string, FieldRule>>,
  read: ReadSettings | undefined,
): Field {
  const each = Object.entries(rules).map(([name, rule]) => makeField(name, rule, read));
  return (cells, into) => {
    for (const field of each) field(cells, into);
  };
}

function makeField(name: string, rule: FieldRule, read: ReadSettings | undefined): Field {
  if (typeof rule === "string")
    return (cells, into) => {
      const value = cells[rule];
      if (value !== undefined && value !== null && value !== "") into[name] = value;
    };
  if ("value" in rule)
    return (_cells, into) => {
      into[name] = rule.value;
    };
  const { column } = rule;
  return (cells, into) => {
    const text = textOf(cells[column]);
    if (text === undefined) return;
    if (rule.as === "text") into[name] = text;
    else if (rule.as === "boolean") into[name] = booleanOf(text, column);
    else if (rule.as === "number") into[name] = toJson(decimalOf(cells, column, read));
    else writeAmount(name, rule, cells, read, into);
  };
}

function booleanOf(text: string, column: string): boolean {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new BadRow("imports.row_number_bad", column);
}

function decimalOf(cells: Cells, column: string, read: ReadSettings | undefined): Decimal {
  const value = cells[column];
  const found = readDecimal(textOf(value) ?? "", separatorFor(value, read));
  if (found === undefined) throw new BadRow("imports.row_number_bad", column);
  return found;
}

type AmountRule = Extract<FieldRule, { as: unknown }>;

function writeAmount(
  name: string,
  rule: AmountRule,
  cells: Cells,
  read: ReadSettings | undefined,
  into: Json,
): void {
  const value = cells[rule.column];
  const currency = (
    rule.currencyColumn === undefined ? rule.currency : textOf(cells[rule.currencyColumn])
  )?.toUpperCase();
  if (currency === undefined || !isCurrency(currency)) throw new BadRow("imports.row_money_bad", rule.column);
  const amount = readAmount(textOf(value) ?? "", currency, separatorFor(value, read));
  if (amount === undefined) throw new BadRow("imports.row_money_bad", rule.column);
  into[name] = toJson(amount);
  into["currency"] ??= currency;
  if (rule.as === "price") return;
  const minor = toMinor(amount, currency);
  if (minor === undefined) throw new BadRow("imports.row_money_bad", rule.column);
  into[`${name}_minor`] = minor;
}
