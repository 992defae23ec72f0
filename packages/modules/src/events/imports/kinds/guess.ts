// What a column probably is, by its name in English, Swedish and Danish and by what stands in it.
import type { FieldRule, ImportIdKind } from "@somlos/contract/rooms/imports-mapping";
import { readDecimal } from "../mapping/decimal.rules.ts";
import { textOf } from "../mapping/fields.rules.ts";
import { makeReadTime } from "../mapping/time.rules.ts";
import type { Sample } from "./kind.ts";

const flat = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æä]/g, "a")
    .replace(/[öø]/g, "o")
    .replace(/å/g, "a")
    .replace(/[^a-z0-9]+/g, "");

const ID_WORDS: Readonly<Record<ImportIdKind, RegExp>> = {
  email: /^(e?mail|epost|emailaddress|mailadresse|emailadresse|epostadress|emailadress)$/,
  phone:
    /^(phone|phonenumber|mobile|mobilephone|cellphone|telephone|telefon|telefonnummer|telefonnr|mobil|mobilnummer|mobilnr|mobiltelefon|tlf|tlfnr)$/,
  login:
    /^(userid|customerid|customerno|customernumber|custid|login|kundid|kundnr|kundnummer|kundeid|kundenr|kundenummer|brugerid|anvandarid)$/,
  club_card:
    /^(clubcard|clubnumber|clubno|loyaltyid|loyaltycard|memberid|membernumber|memberno|membershipid|medlemsnr|medlemsnummer|medlemsid|kundkort|kundkortsnummer|kundekort|kundekortnummer|klubb?kort|klubb?kortnr|klubb?kortsnr|klubb?korts?nummer|klubb?nummer|kundklubbsnummer|clubcardnumber|clubcardno)$/,
  visitor: /^(anonymousid|visitorid|cookieid)$/,
  distinct_id: /^distinctid$/,
  card_token: /^(cardtoken|paymenttoken)$/,
  receipt:
    /^(receipt|receiptid|receiptno|receiptnumber|kvitto|kvittonr|kvittonummer|bon|bonnr|bonnummer|kvittering|kvitteringsnr)$/,
  order:
    /^(order|orderid|orderno|ordernumber|ordernr|ordernummer|ordreid|ordrenr|ordrenummer|invoice|invoiceno|invoiceid|invoicenumber|fakturanr|fakturanummer)$/,
  device: /^deviceid$/,
};
const TIME_WORD =
  /(date|datum|dato|time|tid|timestamp|created|updated|skapad|andrad|oprettet|aendret|kopt|kobt)/;

export const guessIds = ({ columns }: Sample): Partial<Record<ImportIdKind, string>> => {
  const found: Partial<Record<ImportIdKind, string>> = {};
  for (const [kind, words] of Object.entries(ID_WORDS) as [ImportIdKind, RegExp][]) {
    const column = columns.find((name) => words.test(flat(name)));
    if (column !== undefined) found[kind] = column;
  }
  return found;
};

/** The first column whose name is one of some words. */
export const findColumn = ({ columns }: Sample, words: RegExp): string | undefined =>
  columns.find((name) => words.test(flat(name)));

/** One bad value among many makes a bad row, not another column. */
export const MOST_FIT = 0.9;

const FORMATS = [
  "iso",
  ...[
    "yyyy/MM/dd",
    "yyyyMMdd",
    "dd/MM/yyyy",
    "d/M/yyyy",
    "M/d/yyyy",
    "dd.MM.yyyy",
    "d.M.yyyy",
    "dd-MM-yyyy",
    "d-M-yyyy",
  ].flatMap((day) => [day, `${day} HH:mm`, `${day} H:mm`, `${day} HH:mm:ss`, `${day} H:mm:ss`]),
  "epoch_ms",
  "epoch_s",
];
/** Plain numbers in these ranges are times since 1970 only under a name that says time. */
const EPOCH = { epoch_s: /^1\d{9}(\.\d+)?$/, epoch_ms: /^1\d{12}$/ } as const;

export type GuessedTime = { column: string; format: string; unsure: boolean };

