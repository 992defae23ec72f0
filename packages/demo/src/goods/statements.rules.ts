// What the demo says of its goods, as statements of POST /v1/products and POST /v1/categories. Pure.
import { categoryNameLines } from "../data/category-names.ts";
import type { Json } from "../life/way.rules.ts";
import { pictureOf } from "../pictures/picture.rules.ts";
import { type Article, type Good, goods } from "./assortment.rules.ts";
import { priceMoments, pricesAt } from "./prices.rules.ts";

/** One picture a drawing, colour and kind: sizes share it. */
export type Picture = { readonly key: string; readonly svg: string };
const keyOf = ({ family, kind }: Good, { colour }: Article): string => `${family.drawing} ${colour} ${kind}`;
export const pictures: readonly Picture[] = [
  ...new Map(
    goods.flatMap((good) =>
      good.articles.map((article) => [
        keyOf(good, article),
        { key: keyOf(good, article), svg: pictureOf(good.family.drawing, article.colour, good.kind) },
      ]),
    ),
  ).values(),
];

/** The address of a picture by its key; undefined while the house has none. */
export type Addresses = (key: string) => string | undefined;
type Asking = { readonly seed: number; readonly addressOf: Addresses };

/** As it stands alone; in a sentence it begins small. */
const titled = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);
const isoOf = (moment: number): string => new Date(moment).toISOString();

function mediaOf(good: Good, article: Article, addressOf: Addresses): Json[] {
  const url = addressOf(keyOf(good, article));
  return url === undefined ? [] : [{ url, alt: `${titled(good.name.en)}, ${article.colour}` }];
}

/** A good as it was at a moment. */
function statementOf(good: Good, moment: number, { seed, addressOf }: Asking): Json {
  const prices = pricesAt(seed, good, moment);
  const { code, brand, attributes, family, articles, name, says } = good;
  return {
    ...{ code, at: isoOf(moment), brand, category: family.category, attributes },
    media: articles.slice(0, 1).flatMap((article) => mediaOf(good, article, addressOf)),
    texts: (["sv", "da", "en"] as const).map((language) => ({
      ...{ language, name: titled(name[language]), description: says[language] },
    })),
    variants: articles.map((article) => ({
      ...{ sku: article.sku, gtin: article.gtin, prices },
      options: { colour: article.colour, ...(article.size !== undefined && { size: article.size }) },
      media: mediaOf(good, article, addressOf),
    })),
  };
}

const categoryNames = new Map(
  categoryNameLines
    .trim()
    .split("\n")
    .map((line) => {
      const [en = "", sv = "", da = ""] = line.split("|");
      return [en, { en, sv, da }];
    }),
);
/** Every category that a good is in, and what that lies in, with its names. */
export function categoriesAt(moment: number): Json[] {
  const paths = goods.flatMap(({ family }) => {
    const parts = family.category.split(" > ");
    return parts.map((_, at) => parts.slice(0, at + 1).join(" > "));
  });
  return [...new Set(paths)].map((path) => {
    const last = path.split(" > ").at(-1) ?? "";
    const names = categoryNames.get(last);
    if (names === undefined) throw new Error(`no names for ${path}`);
    return { path, at: isoOf(moment), names };
  });
}

/** All goods as they are at a moment. */
export const goodsAt = (moment: number, asking: Asking): Json[] =>
  goods.map((good) => statementOf(good, moment, asking));

/** New prices between two moments, one statement an article. */
export const pricesBetween = (seed: number, from: number, to: number): Json[] =>
  goods.flatMap((good) =>
    priceMoments(seed, good, from, to).flatMap((moment) => {
      const prices = pricesAt(seed, good, moment);
      return good.articles.map(({ sku }) => ({ sku, code: good.code, at: isoOf(moment), prices }));
    }),
  );
