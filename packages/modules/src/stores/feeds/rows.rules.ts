// One row of a feed as statements about a product, its prices and how many are where. Pure.
import type { Language } from "@somlos/contract";
import type { FeedRefusal } from "@somlos/contract/rooms/feeds-refusals";
import { minorOf } from "@somlos/rules/prices/amount";
import { readDecimal, writeDecimal } from "../../events/index.ts";
import type { Columns, Field } from "./columns.rules.ts";

export type FeedTerms = {
  readonly language: Language;
  readonly entity: string;
  readonly currency: string;
  readonly taxPercent: number | null;
  readonly location: string | null;
  /** When it was as the file says. */
  readonly at: string;
};
export type ReadRow = {
  readonly sku: string;
  readonly code: string;
  readonly product: object | null;
  readonly figure: object | null;
};
export type BadRow = {
  readonly refused: FeedRefusal;
  readonly sku: string | null;
  readonly code: string | null;
};
type Values = Readonly<Record<string, unknown>>;
class Bad extends Error {
  readonly code: FeedRefusal;
  constructor(code: FeedRefusal) {
    super(code);
    this.code = code;
  }
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const text = one === null || one === undefined || typeof one === "object" ? "" : String(one).trim();
    return text === "" ? [] : [text];
  });
/** The fields of one row. */
class Cells {
  readonly #values: Values;
  readonly columns: Columns;
  constructor(values: Values, columns: Columns) {
    this.#values = values;
    this.columns = columns;
  }
  all(field: Field): string[] {
    const column = this.columns.of[field];
    return column === undefined ? [] : this.at(column);
  }
  one(field: Field): string | undefined {
    return this.all(field)[0];
  }
  at(column: string): string[] {
    return textsOf(this.#values[column]);
  }
  under(prefix: string): (name: string) => string[] {
    return (name) => textsOf(this.#values[`${prefix}.${name}`]);
  }
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€/, "EUR"],
  [/£/, "GBP"],
  [/\$/, "USD"],
];
/** `1249.00 SEK`, `SEK 1 249,00`, `1.249,50 kr`, `1249:-`; of two ways to read it the one that its currency allows. */
export function priceIn(text: string, currency: string): { amount: string; currency: string } {
  const told = /\b([A-Z]{3})\b/.exec(text)?.[1] ?? SIGNS.find(([sign]) => sign.test(text))?.[1] ?? currency;
  const number = text.replace(/\b[A-Z]{3}\b|€|£|\$|kr\.?|:-|,-/gi, "").replace(/^[^\d-]+|[^\d]+$/g, "");
  const ways = ([".", ","] as const).flatMap((separator) => {
    const decimal = readDecimal(number, separator);
    const amount = decimal === undefined ? undefined : writeDecimal(decimal);
    return amount === undefined || minorOf(amount, told) === undefined ? [] : [amount];
  });
  const [amount, ...others] = [...new Set(ways)];
  if (amount === undefined || others.length > 0) throw new Bad("feeds.row_price");
  return { amount, currency: told };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A moment with its zone; a day alone begins and ends as UTC has it. */
function momentIn(text: string): string {
  const given = DAY.test(text) ? `${text}T00:00:00Z` : text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2");
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(given) ? given : `${given}Z`;
  const ms = Date.parse(zoned.replace(" ", "T"));
  if (Number.isNaN(ms)) throw new Bad("feeds.row_sale");
  return new Date(ms).toISOString();
}

function saleIn(cells: Cells, currency: string) {
  const text = cells.one("sale_price");
  if (text === undefined) return null;
  const price = priceIn(text, currency);
  if (price.currency !== currency) throw new Bad("feeds.row_price");
  const [from, until] = cells.one("sale_dates")?.split("/") ?? [
    cells.one("sale_from"),
    cells.one("sale_until"),
  ];
  const moment = (one: string | undefined) => (one === undefined || one === "" ? null : momentIn(one.trim()));
  return { amount: price.amount, from: moment(from), until: moment(until) };
}

function pricesIn(cells: Cells, terms: FeedTerms) {
  const text = cells.one("price");
  if (text === undefined) return [];
  const { amount, currency } = priceIn(text, cells.one("currency") ?? terms.currency);
  const tax = cells.one("tax")?.replace(/[%\s]/g, "").replace(",", ".");
  const taxPercent = tax === undefined ? terms.taxPercent : Number(tax);
  const entity = cells.one("entity") ?? terms.entity;
  return [{ entity, currency, amount, taxPercent, sale: saleIn(cells, currency) }];
}

const listIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(/[,|;]\s*(?=https?:)/)).map((one) => one.trim());

function optionsIn(cells: Cells): Record<string, string> {
  const named = (["colour", "size", "material", "pattern"] as const).map((name) => [name, cells.one(name)]);
  const given = cells.columns.options.map(([column, option]) => [option, cells.at(column)[0]]);
  return Object.fromEntries([...named, ...given].filter(([, text]) => text !== undefined));
}

const BETWEEN = /[\s,/–(-]+$/u;
/** A title that ends in its own colour and size names the product before them. */
export function nameWithout(title: string, options: Readonly<Record<string, string>>): string {
  const words = Object.values(options).map((one) => one.toLowerCase());
  for (let name = title; ; ) {
    const bare = name.replace(/\)$/, "");
    const cut = words.find(
      (word) => bare.toLowerCase().endsWith(word) && BETWEEN.test(bare.slice(0, -word.length)),
    );
    if (cut === undefined) return name === "" ? title : name;
    name = bare.slice(0, -cut.length).replace(BETWEEN, "");
  }
}

function textsIn(cells: Cells, terms: FeedTerms, grouped: boolean) {
  const { names, descriptions } = cells.columns;
  const options = optionsIn(cells);
  const named = (Object.entries(names) as [Language, string][]).map(([language, column]) => ({
    ...{ language, name: cells.at(column)[0] },
    description: descriptions[language] === undefined ? undefined : cells.at(descriptions[language])[0],
  }));
  const plain = { language: terms.language, name: cells.one("name"), description: cells.one("description") };
  const known = new Set(named.filter(({ name }) => name !== undefined).map(({ language }) => language));
  return [...named, ...(known.has(terms.language) ? [] : [plain])].flatMap(
    ({ language, name, description }) =>
      name === undefined
        ? []
        : [{ language, name: grouped ? nameWithout(name, options) : name, description: description ?? null }],
  );
}

function factsIn(cells: Cells): Record<string, string> {
  const plain = cells.columns.facts.flatMap(([column, fact]) => {
    const text = cells.at(column).join(", ");
    return text === "" ? [] : [[fact, text.slice(0, 500)] as const];
  });
  const detail = cells.under("product_detail");
  const [called, told] = [detail("attribute_name"), detail("attribute_value")];
  const nested = called.map((name, i) => [name.slice(0, 60), (told[i] ?? "").slice(0, 500)] as const);
  const listed = cells
    .all("details")
    .flatMap((text) => text.split(","))
    .map((text) => text.split(":").map((part) => part.trim()))
    .flatMap(([, name = "", value = ""]) => (name === "" || value === "" ? [] : [[name, value] as const]));
  return Object.fromEntries([...plain, ...nested, ...listed].filter(([, text]) => text !== "").slice(0, 100));
}

const GONE = /^(1|true|yes|ja|x|sant)$/i;

function productIn(
  cells: Cells,
  terms: FeedTerms,
  { sku, code }: { sku: string; code: string },
): object | null {
  const { at } = terms;
  if (GONE.test(cells.one("gone") ?? "")) return { sku, at, gone: true };
  const prices = pricesIn(cells, terms);
  const texts = textsIn(cells, terms, code !== sku);
  if (texts.length === 0) return prices.length === 0 ? null : { sku, code, at, prices };
  const pictures = [...cells.all("image"), ...listIn(cells.all("more_images"))];
  const media = [...new Set(pictures)].slice(0, 30).map((url) => ({ url }));
  const variant = { sku, gtin: cells.one("gtin") ?? null, options: optionsIn(cells), prices };
  return {
    ...{ code, at, brand: cells.one("brand") ?? null, category: cells.one("category") ?? null },
    ...{ attributes: factsIn(cells), texts, media: code === sku ? media : [] },
    ...{ partial: true, variants: [{ ...variant, media: code === sku ? [] : media }] },
  };
}

function figureIn(cells: Cells, { at, location }: FeedTerms, sku: string): object | null {
  const [text, place] = [cells.one("stock"), cells.one("location") ?? location];
  if (text === undefined || place === null) return null;
  const onHand = Number(text.replace(/[.,]0+$/, "").replace(/\s/g, ""));
  if (!Number.isInteger(onHand)) throw new Bad("feeds.row_stock");
  const zone = cells.one("zone");
  const zones = zone === undefined ? [] : [{ zone, shelf: cells.one("shelf") ?? null }];
  return { sku, location: place, onHand, at, zones };
}

/** What a row says; or why it cannot be read, with what it names all the same, so that it is not taken for gone. */
export function readRow(values: Values, columns: Columns, terms: FeedTerms): ReadRow | BadRow {
  const cells = new Cells(values, columns);
  const sku = cells.one("sku");
  if (sku === undefined) return { refused: "feeds.row_no_sku", sku: null, code: null };
  const code = cells.one("code") ?? sku;
  try {
    const product = productIn(cells, terms, { sku, code });
    const figure = figureIn(cells, terms, sku);
    if (product === null && figure === null) throw new Bad("feeds.row_nothing");
    return { sku, code, product, figure };
  } catch (error) {
    if (!(error instanceof Bad)) throw error;
    return { refused: error.code, sku, code };
  }
}

const MANY = 20;
const SHARE = 0.25;
/** A whole file that leaves out a quarter of what was sold is more often broken than true: somebody is asked. */
export const asksFirst = ({ sold, out }: { readonly sold: number; readonly out: number }): boolean =>
  out > MANY && out > sold * SHARE;
