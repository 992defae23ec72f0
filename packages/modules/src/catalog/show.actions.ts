// A product as it is shown to whoever asks: by id, by code, or by whatever stands on it.
import { type Language, Refusal } from "@somlos/contract";
import type { PriceHistory, ShownProduct } from "@somlos/contract/rooms/catalog";
import type { Tx } from "@somlos/kernel/db";
import { type ReadCode, readCode } from "@somlos/rules/gs1/read-code";
import { isUuid } from "@somlos/rules/uuid";
import type { CatalogHouse } from "./catalog.house.ts";
import {
  findByGtin,
  findBySku,
  findProduct,
  listPrices,
  listProducts,
  listTexts,
  listVariants,
} from "./catalog.store.ts";
import { labelsFor } from "./categories/categories.actions.ts";
import { type FoundProduct, historyOf, shownProduct } from "./view.rules.ts";

type Company = Pick<CatalogHouse, "company">;
type Where = { readonly location?: string | undefined; readonly entity?: string | undefined };
export type Asked = { readonly language: Language; readonly entityId: string | null; readonly now: Date };

/** The legal entity whose prices are asked for; null: those of all. */
export function entityIn({ company }: Company, { location, entity }: Where): string | null {
  if (location !== undefined) {
    const place = company.place(location);
    if (place === undefined) throw new Refusal("company.location_unknown");
    return place.entityId;
  }
  if (entity === undefined) return null;
  const found = company.entity(entity);
  if (found === undefined) throw new Refusal("company.entity_unknown");
  return found.id;
}

/** These products, found with all that belongs to them in one way there and back, whatever the number. */
async function show(
  { company }: Company,
  tx: Tx,
  ids: readonly string[],
  { language, entityId, now }: Asked,
  find: () => Promise<readonly FoundProduct[]>,
): Promise<ShownProduct[]> {
  const [products, texts, variants, prices] = await tx.together(() =>
    Promise.all([find(), listTexts(tx, ids), listVariants(tx, ids), listPrices(tx, ids, now, entityId)]),
  );
  const { labelOf } = await labelsFor(
    tx,
    products.map(({ category }) => category),
    language,
  );
  const entityOf = (id: string) => company.entityById(id);
  const [textsOf, variantsOf] = [
    Map.groupBy(texts, ({ productId }) => productId),
    Map.groupBy(variants, ({ productId }) => productId),
  ];
  const pricesOf = Map.groupBy(prices, ({ variantId }) => variantId);
  return products.map((product) => {
    const own = variantsOf.get(product.id) ?? [];
    const parts = {
      ...{ texts: textsOf.get(product.id) ?? [], variants: own },
      prices: own.flatMap(({ id }) => pricesOf.get(id) ?? []),
    };
    return shownProduct(product, parts, { language, entityOf, labelOf, now });
  });
}

/** These, in their order; what nobody described is left out. */
export async function showProducts(
  house: Company,
  tx: Tx,
  ids: readonly string[],
  asked: Asked,
): Promise<ShownProduct[]> {
  const shown = await show(house, tx, ids, asked, () => listProducts(tx, ids));
  const found = new Map(shown.map((product) => [product.id, product]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** By its id or by the retailer's code. */
export async function showProduct(
  house: Company,
  tx: Tx,
  id: string,
  asked: Asked,
): Promise<ShownProduct | undefined> {
  const product = await findProduct(tx, isUuid(id) ? id : null, id);
  return product && (await show(house, tx, [product.id], asked, async () => [product]))[0];
}

export type Scanned = {
  readonly productId: string;
  readonly variantId: string;
  /** Null: it was a sku. */
  readonly read: ReadCode | null;
};

/** By whatever stands on it: EAN, Digital Link, element string, or the retailer's sku. */
export async function findScanned(tx: Tx, code: string): Promise<Scanned | undefined> {
  const read = readCode(code);
  const found = (read && (await findByGtin(tx, read.gtin))) ?? (await findBySku(tx, code));
  return found && { productId: found.productId, variantId: found.id, read: read ?? null };
}

/** What each variant of a product cost, by legal entity. */
export async function showHistory(
  { company }: Company,
  tx: Tx,
  id: string,
  now: Date,
): Promise<PriceHistory[] | undefined> {
  const product = await findProduct(tx, isUuid(id) ? id : null, id);
  if (product === undefined) return undefined;
  const ids = [product.id];
  const [variants, said] = await tx.together(() =>
    Promise.all([listVariants(tx, ids), listPrices(tx, ids, now, null)]),
  );
  const skus = new Map(variants.map((one) => [one.id, one.sku]));
  return [...Map.groupBy(said, ({ variantId, entityId }) => `${variantId} ${entityId}`).values()].map(
    (own) => ({
      ...{ sku: skus.get(own[0]?.variantId ?? "") ?? "", currency: own[0]?.currency ?? "" },
      entity: company.entityById(own[0]?.entityId ?? "")?.code ?? "",
      stretches: historyOf(own),
    }),
  );
}
