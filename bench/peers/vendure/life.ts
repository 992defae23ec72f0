// The life of goods in a Vendure, step by step: what the long test follows and what is recorded for the quick tests.
import { type Shopkeeping, type Sold, type Step, step } from "../life.ts";
import { openShop, type Shop, settle } from "./shop.ts";

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

const variant = (
  productId: string,
  sku: string,
  price: number,
  stockOnHand: number,
  optionIds: string[] = [],
) => ({
  ...{ productId, sku, price, stockOnHand, optionIds },
  translations: [{ languageCode: "sv", name: sku }],
});

const CREATE_VARIANTS = `mutation ($input: [CreateProductVariantInput!]!) { made: createProductVariants(input: $input) { id } }`;

/** Product with nothing to buy yet; its id. */
async function createProduct({ admin }: Shop, sv: string, more: object = {}, da = sv): Promise<string> {
  const text = (languageCode: string, name: string, description: string) => ({
    ...{ languageCode, name, description, slug: name.toLowerCase().replaceAll(/[^a-z]+/g, "-") },
  });
  const translations = [text("sv", sv, "<p>Varmt ljus &amp; mjuk skugga.</p>"), text("da", da, "")];
  const { made } = await admin(
    `mutation ($input: CreateProductInput!) { made: createProduct(input: $input) { id } }`,
    { enabled: true, translations, ...more },
  );
  return made.id;
}

/** A product of so many variants, made in one go. */
export async function createMany(shop: Shop, count: number): Promise<void> {
  const productId = await createProduct(shop, "Glas");
  const values = Array.from({ length: count }, (_, i) => `Nr ${i + 1}`);
  const options = await optionsOf(shop, productId, "Nummer", values);
  const input = values.map((_, i) => variant(productId, `GLAS-${i + 1}`, 1000 + i, i, [options[i] ?? ""]));
  await shop.admin(CREATE_VARIANTS, input);
}

async function optionsOf({ admin }: Shop, productId: string, name: string, values: string[]) {
  const coded = (label: string) => ({
    ...{
      code: label.toLowerCase().replaceAll(/\W+/g, "-"),
      translations: [{ languageCode: "sv", name: label }],
    },
  });
  type Group = { made: { id: string; options: { id: string }[] } };
  const { made } = await admin<Group>(
    `mutation ($input: CreateProductOptionGroupInput!) { made: createProductOptionGroup(input: $input) { id options { id } } }`,
    { ...coded(name), options: values.map(coded) },
  );
  await admin(
    `mutation ($input: ID!) { made: addOptionGroupToProduct(productId: "${productId}", optionGroupId: $input) { id } }`,
    made.id,
  );
  return made.options.map(({ id }) => id);
}

async function createLamp(shop: Shop): Promise<{ productId: string; brass: string; black: string }> {
  const label = (name: string) => ({
    code: name.toLowerCase(),
    translations: [{ languageCode: "sv", name }],
  });
  type Facet = { made: { values: { id: string }[] } };
  const { made } = await shop.admin<Facet>(
    `mutation ($input: CreateFacetInput!) { made: createFacet(input: $input) { id values { id } } }`,
    { ...label("Serie"), isPrivate: false, values: [label("Natt")] },
  );
  const picture = await shop.upload("mansken.png", Uint8Array.from(Buffer.from(PIXEL, "base64")));
  const more = {
    facetValueIds: made.values.map(({ id }) => id),
    assetIds: [picture],
    featuredAssetId: picture,
  };
  const productId = await createProduct(shop, "Golvlampa Månsken", more, "Gulvlampe Måneskin");
  const [brass = "", black = ""] = await optionsOf(shop, productId, "Färg", ["Mässing", "Svart"]);
  type Made = { made: { id: string }[] };
  const variants = await shop.admin<Made>(CREATE_VARIANTS, [
    { ...variant(productId, "MANSKEN-M", 124_900, 9, [brass]), customFields: { gtin: "7350000000016" } },
    variant(productId, "MANSKEN-S", 114_900, 4, [black]),
  ]);
  return { productId, brass: variants.made[0]?.id ?? "", black: variants.made[1]?.id ?? "" };
}

