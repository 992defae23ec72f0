// A value of a copy as a person reads it: times, money, numbers, codes and names of things. Pure.
import type { Language } from "@somlos/contract";
import { fieldSaid, sentSaid } from "./fields.rules.ts";
import { ourselves, valueSaid, yesNo } from "./values.rules.ts";
import { inLanguage } from "./words.rules.ts";

/** What ids and codes of this shop are called. */
export type Names = {
  readonly zone: string;
  readonly sources: ReadonlyMap<number, string>;
  readonly entities: ReadonlyMap<string, string>;
  readonly purposes: ReadonlyMap<string, string>;
  readonly shares: ReadonlyMap<string, string>;
  readonly place: (code: string) => string | undefined;
};
export type Speech = { readonly language: Language; readonly names: Names };
type Row = Readonly<Record<string, unknown>>;

const locales: Readonly<Record<Language, string>> = { en: "en-GB", sv: "sv-SE", da: "da-DK" };
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNTS: ReadonlySet<string> = new Set([
  ...["price", "total", "revenue", "value", "subtotal", "discount", "shipping", "tax", "amount"],
]);
const PLACES: ReadonlySet<string> = new Set(["place", "onePlace", "location"]);
const HIDDEN: ReadonlySet<string> = new Set(["table", "kernel.mails body_html", "kernel.mails id"]);

/** 14:07 in English, 14.07 in Swedish and Danish. */
function clock(hours: string, minutes: string, language: Language): string {
  return `${hours}${language === "en" ? ":" : "."}${minutes}`;
}

const dayIn = (at: Date, { language, names }: Speech, zone = names.zone): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: zone }).format(at);

export function momentIn(at: Date, { language, names }: Speech): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: names.zone } as const;
  const parts = new Intl.DateTimeFormat("en-GB", options).formatToParts(at);
  const part = (type: "hour" | "minute") => parts.find((one) => one.type === type)?.value ?? "";
  return `${dayIn(at, { language, names })}, ${clock(part("hour"), part("minute"), language)}`;
}

const number = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 10 }).format(value);

/** Undefined when it is no currency that anybody knows. */
function money(value: number, currency: unknown, language: Language): string | undefined {
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return new Intl.NumberFormat(locales[language], { style: "currency", currency }).format(value);
}

function weekdays(days: readonly unknown[], language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: "long", timeZone: "UTC" });
  const names = days.map((day) => format.format(new Date(Date.UTC(2024, 0, Number(day))))); // 1 January 2024 was a Monday
  return new Intl.ListFormat(locales[language]).format(names);
}

function wordsOf(value: string, speech: Speech): string {
  if (ISO.test(value) && !Number.isNaN(Date.parse(value))) return momentIn(new Date(value), speech);
  if (DAY.test(value) && !Number.isNaN(Date.parse(value))) return dayIn(new Date(value), speech, "UTC");
  return value;
}

type Special = (value: unknown, speech: Speech) => string | undefined;
const named =
  (pick: (names: Names) => ReadonlyMap<string, string>): Special =>
  (value, { names }) =>
    pick(names).get(String(value));
const minutes: Special = (value, { language }) => {
  const two = (n: number) => String(n).padStart(2, "0");
  return typeof value === "number"
    ? clock(two(Math.floor(value / 60)), two(value % 60), language)
    : undefined;
};
/** Columns that hold a thing with a name, or a figure of a kind. */
const special: Readonly<Record<string, Special>> = {
  sourceId: (value, { names, language }) =>
    names.sources.get(Number(value)) ?? inLanguage(ourselves, language),
  entityId: named(({ entities }) => entities),
  purpose: named(({ purposes }) => purposes),
  fromMinute: minutes,
  toMinute: minutes,
  days: (value, { language }) => (Array.isArray(value) ? weekdays(value, language) : undefined),
  share: (value, { language }) =>
    new Intl.NumberFormat(locales[language], { style: "percent" }).format(Number(value)),
  "identity.household_shares kind": named(({ shares }) => shares),
  "identity.household_log kind": named(({ shares }) => shares),
};

/** One value of a row in words; undefined: it is an object, which has rows of its own. */
function plainIn(
  table: string,
  column: string,
  value: unknown,
  row: Row,
  speech: Speech,
): string | undefined {
  const { language, names } = speech;
  const own = (special[`${table} ${column}`] ?? special[column])?.(value, speech);
  if (own !== undefined) return own;
  if (typeof value === "boolean") return inLanguage(yesNo[value ? 1 : 0], language);
  if (typeof value === "number")
    return (
      (AMOUNTS.has(column) ? money(value, row["currency"], language) : undefined) ?? number(value, language)
    );
  if (typeof value !== "string") return undefined;
  const place = PLACES.has(column) ? names.place(value) : undefined;
  return place ?? valueSaid(table, column, value, language) ?? wordsOf(value, speech);
}

/** A value with its name: text, or fields within. */
export type Field = { readonly name: string; readonly said: string | readonly Field[] };

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (typeof value === "object" && !(value instanceof Date) && Object.keys(value).length === 0);

function listIn(table: string, column: string, list: readonly unknown[], speech: Speech): Field["said"] {
  const special = plainIn(table, column, list, {}, speech);
  if (special !== undefined) return special;
  if (list.some((one) => typeof one === "object" && one !== null))
    return list.map((one, at) => ({ name: `${at + 1}`, said: saidOf("", "", one, {}, speech) }));
  const words = list.map((one) => plainIn(table, column, one, {}, speech) ?? "");
  return new Intl.ListFormat(locales[speech.language]).format(words);
}

function saidOf(table: string, column: string, value: unknown, row: Row, speech: Speech): Field["said"] {
  if (Array.isArray(value)) return listIn(table, column, value, speech);
  if (typeof value === "object" && value !== null) return fieldsWithin(value as Row, speech);
  return plainIn(table, column, value, row, speech) ?? "";
}

/** What clients of the shop sent: names that nobody taught us are spelled out. */
const fieldsWithin = (value: Row, speech: Speech): Field[] =>
  Object.entries(value)
    .filter(([, one]) => !isEmpty(one))
    .map(([name, one]) => ({
      name: sentSaid(name, speech.language),
      said: saidOf("", name, one, value, speech),
    }));

/** A fact is told by its own name, and so is what it says. */
function nameOf(table: string, column: string, row: Row, language: Language): string {
  if (table === "profiles.facts" && column === "value") return sentSaid(String(row["name"]), language);
  return fieldSaid(table, column, language) ?? sentSaid(column, language);
}

/** A row of a copy: what is empty is left out. */
export function fieldsOf(row: Row, speech: Speech): Field[] {
  const table = String(row["table"] ?? "");
  return Object.entries(row)
    .filter(([column, value]) => !isEmpty(value) && !HIDDEN.has(column) && !HIDDEN.has(`${table} ${column}`))
    .filter(([column]) => !(table === "profiles.facts" && column === "name"))
    .map(([column, value]) => ({
      name: nameOf(table, column, row, speech.language),
      said: saidOf(table, column, value, row, speech),
    }));
}
