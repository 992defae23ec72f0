// The assortment, ready to use: categories, products, prices, sizes.
import { type Country, currencyOf, siteOf } from "./chain.rules.ts";
import { categoryLines, productLines, type Season, type Want } from "./data/products.ts";
import { ownGtin } from "./gtin.rules.ts";

export type Tongue = "sv" | "da" | "en";
export type Sizes = "child" | "smallshoe" | "shoe" | "adult";
export type Category = {
  readonly slug: string;
  readonly name: Readonly<Record<Tongue, string>>;
  readonly season: Season;
  readonly want: Want;
  /** How many days people think it over. */
  readonly days: number;
  /** Share that comes back. */
  readonly returns: number;
  readonly weight: number;
};
export type Product = {
  readonly sku: string;
  readonly gtin: string;
  readonly category: Category;
  readonly brand: string;
  readonly name: Readonly<Record<Tongue, string>>;
  readonly price: Readonly<Record<Country, number>>;
  readonly sizes: Sizes | undefined;
};

const rows = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.split("|"));

export const categories: readonly Category[] = rows(categoryLines).map(
  ([slug = "", sv = "", da = "", en = "", season, want, days, returns, weight]) => ({
    slug,
    name: { sv, da, en },
    season: season as Season,
    want: want as Want,
    days: Number(days),
    returns: Number(returns),
    weight: Number(weight),
  }),
);

function categoryOf(slug: string): Category {
  const found = categories.find((category) => category.slug === slug);
  if (found === undefined) throw new Error(`no category ${slug}`);
  return found;
}

export const products: readonly Product[] = rows(productLines).map(
  ([slug = "", brand = "", sv = "", da = "", en = "", sek, dkk, sizes], index) => ({
    sku: `ALM-${1001 + index}`,
    gtin: ownGtin(1001 + index),
    category: categoryOf(slug),
    brand,
    name: { sv, da, en },
    price: { SE: Number(sek), DK: Number(dkk) },
    sizes: sizes as Sizes | undefined,
  }),
);

export const productsOf = (category: Category): readonly Product[] =>
  products.filter((product) => product.category === category);

const SEASON_MONTHS: Readonly<Record<Season, readonly number[]>> = {
  always: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  winter: [10, 11, 12, 1, 2],
  spring: [2, 3, 4, 5],
  summer: [4, 5, 6, 7],
  autumn: [8, 9, 10, 11],
};
/** How much a category is wanted in a month: out of season a little. */
export const wantedIn = (category: Category, month: number): number =>
  category.weight * (SEASON_MONTHS[category.season].includes(month) ? 1 : 0.2);

const CHILD_CM = [80, 86, 92, 98, 104, 110, 116, 122, 128, 134, 140, 146, 152, 158, 164];
const childSizes: readonly string[] = CHILD_CM.map(String);
/** The size a child of this age wears: the first one that is not too small. */
export function childSize(age: number): string {
  const height = 75 + 6.2 * age;
  return String(CHILD_CM.find((cm) => cm >= height) ?? 164);
}
const [SMALLEST_SHOE, LARGEST_SHOE] = [20, 38];
const childShoes: readonly string[] = Array.from({ length: LARGEST_SHOE - SMALLEST_SHOE + 1 }, (_, i) =>
  String(SMALLEST_SHOE + i),
);
export const childShoe = (age: number): string =>
  String(Math.min(LARGEST_SHOE, Math.round(SMALLEST_SHOE + 1.75 * age)));

/** All sizes that a thing of this run is sold in, in their order. */
export const sizeRuns: Readonly<Record<Sizes, readonly string[]>> = {
  child: childSizes,
  smallshoe: childShoes,
  shoe: Array.from({ length: 11 }, (_, i) => String(36 + i)),
  adult: ["XS", "S", "M", "L", "XL", "XXL"],
};
/** The article number of one colour and size of a product. */
export const articleGtin = (number: number, place: number): string => ownGtin(number * 100 + place + 1);

function gtinOf({ sku, gtin, sizes }: Product, variant: string | undefined): string {
  if (variant === undefined || sizes === undefined) return gtin;
  return articleGtin(Number(sku.slice(4)), sizeRuns[sizes].indexOf(variant));
}

/** What one line of a cart or receipt says about a product, in the buyer's language and currency. */
export function lineOf(
  product: Product,
  country: Country,
  variant?: string,
): Readonly<Record<string, unknown>> {
  const tongue = country === "SE" ? "sv" : "da";
  return {
    product_id: product.sku,
    sku: variant === undefined ? product.sku : `${product.sku}-${variant}`,
    gtin: gtinOf(product, variant),
    name: product.name[tongue],
    category: product.category.name[tongue],
    brand: product.brand,
    ...(variant !== undefined && { variant }),
    price: product.price[country],
    currency: currencyOf(country),
    url: urlOf(product, country),
  };
}

export const urlOf = (product: Product, country: Country): string =>
  `${siteOf(country)}/p/${product.sku.toLowerCase()}`;
