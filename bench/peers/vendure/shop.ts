// Asks a live Vendure by its own doors, as its dashboard and a storefront do.

export type Shop = {
  /** Its admin API. */
  admin<T = Answer>(query: string, input?: unknown): Promise<T>;
  /** Its shop API, as one customer. */
  store<T = Answer>(query: string, input?: unknown): Promise<T>;
  /** A picture is uploaded; its id. */
  upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string>;
};
/** What every mutation here answers with, under the name `made`. */
export type Answer = { readonly made: { readonly id: string; readonly message?: string } };
type Said = { readonly data?: unknown; readonly errors?: readonly { readonly message: string }[] };

/** One client of one of the APIs: keeps the token that the first answer brings. */
function clientOf(url: string) {
  let token: string | null = null;
  return async <T>(body: string | FormData): Promise<T> => {
    const headers: Record<string, string> = { "apollo-require-preflight": "true" };
    if (typeof body === "string") headers["content-type"] = "application/json";
    if (token !== null) headers["authorization"] = `Bearer ${token}`;
    const answer = await fetch(url, { method: "POST", headers, body });
    token = answer.headers.get("vendure-auth-token") ?? token;
    const { data, errors } = (await answer.json()) as Said;
    if (errors !== undefined) throw new Error(`Vendure: ${errors.map(({ message }) => message).join("; ")}`);
    const refused = JSON.stringify(data).match(/"errorCode":"(\w+)"/);
    if (refused !== null) throw new Error(`Vendure refuses: ${JSON.stringify(data)}`);
    return data as T;
  };
}

const LOGIN = `mutation { made: login(username: "superadmin", password: "superadmin") {
  ... on CurrentUser { id } ... on ErrorResult { errorCode message } } }`;

export async function openShop(url: string): Promise<Shop> {
  const [admin, store] = [clientOf(`${url}/admin-api`), clientOf(`${url}/shop-api`)];
  await admin(JSON.stringify({ query: LOGIN }));
  return {
    admin: (query, input) => admin(JSON.stringify({ query, variables: { input } })),
    store: (query, input) => store(JSON.stringify({ query, variables: { input } })),
    async upload(name, bytes) {
      const form = new FormData();
      const query = `mutation ($input: [CreateAssetInput!]!) { made: createAssets(input: $input) { ... on Asset { id } } }`;
      form.set("operations", JSON.stringify({ query, variables: { input: [{ file: null }] } }));
      form.set("map", JSON.stringify({ 0: ["variables.input.0.file"] }));
      form.set("0", new Blob([bytes], { type: "image/png" }), name);
      const { made } = await admin<{ made: readonly { id: string }[] }>(form);
      return made[0]?.id ?? "";
    },
  };
}

/** A Swedish shop with 25 % tax in its prices, where somebody can order and pay. */
export async function settle({ admin }: Shop): Promise<void> {
  const languages = ["sv", "da"];
  await admin(
    `mutation ($input: UpdateGlobalSettingsInput!) { made: updateGlobalSettings(input: $input) { ... on GlobalSettings { id } } }`,
    { availableLanguages: languages },
  );
  const translations = [{ languageCode: "sv", name: "Sverige" }];
  const country = await admin(
    `mutation ($input: CreateCountryInput!) { made: createCountry(input: $input) { id } }`,
    {
      ...{ code: "SE", enabled: true, translations },
    },
  );
  const zone = await admin(`mutation ($input: CreateZoneInput!) { made: createZone(input: $input) { id } }`, {
    ...{ name: "Sverige", memberIds: [country.made.id] },
  });
  const zoneId = zone.made.id;
  const category = await admin(
    `mutation ($input: CreateTaxCategoryInput!) { made: createTaxCategory(input: $input) { id } }`,
    { name: "Moms", isDefault: true },
  );
  await admin(`mutation ($input: CreateTaxRateInput!) { made: createTaxRate(input: $input) { id } }`, {
    ...{ name: "Moms 25", enabled: true, value: 25, categoryId: category.made.id, zoneId },
  });
  await admin(
    `mutation ($input: UpdateChannelInput!) { made: updateChannel(input: $input) { ... on Channel { id } ... on ErrorResult { errorCode message } } }`,
    {
      ...{ id: "1", defaultLanguageCode: "sv", availableLanguageCodes: languages, pricesIncludeTax: true },
      ...{ defaultCurrencyCode: "SEK", availableCurrencyCodes: ["SEK"] },
      ...{ defaultTaxZoneId: zoneId, defaultShippingZoneId: zoneId },
    },
  );
  const checked = {
    code: "default-shipping-eligibility-checker",
    arguments: [{ name: "orderMinimum", value: "0" }],
  };
  const cost = [
    { name: "rate", value: "0" },
    { name: "includesTax", value: "auto" },
    { name: "taxRate", value: "25" },
  ];
  await admin(
    `mutation ($input: CreateShippingMethodInput!) { made: createShippingMethod(input: $input) { id } }`,
    {
      ...{ code: "brev", fulfillmentHandler: "manual-fulfillment", checker: checked },
      calculator: { code: "default-shipping-calculator", arguments: cost },
      translations: [{ languageCode: "sv", name: "Brev", description: "" }],
    },
  );
  await admin(
    `mutation ($input: CreatePaymentMethodInput!) { made: createPaymentMethod(input: $input) { id } }`,
    {
      ...{ code: "prov", enabled: true, translations: [{ languageCode: "sv", name: "Prov" }] },
      handler: { code: "dummy-payment-handler", arguments: [{ name: "automaticSettle", value: "true" }] },
    },
  );
}
