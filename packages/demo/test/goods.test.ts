import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { DAY_MS, dayOf, momentOf } from "../src/calendar.rules.ts";
import { lineOf, products } from "../src/catalog.rules.ts";
import { type Good, goods } from "../src/goods/assortment.rules.ts";
import { boughtFamilies, families } from "../src/goods/families.rules.ts";
import { labelsUntil } from "../src/goods/labels.rules.ts";
import { priceMoments, pricesAt } from "../src/goods/prices.rules.ts";
import { categoriesAt, goodsAt, pictures, pricesBetween } from "../src/goods/statements.rules.ts";
import { isGtin } from "../src/gtin.rules.ts";
import { drawingNames } from "../src/pictures/picture.rules.ts";

const NOW = Date.UTC(2026, 10, 30, 10);
const articles = goods.flatMap((good) => good.articles);
const countOf = (values: readonly unknown[]): number => new Set(values).size;
const tongues = ["sv", "da", "en"] as const;

describe("the goods of the chain", () => {
  it("are about four hundred, and each article has a sku and an article number that no other has", () => {
    expect(goods.length).toBeGreaterThanOrEqual(380);
    expect(goods.length).toBeLessThanOrEqual(420);
    expect(countOf(goods.map(({ code }) => code))).toBe(goods.length);
    expect(countOf(articles.map(({ sku }) => sku))).toBe(articles.length);
    expect(countOf(articles.map(({ gtin }) => gtin))).toBe(articles.length);
    for (const { gtin } of articles) expect(isGtin(gtin) && gtin.startsWith("20"), gtin).toBe(true);
  });

  it("have names and descriptions of their own in Swedish, Danish and English", () => {
    for (const tongue of tongues) {
      expect(countOf(goods.map(({ name }) => name[tongue].toLowerCase()))).toBe(goods.length);
      for (const { name, says } of goods) {
        expect(name[tongue]).toMatch(/^\p{L}[\p{L}\d ,.'’()+°−×-]{4,60}$/u);
        expect(says[tongue]).toMatch(/^\p{Lu}.{30,300}\.$/u);
      }
    }
    for (const { says } of families) expect(countOf(Object.values(says))).toBe(3);
  });

  it("lie in categories that have names in all three languages, each with what it lies in", () => {
    const told = categoriesAt(NOW) as { path: string; names: Record<string, string> }[];
    const paths = new Set(told.map(({ path }) => path));
    expect(paths.size).toBe(told.length);
    for (const { family } of goods) expect(paths.has(family.category), family.category).toBe(true);
    for (const { path, names } of told) {
      const above = path.split(" > ").slice(0, -1).join(" > ");
      expect(above === "" || paths.has(above), path).toBe(true);
      for (const tongue of tongues) expect(names[tongue], path).toMatch(/^\p{Lu}\p{L}/u);
    }
  });

  it("have a few shelf labels that show another price for a day or three, and are mended then", () => {
    type Label = { sku: string; location: string; at: string; price: { amount: string; currency: string } };
    const told = labelsUntil(1, NOW) as Label[];
    expect(told).toEqual(labelsUntil(1, NOW));
    const asked = new Map(goods.flatMap((good) => good.articles.map(({ sku }) => [sku, good] as const)));
    const wrong = told.filter(({ sku, at, price }) => {
      const good = asked.get(sku);
      const prices = good === undefined ? [] : pricesAt(1, good, Date.parse(at));
      const own = (prices as { currency: string; amount: string; sale: { amount: string } | null }[]).find(
        ({ currency }) => currency === price.currency,
      );
      return price.amount !== (own?.sale?.amount ?? own?.amount);
    });
    expect(wrong.length).toBeGreaterThan(10);
    expect(told.length - wrong.length).toBeGreaterThan(5);
    expect(countOf(wrong.map(({ location }) => location))).toBe(3);
    for (const { at } of told) expect(Date.parse(at)).toBeLessThanOrEqual(NOW);
  });

  it("cost what such goods cost, less in Danish kroner than in Swedish", () => {
    for (const { code, price } of goods) {
      expect(price.SE, code).toBeGreaterThanOrEqual(49);
      expect(price.SE, code).toBeLessThanOrEqual(16_000);
      expect(price.DK / price.SE, code).toBeGreaterThan(0.55);
      expect(price.DK / price.SE, code).toBeLessThan(0.75);
    }
  });

  it("are the ones people buy, under the same names and numbers, in every size that somebody buys", () => {
    expect(boughtFamilies).toHaveLength(products.length);
    const known = new Map(articles.map((article) => [article.sku, article.gtin]));
    for (const product of products) {
      const good = goods.find(({ code }) => code === product.sku);
      expect(good?.name).toEqual(product.name);
      expect(good?.family.sizes).toBe(product.sizes);
      const sizes = good?.family.sizes === undefined ? [undefined] : good.articles.map(({ size }) => size);
      for (const size of new Set(sizes)) {
        const line = lineOf(product, "SE", size);
        expect(known.get(String(line["sku"])), String(line["sku"])).toBe(line["gtin"]);
      }
    }
  });
});

describe("the prices of goods", () => {
  const amountsAt = (good: Good, moment: number) =>
    pricesAt(1, good, moment) as { amount: string; sale: { amount: string; until: string } | null }[];

  it("are reduced now for some forty of them, by less than half and until a day that comes", () => {
    const reduced = goods.filter((good) => amountsAt(good, NOW)[0]?.sale);
    expect(reduced.length).toBeGreaterThan(25);
    expect(reduced.length).toBeLessThan(60);
    for (const good of reduced)
      for (const { amount, sale } of amountsAt(good, NOW)) {
        expect(Number(sale?.amount), good.code).toBeLessThan(Number(amount));
        expect(Number(sale?.amount), good.code).toBeGreaterThan(Number(amount) * 0.5);
        expect(Date.parse(sale?.until ?? "")).toBeGreaterThan(NOW);
      }
  });

  it("have a past: some rose, some were reduced before, and what people bought costs what receipts say", () => {
    const before = goods.filter(
      (good) => amountsAt(good, NOW - 80 * DAY_MS)[0]?.amount !== amountsAt(good, NOW)[0]?.amount,
    );
    expect(before.length).toBeGreaterThan(10);
    const moved = goods.filter((good) => priceMoments(1, good, NOW - 60 * DAY_MS, NOW).length > 0);
    expect(moved.length).toBeGreaterThan(60);
    for (const good of goods.slice(0, products.length)) {
      expect(priceMoments(1, good, NOW - 400 * DAY_MS, NOW), good.code).toEqual([]);
      expect(amountsAt(good, NOW)[0]?.amount).toBe(String(good.price.SE));
    }
  });

  it("are the same words in whatever pieces they are asked for", () => {
    const [from, to] = [NOW - 60 * DAY_MS, NOW];
    const days = Array.from({ length: 60 }, (_, i) => from + i * DAY_MS);
    const told = days.flatMap((at) => pricesBetween(1, at, at + DAY_MS));
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
    expect(sorted(told)).toEqual(sorted(pricesBetween(1, from, to)));
  });
});

/** Names of its elements and all that its attributes say; throws when it is no XML. */
function read(svg: string): { readonly tags: readonly string[]; readonly values: readonly string[] } {
  const parser = new SaxesParser({ xmlns: true });
  const [tags, values]: [string[], string[]] = [[], []];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, attributes }) => {
    tags.push(local);
    for (const { name, value } of Object.values(attributes))
      if (name !== "xmlns") values.push(`${name}=${value}`);
  });
  parser.write(svg).close();
  return { tags, values };
}

