// What a source says of a product, as rows: each with when it was so, and a hash that decides between two words of one moment,
// so that every order of telling gives the same catalogue. Pure.
import { type Language, Refusal } from "@somlos/contract";
import type { ToldProduct } from "@somlos/contract/rooms/catalog";
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
export type SightingRow = { readonly variantId: string; readonly saidAt: number };

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
const inputOf = (parts: readonly unknown[]): string =>
  uuidOf(fingerprint("catalogue", JSON.stringify(parts)));

type Whole = Exclude<ToldProduct, { gone: true }>;
type Price = Whole["variants"][number]["prices"][number];
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

/** One statement; what is wrong with it is thrown as a refusal. */
export function toldOf(told: ToldProduct, entityOf: EntityIds): Told {
  const [productId, at] = [productIdOf(told.code), Date.parse(told.at)];
  if ("gone" in told) {
    const head = { id: productId, code: told.code, brand: null, category: null, attributes: "{}" };
    return {
      // A product that nobody described yet is known by its code from here on, below every description.
      products: [{ ...head, saidAt: 0, input: inputOf([]) }],
      ...{ texts: [], variants: [], prices: [], sightings: [] },
      tellings: [{ productId, saidAt: null, goneAt: at }],
    };
  }
  const attributes = sorted(told.attributes);
  const head = { id: productId, code: told.code, brand: told.brand, category: told.category, attributes };
  const variants = told.variants.map((one, place): VariantRow => {
    const row = { id: variantIdOf(one.sku), productId, sku: one.sku, gtin: gtinIn(one.gtin), place };
    const options = sorted(one.options);
    return { ...row, options, saidAt: at, input: inputOf([row, options]) };
  });
  return {
    products: [{ ...head, saidAt: at, input: inputOf(Object.values(head)) }],
    texts: told.texts.map((text) => ({
      ...{ productId, ...text, saidAt: at, input: inputOf([text.name, text.description]) },
    })),
    variants,
    prices: told.variants.flatMap(({ sku, prices }) =>
      prices.map((price) => priceRow(variantIdOf(sku), at, price, entityOf)),
    ),
    tellings: [{ productId, saidAt: at, goneAt: null }],
    sightings: variants.map(({ id }) => ({ variantId: id, saidAt: at })),
  };
}

/** Of several words about one thing the latest, and of one moment that with the greater hash. */
function latest<Row extends Said>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
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

function lastTellings(rows: readonly TellingRow[]): TellingRow[] {
  const best = new Map<string, TellingRow>();
  for (const { productId, saidAt, goneAt } of rows) {
    const known = best.get(productId);
    best.set(productId, {
      productId,
      saidAt: later(saidAt, known?.saidAt ?? null),
      goneAt: later(goneAt, known?.goneAt ?? null),
    });
  }
  return [...best.values()];
}

function lastSightings(rows: readonly SightingRow[]): SightingRow[] {
  const best = new Map<string, number>();
  for (const { variantId, saidAt } of rows)
    best.set(variantId, Math.max(saidAt, best.get(variantId) ?? saidAt));
  return [...best].map(([variantId, saidAt]) => ({ variantId, saidAt }));
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
    tellings: lastTellings(all.flatMap((one) => one.tellings)),
    sightings: lastSightings(all.flatMap((one) => one.sightings)),
  };
}