/** The column of the time and its format; unsure when day and month could be the other way round. */
export function guessTime(sample: Sample): GuessedTime | undefined {
  for (const column of sample.columns) {
    if (!TIME_WORD.test(flat(column)) || /birth|fodelse|fodsel/.test(flat(column))) continue;
    const texts = sample.rows.map((row) => textOf(row[column])).filter((text) => text !== undefined);
    if (texts.length === 0) continue;
    const shares = new Map(FORMATS.map((format) => [format, fitting(format, texts)] as const));
    const most = Math.max(...shares.values());
    const format = FORMATS.find((one) => shares.get(one) === most);
    if (format === undefined || most < MOST_FIT) continue;
    const other = format.startsWith("d") ? format.replace(/^d+(.)MM?/, "M$1d") : undefined;
    return { column, format, unsure: other !== undefined && shares.get(other) === most };
  }
  return undefined;
}

/** The share of some texts that have a format. */
function fitting(format: string, texts: readonly string[]): number {
  const shape = format === "epoch_s" || format === "epoch_ms" ? EPOCH[format] : undefined;
  const read = makeReadTime(format, undefined);
  return (
    texts.filter((text) => shape?.test(text) !== false && read?.(text) !== undefined).length / texts.length
  );
}

const NUMERIC = /^[\s\d.,+\-\u2212\u00a0]{1,30}$/;
const isOddWithComma = (text: string): boolean =>
  /[,.].*\./.test(text) || (text.includes(".") && readDecimal(text, ",") === undefined);

/** A comma when the numbers of a file can be read only with one. */
export function guessDecimal(sample: Sample): "," | undefined {
  const texts = sample.rows
    .flatMap((row) => Object.values(row))
    .filter((v): v is string => typeof v === "string" && NUMERIC.test(v) && /\d/.test(v));
  if (texts.some(isOddWithComma)) return undefined;
  return texts.some((text) => /,\d{1,2}$/.test(text) && readDecimal(text, ".") === undefined)
    ? ","
    : undefined;
}

/** The share of a column's filled cells that are numbers. */
export function numeric(sample: Sample, column: string, decimal: "." | ","): number {
  const texts = sample.rows.map((row) => textOf(row[column])).filter((text) => text !== undefined);
  if (texts.length === 0) return 0;
  return texts.filter((text) => readDecimal(text, decimal) !== undefined).length / texts.length;
}

/** Names of fields as events have them: `Förnamn` stays, `Order total (kr)` becomes `Order total kr`. */
export const fieldName = (column: string): string =>
  column
    .replace(/[^\p{L}\p{N}_.\- ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100) || "field";

/** Columns that are no identifiers and no time, each under its own name. */
export function restAsFields(
  sample: Sample,
  used: readonly (string | undefined)[],
  decimal: "." | ",",
): Record<string, FieldRule> {
  const left = sample.columns.filter((column) => !used.includes(column)).slice(0, 1000);
  return Object.fromEntries(left.map((column) => [fieldName(column), ruleFor(sample, column, decimal)]));
}

/** Digits that count nothing: nobody adds up postal codes. */
const CODE_WORD = /(post|zip|kod|code|nummer|number|nr|no|id|tel|phone|card|kort|year|ar|ean|gtin|sku)$/;
const YES_OR_NO = /^(true|false|yes|no|ja|nej)$/i;

/** A number or yes and no where every value of a text file says so; else the value as it stands. */
function ruleFor(sample: Sample, column: string, decimal: "." | ","): FieldRule {
  const values = sample.rows.map((row) => row[column]);
  const texts = values.map(textOf).filter((text) => text !== undefined);
  if (texts.length === 0 || values.some((value) => typeof value !== "string")) return column;
  if (texts.every((text) => YES_OR_NO.test(text))) return { column, as: "boolean" };
  const counts =
    !CODE_WORD.test(flat(column)) && texts.every((text) => text.length < 15 && !/^[+-]?0\d/.test(text));
  return counts && numeric(sample, column, decimal) === 1 ? { column, as: "number" } : column;
}
