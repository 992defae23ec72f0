// The life of goods in a Medusa, step by step: what the long test follows and what is recorded for the quick tests.
import { type Shopkeeping, type Sold, type Step, step } from "../life.ts";

/** Asks its admin API. */
export type Shop = <T>(method: string, path: string, body?: object) => Promise<T>;
const PLACE = "sloc_lund";

function openShop(url: string, said: string): Shop {
  const [, token = ""] = /^Key: (\S+)$/m.exec(said) ?? [];
  const authorization = `Basic ${Buffer.from(`${token}:`).toString("base64")}`;
  return async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${url}/admin/${path}`, {
      ...{ method, headers: { authorization, "content-type": "application/json" } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`Medusa: ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

type Variant = { id: string; sku: string; inventory_items: { inventory_item_id: string }[] };
type Made = { product: { id: string; variants: Variant[] } };
const variant = (sku: string, colour: string, sek: number, more: object = {}) => ({
  ...{ title: colour, sku, options: { Färg: colour }, manage_inventory: true, ...more },
  prices: [
    { currency_code: "sek", amount: sek },
    { currency_code: "eur", amount: sek / 10 },
  ],
});
const createProduct = async (shop: Shop, title: string, variants: object[], colours: string[], more = {}) =>
  (
    await shop<Made>("POST", "products?fields=id,*variants,*variants.inventory_items", {
      ...{ title, status: "published", options: [{ title: "Färg", values: colours }], variants, ...more },
    })
  ).product;

/** A product of so many variants, made in one go. */
export async function createMany(shop: Shop, count: number): Promise<void> {
  const colours = Array.from({ length: count }, (_, i) => `Nr ${i + 1}`);
  const variants = colours.map((colour, i) => variant(`GLAS-${i + 1}`, colour, 10 + i));
  await createProduct(shop, "Glas", variants, colours);
}

const itemOf = (one: Variant | undefined): string => one?.inventory_items[0]?.inventory_item_id ?? "";
const countNew = (shop: Shop, item: string, stocked_quantity: number) =>
  shop("POST", `inventory-items/${item}/location-levels`, { location_id: PLACE, stocked_quantity });

async function createLamp(shop: Shop) {
  type Category = { product_category: { id: string } };
  const { product_category: category } = await shop<Category>("POST", "product-categories", {
    ...{ name: "Lampor", is_active: true },
  });
  const more = {
    ...{ description: "Varmt ljus.", categories: [{ id: category.id }] },
    images: [{ url: "https://shop.example.com/m.jpg" }, { url: "https://shop.example.com/m2.jpg" }],
  };
  const made = await createProduct(
    shop,
    "Golvlampa Månsken",
    [variant("MANSKEN-M", "Mässing", 1249, { ean: "7350000000016" }), variant("MANSKEN-S", "Svart", 1149.5)],
    ["Mässing", "Svart"],
    more,
  );
  const [brass, black] = ["MANSKEN-M", "MANSKEN-S"].map((sku) =>
    made.variants.find((one) => one.sku === sku),
  );
  await countNew(shop, itemOf(brass), 9);
  await countNew(shop, itemOf(black), 4);
  return { product: made.id, brass: brass?.id ?? "", item: itemOf(brass), black: black?.id ?? "" };
}

/** Steps over two products, and what is sold after each of them. */
function lifeOf(shop: Shop): readonly Step[] {
  const lamp = { product: "", brass: "", item: "", black: "" };
  let candle = "";
  const brass = (amountMinor: number, left: number): Sold => ({ "MANSKEN-M": { amountMinor, left } });
  const black: Sold = { "MANSKEN-S": { amountMinor: 114_950, left: 4 } };
  return [
    step("a lamp in two colours", { ...brass(124_900, 9), ...black }, async () =>
      Object.assign(lamp, await createLamp(shop)),
    ),
    step("brass costs less", { ...brass(99_900, 9), ...black }, () =>
      shop("POST", `products/${lamp.product}/variants/${lamp.brass}`, {
        prices: [{ currency_code: "sek", amount: 999 }],
      }),
    ),
    step("brass is counted", { ...brass(99_900, 7), ...black }, () =>
      shop("POST", `inventory-items/${lamp.item}/location-levels/${PLACE}`, { stocked_quantity: 7 }),
    ),
    step("two are reserved", { ...brass(99_900, 5), ...black }, () =>
      shop("POST", "reservations", { location_id: PLACE, inventory_item_id: lamp.item, quantity: 2 }),
    ),
    step("the lamp is a draft", {}, () => shop("POST", `products/${lamp.product}`, { status: "draft" })),
    step("the lamp is published", { ...brass(99_900, 5), ...black }, () =>
      shop("POST", `products/${lamp.product}`, { status: "published" }),
    ),
    step("black is deleted", brass(99_900, 5), () =>
      shop("DELETE", `products/${lamp.product}/variants/${lamp.black}`),
    ),
    step("a candle", { ...brass(99_900, 5), LJUS: { amountMinor: 4900, left: 3 } }, async () => {
      const made = await createProduct(shop, "Ljus", [variant("LJUS", "Vit", 49)], ["Vit"]);
      candle = made.id;
      await countNew(shop, itemOf(made.variants[0]), 3);
    }),
    step("the candle is deleted", brass(99_900, 5), () => shop("DELETE", `products/${candle}`)),
  ];
}

export const medusa: Shopkeeping<Shop> = {
  places: { [PLACE]: "malmo" },
  settings: (url, secret) => ({ SOMLOS_URL: url, SOMLOS_SECRET: secret }),
  open: async (url, said) => openShop(url, said),
  lifeOf,
};
