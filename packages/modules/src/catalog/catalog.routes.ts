// Doors of the catalogue: told by the retailer's systems, read by everybody with a key.
import { type Language, Refusal, sentenceOf } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/catalog";
import type { Tx } from "@somlos/kernel/db";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import { readCode } from "@somlos/rules/gs1/read-code";
import { isUuid } from "@somlos/rules/uuid";
import type { CatalogHouse } from "./catalog.house.ts";
import { findByGtin, findBySku, findProduct, listPrices, listTexts, listVariants } from "./catalog.store.ts";
import { take } from "./take.actions.ts";
import { type FoundProduct, shownProduct } from "./view.rules.ts";

type Where = { readonly location?: string | undefined; readonly entity?: string | undefined };

/** The legal entity whose prices are asked for; null: those of all. */
function entityIn({ company }: CatalogHouse, { location, entity }: Where): string | null {
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

type Asked = { readonly language: Language; readonly entityId: string | null; readonly now: Date };

async function show(
  { company }: CatalogHouse,
  tx: Tx,
  product: FoundProduct,
  { language, entityId, now }: Asked,
) {
  const [texts, variants] = await Promise.all([listTexts(tx, product.id), listVariants(tx, product.id)]);
  const ids = variants.map(({ id }) => id);
  const prices = await listPrices(tx, ids, now, entityId);
  const entityOf = (id: string) => company.entityById(id);
  return shownProduct(product, { texts, variants, prices }, { language, entityOf, now });
}

const findScanned = async (tx: Tx, code: string) => {
  const read = readCode(code);
  const found = (read && (await findByGtin(tx, read.gtin))) ?? (await findBySku(tx, code));
  return found === undefined ? undefined : { ...found, read: read ?? null };
};

const sourceOf = (caller: Caller): number => {
  if (caller.kind !== "key") throw new Refusal("door.needs_server_key");
  return caller.sourceId;
};

export const catalogDoors: readonly Door<CatalogHouse>[] = [
  handle(words.takeProducts, async (house: CatalogHouse, { caller, body, language }) => {
    const { accepted, refused } = await take(house, sourceOf(caller), body.products);
    return {
      ...{ success: true as const, accepted },
      refused: refused.map(({ index, code, problems }) => ({
        ...{ index, code, sentence: sentenceOf(code, language) },
        ...(problems === undefined ? {} : { problems: [...problems] }),
      })),
    };
  }),
  handle(words.readProduct, (house: CatalogHouse, { params: { id }, query, language }) => {
    const entityId = entityIn(house, query);
    return house.db.read(async (tx, now) => {
      const product = await findProduct(tx, isUuid(id) ? id : null, id);
      if (product === undefined) throw new Refusal("catalog.unknown");
      return show(house, tx, product, { language, entityId, now });
    });
  }),
  handle(words.scanCode, (house: CatalogHouse, { query, language }) => {
    const entityId = entityIn(house, query);
    return house.db.read(async (tx, now) => {
      const found = await findScanned(tx, query.code);
      const product = found && (await findProduct(tx, found.productId, ""));
      if (product === undefined || found === undefined) throw new Refusal("catalog.unknown");
      const shown = await show(house, tx, product, { language, entityId, now });
      return { product: shown, variantId: found.id, read: found.read };
    });
  }),
];