const ORDER = "... on Order { id } ... on ErrorResult { errorCode message }";
/** Somebody buys two, pays, and waits for the parcel. */
async function order({ store }: Shop, variantId: string): Promise<void> {
  await store(
    `mutation ($input: ID!) { made: addItemToOrder(productVariantId: $input, quantity: 2) { ${ORDER} } }`,
    variantId,
  );
  await store(
    `mutation ($input: CreateCustomerInput!) { made: setCustomerForOrder(input: $input) { ${ORDER} } }`,
    { firstName: "Ek", lastName: "Prov", emailAddress: "ek@exempel.se" },
  );
  await store(
    `mutation ($input: CreateAddressInput!) { made: setOrderShippingAddress(input: $input) { ${ORDER} } }`,
    {
      fullName: "Ek Prov",
      streetLine1: "Provgatan 1",
      city: "Malmö",
      postalCode: "211 11",
      countryCode: "SE",
    },
  );
  await store(`mutation { made: setOrderShippingMethod(shippingMethodId: "1") { ${ORDER} } }`);
  await store(
    `mutation { made: transitionOrderToState(state: "ArrangingPayment") { ... on Order { id } ... on OrderStateTransitionError { errorCode message transitionError } } }`,
  );
  await store(`mutation ($input: PaymentInput!) { made: addPaymentToOrder(input: $input) { ${ORDER} } }`, {
    method: "prov",
    metadata: {},
  });
}

const DELETED = "{ result message }";

/** Steps over two products, and what is sold after each of them. */
function lifeOf(shop: Shop): readonly Step[] {
  const lamp = { productId: "", brass: "", black: "" };
  let candle = "";
  const product = (input: object) =>
    shop.admin(`mutation ($input: UpdateProductInput!) { made: updateProduct(input: $input) { id } }`, {
      ...{ id: lamp.productId, ...input },
    });
  const change = (...input: object[]) =>
    shop.admin(
      `mutation ($input: [UpdateProductVariantInput!]!) { made: updateProductVariants(input: $input) { id } }`,
      input,
    );
  const brass = (amountMinor: number, left: number): Sold => ({ "MANSKEN-M": { amountMinor, left } });
  const black: Sold = { "MANSKEN-S": { amountMinor: 114_900, left: 4 } };
  return [
    step("a lamp in two colours", { ...brass(124_900, 9), ...black }, async () =>
      Object.assign(lamp, await createLamp(shop)),
    ),
    step("brass costs less", { ...brass(99_900, 9), ...black }, () =>
      change({ id: lamp.brass, price: 99_900 }),
    ),
    step("brass is counted", { ...brass(99_900, 7), ...black }, () =>
      change({ id: lamp.brass, stockLevels: [{ stockLocationId: "1", stockOnHand: 7 }] }),
    ),
    step("two are ordered", { ...brass(99_900, 5), ...black }, () => order(shop, lamp.brass)),
    step("black is switched off", brass(99_900, 5), () => change({ id: lamp.black, enabled: false })),
    step("and on", { ...brass(99_900, 5), ...black }, () => change({ id: lamp.black, enabled: true })),
    step("the lamp is switched off", {}, () => product({ enabled: false })),
    step("the lamp is switched on", { ...brass(99_900, 5), ...black }, () => product({ enabled: true })),
    step("black is deleted", brass(99_900, 5), () =>
      shop.admin(`mutation ($input: ID!) { made: deleteProductVariant(id: $input) ${DELETED} }`, lamp.black),
    ),
    step("a candle", { ...brass(99_900, 5), LJUS: { amountMinor: 4900, left: 3 } }, async () => {
      candle = await createProduct(shop, "Ljus");
      await shop.admin(CREATE_VARIANTS, [variant(candle, "LJUS", 4900, 3)]);
    }),
    step("the candle is deleted", brass(99_900, 5), () =>
      shop.admin(`mutation ($input: ID!) { made: deleteProduct(id: $input) ${DELETED} }`, candle),
    ),
  ];
}

export const vendure: Shopkeeping<Shop> = {
  places: { 1: "malmo" },
  settings: (url, secret) => ({ HOOK_URL: url, HOOK_SECRET: secret }),
  async open(url) {
    const shop = await openShop(url);
    await settle(shop);
    return shop;
  },
  lifeOf,
};
