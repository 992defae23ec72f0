// What a source says of a product, as rows: each with when it was so, and a hash that decides between two words of one moment,
// so that every order of telling gives the same catalogue. Pure.
import { type Language, Refusal } from "@somlos/contract";
import type {
  GoneProduct,
  GoneVariant,
  NewPrices,
  ToldProduct,
  WholeProduct,
} from "@somlos/contract/rooms/catalog";
import { fingerprint, uuidOf } from "@somlos/kernel/ids";
import { gtinOf } from "@somlos/rules/gtin";
import { minorOf } from "@somlos/rules/prices/amount";

type Said = { readonly saidAt: number; readonly input: string };
export type ProductRow = Said & {
  readonly id: string;
  readonly code: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly attributes: string;
  readonly media: string;
};
export type TextRow = Said & {
  readonly productId: string;
  readonly language: Language;
  readonly name: string;
  readonly description: string | null;
};
export type VariantRow = Said & {
  readonly id: string;
  readonly productId: string;
  readonly sku: string;
  readonly gtin: string | null;
  readonly options: string;
  readonly place: number;
  readonly media: string;
};
export type PriceRow = {
  readonly variantId: string;
  readonly entityId: string;
  readonly at: number;
  readonly currency: string;
  readonly amountMinor: number;
  readonly taxBasisPoints: number | null;
  readonly saleMinor: number | null;
  readonly saleFrom: number | null;
  readonly saleUntil: number | null;
  readonly input: string;
};
export type TellingRow = {
  readonly productId: string;
  readonly saidAt: number | null;
  readonly goneAt: number | null;
};
export type SightingRow = {
  readonly variantId: string;
  readonly saidAt: number | null;
  readonly goneAt: number | null;
};

/** What one statement, or many, come to. */
export type Told = {
  readonly products: readonly ProductRow[];
  readonly texts: readonly TextRow[];
  readonly variants: readonly VariantRow[];
  readonly prices: readonly PriceRow[];
  readonly tellings: readonly TellingRow[];
  readonly sightings: readonly SightingRow[];
};

export const productIdOf = (code: string): string => uuidOf(fingerprint("product", code));
export const variantIdOf = (sku: string): string => uuidOf(fingerprint("variant", sku));
/** The same content is the same, however its fields stood. */
const sorted = (facts: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))));
const mediaOf = (list: WholeProduct["media"]): string =>
  JSON.stringify(list.map(({ url, alt }) => ({ url, alt })));
const inputOf = (parts: readonly unknown[]): string =>
  uuidOf(fingerprint("catalogue", JSON.stringify(parts)));

type Price = NewPrices["prices"][number];
/** The id of a legal entity by its code. */
export type EntityIds = (code: string) => string | undefined;

const timeOf = (text: string | null): number | null => (text === null ? null : Date.parse(text));

function saleOf({ sale, currency }: Price): Pick<PriceRow, "saleMinor" | "saleFrom" | "saleUntil"> {
  if (sale === null) return { saleMinor: null, saleFrom: null, saleUntil: null };
  const saleMinor = minorOf(sale.amount, currency);
  const [saleFrom, saleUntil] = [timeOf(sale.from), timeOf(sale.until)];
  if (saleMinor === undefined || (saleFrom !== null && saleUntil !== null && saleUntil <= saleFrom))
    throw new Refusal("catalog.price_bad");
  return { saleMinor, saleFrom, saleUntil };
}

function priceRow(variantId: string, at: number, price: Price, entityOf: EntityIds): PriceRow {
  const entityId = entityOf(price.entity);
  if (entityId === undefined) throw new Refusal("company.entity_unknown");
  const amountMinor = minorOf(price.amount, price.currency);
  if (amountMinor === undefined) throw new Refusal("catalog.price_bad");
  const { currency, taxPercent } = price;
  const taxBasisPoints = taxPercent === null ? null : Math.round(taxPercent * 100);
  const row = { variantId, entityId, at, currency, amountMinor, taxBasisPoints, ...saleOf(price) };
  return { ...row, input: inputOf(Object.values(row)) };
}

function gtinIn(text: string | null): string | null {
  if (text === null || text === "") return null;
  const gtin = gtinOf(text.replace(/[ -]/g, ""));
  if (gtin === undefined) throw new Refusal("catalog.gtin_bad");
  return gtin;
}

/** A product that nobody described yet is known by its code from here on, below every description. */
const nameless = (code: string): ProductRow => ({
  ...{ id: productIdOf(code), code, brand: null, category: null, attributes: "{}", media: "[]" },
  ...{ saidAt: 0, input: inputOf([]) },
});

const unsaid = { texts: [], prices: [], tellings: [], sightings: [] } as const;

