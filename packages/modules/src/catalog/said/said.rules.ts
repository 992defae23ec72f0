// What one source said, as it is held against what others say. Pure.
import { latest, type PriceRow, type Told } from "../told.rules.ts";

export const EVERYWHERE = "00000000-0000-0000-0000-000000000000";
type Word = { readonly saidAt: number; readonly input: string };
export type SaidName = Word & {
  readonly productId: string;
  readonly language: string;
  readonly name: string;
};
export type SaidFacts = Word & { readonly productId: string; readonly facts: string };
export type SaidPrice = Word &
  Pick<
    PriceRow,
    "variantId" | "entityId" | "currency" | "amountMinor" | "saleMinor" | "saleFrom" | "saleUntil"
  > & { readonly locationId: string };
export type Said = {
  readonly productIds: readonly string[];
  readonly names: readonly SaidName[];
  readonly facts: readonly SaidFacts[];
  readonly prices: readonly SaidPrice[];
};

export const latestPrices = (rows: readonly SaidPrice[]): SaidPrice[] =>
  latest(rows, ({ variantId, entityId, locationId }) => `${variantId} ${entityId} ${locationId}`);
export const latestNames = (rows: readonly SaidName[]): SaidName[] =>
  latest(rows, ({ productId, language }) => `${productId} ${language}`);

/** What a statement to the catalogue says. A product that it only names by its code says nothing of itself. */
export const saidIn = ({ products, texts, prices }: Told): Said => ({
  productIds: products.map(({ id }) => id),
  names: texts,
  facts: products
    .filter(({ saidAt }) => saidAt > 0)
    .map(({ id, attributes, saidAt, input }) => ({ productId: id, facts: attributes, saidAt, input })),
  prices: latestPrices(prices.map((price) => ({ ...price, locationId: EVERYWHERE, saidAt: price.at }))),
});
