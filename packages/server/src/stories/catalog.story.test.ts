// J09, J24, COM-H03: what the retailer's systems say of a product is found by whatever stands on it, with the price of this store
// and, where it is reduced, the lowest of the thirty days before.
import type { ShownProduct } from "@somlos/contract/rooms/catalog";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
  const entity = async (code: string, country: string, currency: string) => {
    const wish = { code, name: `Almvik ${country}`, organisationNumber: null, country, currency };
    const { body } = await at.ask("/api/entities", {
      ...wish,
      languages: ["sv"],
      timeZone: "Europe/Stockholm",
    });
    return String(body["id"]);
  };
  const ids = { se: await entity("almvik-se", "SE", "SEK"), dk: await entity("almvik-dk", "DK", "DKK") };
  const store = (code: string, entityId: string, country: string) =>
    at.ask("/api/locations", { code, name: code, kind: "store", entityId, country });
  expect((await store("malmo", ids.se, "SE")).status).toBe(200);
  expect((await store("aarhus", ids.dk, "DK")).status).toBe(200);
  await at.house.company.refresh();
});
afterAll(() => at.close());

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
async function call(path: string, body?: object, key = at.secrets.serverKey, language = "sv") {
  const answer = await fetch(`${at.base}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: basic(key), "accept-language": language },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, unknown>,
  };
}
const tell = async (...products: object[]) => (await call("/v1/products", { products })).body;
const scan = async (code: string, more = "", key = at.secrets.writeKey) => {
  const { status, body } = await call(`/v1/scan?code=${encodeURIComponent(code)}${more}`, undefined, key);
  return {
    status,
    read: body["read"],
    variantId: body["variantId"],
    product: body["product"] as ShownProduct,
    code: body["code"],
  };
};

const lamp = (days: number, prices: readonly object[], more: object = {}) => ({
  ...{ code: "L-100", at: ago(days), brand: "Almvik", category: "Lampor > Golvlampor" },
  attributes: { ljus: "varmt" },
  texts: [
    { language: "sv", name: "Golvlampa Månsken" },
    { language: "da", name: "Gulvlampe Måneskin" },
  ],
  variants: [
    { sku: "L-100-M", gtin: "7350000000016", options: { färg: "mässing" }, prices },
    { sku: "L-100-S", gtin: "735 0000 0000 23", options: { färg: "svart" }, prices },
  ],
  ...more,
});
const price = (entity: string, currency: string, amount: string, sale: object | null = null) => ({
  ...{ entity, currency, amount, taxPercent: 25, sale },
});

it("COM-H03 J24 finds the product by whatever is scanned, with this store's price and the lowest of thirty days (LAW-32)", async () => {
  expect(
    await tell(lamp(90, [price("almvik-se", "SEK", "1249.00"), price("almvik-dk", "DKK", "949.00")])),
  ).toMatchObject({ accepted: 1, refused: [] });
  await tell(lamp(20, [price("almvik-se", "SEK", "1249.00", { amount: "999.00", until: ago(10) })]));
  await tell(lamp(2, [price("almvik-se", "SEK", "1249.00", { amount: "1099.00" })]));

  const codes = [
    "7350000000016",
    "https://id.gs1.org/01/07350000000016/10/A1?17=270131",
    "]d20107350000000016",
    "L-100-M",
  ];
  for (const code of codes) {
    const found = await scan(code, "&location=malmo");
    expect(found.status, code).toBe(200);
    expect(found.product.variants.find(({ id }) => id === found.variantId)).toMatchObject({
      ...{ sku: "L-100-M", gtin: "07350000000016", options: { färg: "mässing" }, sold: true },
      prices: [
        {
          ...{
            entity: "almvik-se",
            currency: "SEK",
            amountMinor: 109_900,
            ordinaryMinor: 124_900,
            reduced: true,
          },
          ...{ taxBasisPoints: 2500, lowest: { amountMinor: 99_900 } },
        },
      ],
    });
  }
  expect((await scan(codes[1] ?? "")).read).toEqual({
    gtin: "07350000000016",
    batch: "A1",
    expires: "270131",
  });
  const elsewhere = (await scan("7350000000016", "&location=aarhus")).product;
  expect(elsewhere.variants[0]?.prices).toMatchObject([
    { entity: "almvik-dk", currency: "DKK", amountMinor: 94_900, reduced: false, lowest: null },
  ]);
  expect(
    (await scan("7350000000016")).product.variants[0]?.prices.map(({ entity }) => entity).sort(),
  ).toEqual([...["almvik-dk", "almvik-se"]]);
});

it("COM-C13 is the same by every way to it: scanned, by code and by id, in the language that is asked for", async () => {
  const scanned = (await scan("7350000000016", "&location=malmo")).product;
  const byCode = await call("/v1/products/L-100?location=malmo", undefined, at.secrets.writeKey);
  const byId = await call(`/v1/products/${scanned.id}?entity=almvik-se`, undefined, at.secrets.writeKey);
  expect(byCode.body).toEqual(scanned);
  expect(byId.body).toEqual(scanned);
  expect(scanned).toMatchObject({ name: "Golvlampa Månsken", language: "sv", attributes: { ljus: "varmt" } });
  const danish = await call("/v1/products/L-100", undefined, at.secrets.writeKey, "da");
  expect(danish.body).toMatchObject({ name: "Gulvlampe Måneskin", language: "da" });
  const english = await call("/v1/products/L-100", undefined, at.secrets.writeKey, "en");
  expect(english.body).toMatchObject({ name: "Golvlampa Månsken", language: "sv" });
  expect(byCode.headers.get("cache-control")).toBe("public, max-age=30, stale-while-revalidate=30");
  expect(byCode.headers.get("vary")).toContain("Accept-Language");
});

it("what is named no longer is sold no longer, and is still found: on a shelf it may stand", async () => {
  await tell(lamp(1, [], { variants: [{ sku: "L-100-S", gtin: "7350000000023" }] }));
  await tell(lamp(50, [price("almvik-se", "SEK", "1.00")])); // late: it changes nothing of now
  const found = await scan("7350000000016", "&location=malmo");
  expect(found.product.variants.map(({ sku, sold }) => [sku, sold])).toEqual([
    ["L-100-M", false],
    ["L-100-S", true],
  ]);
  expect(found.product.sold).toBe(true);
  await tell({ code: "L-100", at: ago(0.5), gone: true });
  expect((await scan("7350000000016")).product.sold).toBe(false);
  await tell(lamp(0, [price("almvik-se", "SEK", "1249.00")]));
  expect((await scan("7350000000016")).product).toMatchObject({
    sold: true,
    variants: [{ sold: true }, { sold: true }],
  });
});

it("refuses what it does not know with what to do, and keeps no refusal", async () => {
  const unknown = await call("/v1/scan?code=7350000000999", undefined, at.secrets.writeKey);
  expect([unknown.status, unknown.body["code"]]).toEqual([404, "catalog.unknown"]);
  expect(unknown.headers.get("cache-control")).toBe("no-store");
  expect((await call("/v1/products/nothing")).status).toBe(404);
  expect((await scan("7350000000016", "&location=nowhere")).code).toBe("company.location_unknown");
  expect((await call("/v1/products", { products: [] })).status).toBe(400);
  expect((await call("/v1/products", { products: [lamp(0, [])] }, at.secrets.writeKey)).status).toBe(403);
  const { body } = await call("/v1/products", { products: [{ code: "X" }, lamp(0, [], { code: "L-200" })] });
  expect(body).toMatchObject({ accepted: 1, refused: [{ index: 0, code: "door.bad_request" }] });
});
