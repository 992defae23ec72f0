// A product as it is shown: in the language asked for, with what it costs now and what the law wants beside that. Pure.
import { type Language, languages } from "@somlos/contract";
import type { PriceHistory, ShownProduct } from "@somlos/contract/rooms/catalog";
import { priceBefore } from "@somlos/rules/prices/lowest-price";
import { type PriceStatement, priceStretches, stretchAt } from "@somlos/rules/prices/price-history";

type Picture = { readonly url: string; readonly alt: string | null };
export type FoundProduct = {
  readonly id: string;
  readonly code: string;
  readonly brand: string | null;
  readonly category: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly media: readonly Picture[];
};
export type FoundText = {
  readonly productId: string;
  readonly language: Language;
  readonly name: string;
  readonly description: string | null;
};
export type FoundVariant = {
  readonly id: string;
  readonly productId: string;
  readonly sku: string;
  readonly gtin: string | null;
  readonly options: Readonly<Record<string, string>>;
  readonly media: readonly Picture[];
  readonly sold: boolean;
};
export type FoundPrice = {
  readonly variantId: string;
  readonly entityId: string;
  readonly at: Date;
  readonly currency: string;
  readonly amountMinor: number;
  readonly taxBasisPoints: number | null;
  readonly saleMinor: number | null;
  readonly saleFrom: Date | null;
  readonly saleUntil: Date | null;
};

type ShownPrice = ShownProduct["variants"][number]["prices"][number];
/** Code and country of a legal entity. */
export type EntityOf = (id: string) => { readonly code: string; readonly country: string } | undefined;

const statementOf = ({ at, amountMinor, saleMinor, saleFrom, saleUntil }: FoundPrice): PriceStatement => ({
  ...{ at: at.getTime(), amountMinor },
  sale:
    saleMinor === null
      ? null
      : {
          amountMinor: saleMinor,
          from: saleFrom?.getTime() ?? null,
          until: saleUntil?.getTime() ?? null,
        },
});

/** What was last said of a price, and its history in that currency: the words of other currencies are no part of it. */
function historyIn(own: readonly FoundPrice[]) {
  const last = own.reduce<FoundPrice | undefined>(
    (best, one) => (best === undefined || one.at > best.at ? one : best),
    undefined,
  );
  const told = own.filter(({ currency }) => currency === last?.currency).map(statementOf);
  return { last, stretches: priceStretches(told) };
}

/** What a variant costs one legal entity's customers now. */
function priceNow(own: readonly FoundPrice[], country: string, now: number) {
  const { last, stretches } = historyIn(own);
  const stretch = stretchAt(stretches, now);
  if (last === undefined || stretch === undefined) return undefined;
  const before = priceBefore(stretches, now, country);
  const lowest =
    before.kind === "lowest"
      ? { amountMinor: before.amountMinor, since: new Date(before.since).toISOString() }
      : null;
  const { amountMinor, ordinaryMinor, reduced } = stretch;
  const { currency, taxBasisPoints } = last;
  return { currency, amountMinor, ordinaryMinor, reduced, taxBasisPoints, lowest };
}

/** What a variant cost one legal entity's customers, oldest first. */
export const historyOf = (own: readonly FoundPrice[]): PriceHistory["stretches"] =>
  historyIn(own).stretches.map(({ from, until, amountMinor, ordinaryMinor, reduced }) => ({
    ...{ from: new Date(from).toISOString(), amountMinor, ordinaryMinor, reduced },
    until: Number.isFinite(until) ? new Date(until).toISOString() : null,
  }));

/** LAW-32: a reduced price never leaves this room without the lowest of the thirty days before it. */
export function pricesOf(own: readonly FoundPrice[], entityOf: EntityOf, now: Date): ShownPrice[] {
  return [...Map.groupBy(own, ({ entityId }) => entityId)].flatMap(([entityId, said]) => {
    const entity = entityOf(entityId);
    const price = priceNow(said, entity?.country ?? "EU", now.getTime());
    return entity === undefined || price === undefined ? [] : [{ entity: entity.code, ...price }];
  });
}

/** In the language asked for where there are words in it, else in the first that there are any in. */
const wordsIn = (texts: readonly FoundText[], language: Language): FoundText | undefined =>
  [language, ...languages].flatMap((one) => texts.find((text) => text.language === one) ?? [])[0];

type Media = ShownProduct["media"];
/** As it is shown on other pages than ours: a picture of the house has an address that holds there too. */
export function shownAbroad(product: ShownProduct, publicUrl: string | undefined): ShownProduct {
  if (publicUrl === undefined) return product;
  const abroad = (media: Media): Media =>
    media.map((one) => (one.url.startsWith("/") ? { ...one, url: `${publicUrl}${one.url}` } : one));
  const variants = product.variants.map((one) => ({ ...one, media: abroad(one.media) }));
  return { ...product, media: abroad(product.media), variants };
}

export function shownProduct(
  product: FoundProduct,
  parts: {
    readonly texts: readonly FoundText[];
    readonly variants: readonly FoundVariant[];
    readonly prices: readonly FoundPrice[];
  },
  asked: {
    readonly language: Language;
    readonly entityOf: EntityOf;
    readonly labelOf: (category: string) => string;
    readonly now: Date;
  },
): ShownProduct {
  const words = wordsIn(parts.texts, asked.language);
  const prices = Map.groupBy(parts.prices, ({ variantId }) => variantId);
  const variants = parts.variants.map(({ productId: _, ...one }) => ({
    ...one,
    ...{
      options: { ...one.options },
      media: [...one.media],
      prices: pricesOf(prices.get(one.id) ?? [], asked.entityOf, asked.now),
    },
  }));
  return {
    ...product,
    categoryName: product.category === null ? null : asked.labelOf(product.category),
    attributes: { ...product.attributes },
    media: [...product.media],
    language: words?.language ?? asked.language,
    name: words?.name ?? product.code,
    description: words?.description ?? null,
    sold: variants.some(({ sold }) => sold),
    variants,
  };
}