describe("the pictures of goods", () => {
  it("are drawn for every colour of every product, all by another hand", () => {
    expect(pictures.length).toBeGreaterThan(700);
    expect(countOf(pictures.map(({ key }) => key))).toBe(pictures.length);
    expect(countOf(families.map(({ drawing }) => drawing))).toBeGreaterThan(80);
    for (const { drawing } of families) expect(drawingNames).toContain(drawing);
    const used = new Set(families.map(({ drawing }) => drawing));
    expect(drawingNames.filter((name) => !used.has(name))).toEqual([]);
  });

  it("are plain drawings of less than 8 kB that run and load nothing", () => {
    for (const { key, svg } of pictures) {
      expect(Buffer.byteLength(svg), key).toBeLessThan(8192);
      const { tags, values } = read(svg);
      expect(tags.length, key).toBeGreaterThan(8);
      for (const tag of tags)
        expect(tag, key).toMatch(/^(svg|defs|linearGradient|stop|g|path|rect|circle|ellipse)$/);
      for (const value of values) expect(value, key).not.toMatch(/NaN|undefined|^on|href|url\((?!#g\))/);
    }
  });

  it("belong to what is told of each product, with what they show", () => {
    const told = goodsAt(momentOf(dayOf(NOW), 600), {
      seed: 1,
      addressOf: (key) => `/media/${key}`,
    });
    expect(told).toHaveLength(goods.length);
    for (const { media, variants } of told as {
      media: { alt: string }[];
      variants: { media: object[] }[];
    }[]) {
      expect(media).toHaveLength(1);
      expect(media[0]?.alt).toMatch(/^\p{Lu}.+, [a-z]+$/u);
      for (const variant of variants) expect(variant.media).toHaveLength(1);
    }
  });
});
