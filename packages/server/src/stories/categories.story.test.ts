// A category that was told in English is read, found and narrowed down by in Swedish and Danish; its path stays what it was.
import type { ShownProduct } from "@somlos/contract/rooms/catalog";
import type { ShownCategory } from "@somlos/contract/rooms/categories";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
});
afterAll(() => at.close());

async function call(path: string, language = "sv", body?: object) {
  const key = body === undefined ? at.secrets.writeKey : at.secrets.serverKey;
  const answer = await fetch(`${at.base}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...{ "content-type": "application/json", "accept-language": language },
      authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const product = (code: string, category: string | null, language = "sv") => ({
  ...{ code, at: "2026-11-01T08:00:00Z", category, texts: [{ language, name: `Vara ${code}` }] },
  variants: [{ sku: code }],
});
const name = (path: string, names: object, minute = 0) => ({
  ...{ path, names, at: `2026-11-01T08:0${minute}:00Z` },
});
type Found = {
  readonly items: readonly ShownProduct[];
  readonly facets: { readonly categories: readonly object[] };
};
const find = async (query: string, language = "sv") =>
  (await call(`/v1/products?${query}`, language)).body as unknown as Found;
const codes = async (query: string, language = "sv") =>
  (await find(query, language)).items.map(({ code }) => code).sort();

it("is told before some of its products and after others, and names them all", async () => {
  await call("/v1/products", "sv", {
    products: [
      product("S1", "Home > Sofas"),
      product("S2", "Home > Sofas > Corner", "en"),
      product("L1", "Lamps"),
    ],
  });
  const { body } = await call("/v1/categories", "sv", {
    categories: [
      name("Home", { sv: "Hem", da: "Hjem" }),
      name("Home > Sofas", { sv: "Soffor", da: "Sofaer" }),
      name("Home > > Sofas", { sv: "Fel" }),
    ],
  });
  expect(body).toMatchObject({
    success: true,
    accepted: 2,
    refused: [{ index: 2, code: "door.bad_request" }],
  });
  await call("/v1/products", "sv", { products: [product("S3", "Home > Sofas")] });
  const shown = async (code: string, language: string) =>
    (await call(`/v1/products/${code}`, language)).body as unknown as ShownProduct;
  expect(await shown("S1", "sv")).toMatchObject({ category: "Home > Sofas", categoryName: "Hem > Soffor" });
  expect(await shown("S2", "da")).toMatchObject({ categoryName: "Hjem > Sofaer > Corner" });
  expect((await call("/v1/scan?code=S3", "da")).body).toMatchObject({
    product: { category: "Home > Sofas", categoryName: "Hjem > Sofaer" },
  });
  expect(await shown("L1", "sv")).toMatchObject({ category: "Lamps", categoryName: "Lamps" });
});

it("is found by its name in the language of whoever asks, and narrowed down by its path", async () => {
  expect(await codes("q=soffor")).toEqual(["S1", "S2", "S3"]);
  expect(await codes("q=sofaer", "da")).toEqual(["S1", "S2", "S3"]);
  const { facets } = await find("q=soffor");
  expect(facets.categories).toEqual([
    { value: "Home > Sofas", label: "Hem > Soffor", products: 2 },
    { value: "Home > Sofas > Corner", label: "Hem > Soffor > Corner", products: 1 },
  ]);
  expect(await codes(`category=${encodeURIComponent("Home > Sofas")}`)).toEqual(["S1", "S2", "S3"]);
});

it("renamed, it is found by the new name and no longer by the former; an earlier word that comes late changes nothing", async () => {
  await call("/v1/categories", "sv", { categories: [name("Home > Sofas", { sv: "Vilmöbler" }, 5)] });
  expect(await codes("q=vilmobler")).toEqual(["S1", "S2", "S3"]);
  expect(await codes("q=soffor")).toEqual([]);
  await call("/v1/categories", "sv", { categories: [name("Home > Sofas", { sv: "Soffor" }, 3)] });
  expect(await codes("q=vilmöbler")).toEqual(["S1", "S2", "S3"]);
  await call("/v1/categories", "sv", { categories: [name("Home > Sofas", { sv: null }, 6)] });
  expect((await call("/v1/products/S1", "sv")).body).toMatchObject({ categoryName: "Hem > Sofaer" });
});

it("the tree has what is sold, with names and numbers", async () => {
  await call("/v1/products", "sv", { products: [{ code: "L1", at: "2026-11-01T09:00:00Z", gone: true }] });
  const items = (await call("/v1/categories", "da")).body["items"] as ShownCategory[];
  expect(items).toEqual([
    { path: "Home", parent: null, level: 1, name: "Hjem", label: "Hjem", products: 3 },
    {
      ...{ path: "Home > Sofas", parent: "Home", level: 2, name: "Sofaer" },
      ...{ label: "Hjem > Sofaer", products: 3 },
    },
    {
      ...{ path: "Home > Sofas > Corner", parent: "Home > Sofas", level: 3, name: "Corner" },
      ...{ label: "Hjem > Sofaer > Corner", products: 1 },
    },
  ]);
});