/** A variant that nobody described yet, likewise. */
function unknownVariant(code: string, sku: string): Told {
  const product = nameless(code);
  const variant = {
    id: variantIdOf(sku),
    productId: product.id,
    sku,
    gtin: null,
    options: "{}",
    media: "[]",
  };
  const variants = [{ ...variant, place: 0, saidAt: 0, input: inputOf([code]) }];
  return { products: [product], variants, ...unsaid };
}

/** It is still there, and what it is could not be read: nothing about it changes, and it is not taken for gone. */
export const mentioned = (code: string, sku: string, at: number): Told => ({
  ...unknownVariant(code, sku),
  sightings: [{ variantId: variantIdOf(sku), saidAt: at, goneAt: null }],
});

const pricesOf = (sku: string, at: number, prices: readonly Price[], entityOf: EntityIds): PriceRow[] =>
  prices.map((price) => priceRow(variantIdOf(sku), at, price, entityOf));

function wholeOf(told: WholeProduct, entityOf: EntityIds): Told {
  const [productId, at] = [productIdOf(told.code), Date.parse(told.at)];
  const [attributes, media] = [sorted(told.attributes), mediaOf(told.media)];
  const { code, brand, category } = told;
  const head = { id: productId, code, brand, category, attributes, media };
  const variants = told.variants.map((one, place): VariantRow => {
    const row = { id: variantIdOf(one.sku), productId, sku: one.sku, gtin: gtinIn(one.gtin), place };
    const [options, pictures] = [sorted(one.options), mediaOf(one.media)];
    return { ...row, options, media: pictures, saidAt: at, input: inputOf([row, options, pictures]) };
  });
  return {
    products: [{ ...head, saidAt: at, input: inputOf(Object.values(head)) }],
    texts: told.texts.map((text) => ({
      ...{ productId, ...text, saidAt: at, input: inputOf([text.name, text.description]) },
    })),
    variants,
    prices: told.variants.flatMap(({ sku, prices }) => pricesOf(sku, at, prices, entityOf)),
    tellings: told.partial ? [] : [{ productId, saidAt: at, goneAt: null }],
    sightings: variants.map(({ id }) => ({ variantId: id, saidAt: at, goneAt: null })),
  };
}

const goneOf = (told: GoneProduct | GoneVariant, at: number): Told =>
  "sku" in told
    ? {
        ...unknownVariant(told.sku, told.sku),
        sightings: [{ variantId: variantIdOf(told.sku), saidAt: null, goneAt: at }],
      }
    : {
        ...{ products: [nameless(told.code)], variants: [], ...unsaid },
        tellings: [{ productId: productIdOf(told.code), saidAt: null, goneAt: at }],
      };

/** One statement; what is wrong with it is thrown as a refusal. */
export function toldOf(told: ToldProduct, entityOf: EntityIds): Told {
  const at = Date.parse(told.at);
  if ("texts" in told) return wholeOf(told, entityOf);
  if ("gone" in told) return goneOf(told, at);
  const { sku, code = sku } = told;
  return { ...unknownVariant(code, sku), prices: pricesOf(sku, at, told.prices, entityOf) };
}

/** Of several words about one thing the latest, and of one moment that with the greater hash. */
export function latest<Row extends Said>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const best = new Map<string, Row>();
  for (const row of rows) {
    const known = best.get(keyOf(row));
    const wins =
      known === undefined ||
      row.saidAt > known.saidAt ||
      (row.saidAt === known.saidAt && row.input > known.input);
    if (wins) best.set(keyOf(row), row);
  }
  return [...best.values()];
}
const later = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

type Times = { readonly saidAt: number | null; readonly goneAt: number | null };
/** Of each the latest time of both. */
function lastTimes<Row extends Times>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const best = new Map<string, Row>();
  for (const row of rows) {
    const known = best.get(keyOf(row)) ?? row;
    const [saidAt, goneAt] = [later(row.saidAt, known.saidAt), later(row.goneAt, known.goneAt)];
    best.set(keyOf(row), { ...row, saidAt, goneAt });
  }
  return [...best.values()];
}

/** Many statements as one: a row a thing. */
export function together(all: readonly Told[]): Told {
  const prices = all.flatMap((one) => one.prices.map((price) => ({ ...price, saidAt: price.at })));
  return {
    products: latest(
      all.flatMap((one) => one.products),
      ({ id }) => id,
    ),
    texts: latest(
      all.flatMap((one) => one.texts),
      ({ productId, language }) => `${productId} ${language}`,
    ),
    variants: latest(
      all.flatMap((one) => one.variants),
      ({ id }) => id,
    ),
    prices: latest(prices, ({ variantId, entityId, at }) => `${variantId} ${entityId} ${at}`),
    tellings: lastTimes(
      all.flatMap((one) => one.tellings),
      ({ productId }) => productId,
    ),
    sightings: lastTimes(
      all.flatMap((one) => one.sightings),
      ({ variantId }) => variantId,
    ),
  };
}
