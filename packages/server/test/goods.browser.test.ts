// Goods in a browser: a feed is made, a file sent, what was refused read; a product is found, and where it is and what it has
// cost seen; a shop's secret is shown once.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
  const entity = await studio.server.ask("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", country: "SE", currency: "SEK", organisationNumber: null },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  const place = {
    code: "malmo",
    entityId: entity.body["id"],
    name: "Almvik Malmö",
    kind: "store",
    country: "SE",
  };
  await studio.server.ask("/api/locations", place);
});
afterAll(() => studio?.free());

const go = (path: string) => page.goto(`${studio.base}${path}`);
const click = (name: string | RegExp) => page.getByRole("button", { name }).click();
const FEED = [
  "sku;name;brand;price;stock;shelf;zone",
  "L-1;Golvlampa Månsken;Månbro;1249,00;4;12;Lighting",
  "L-2;Bordslampa Ängö;Nordljus;599,00;0;;",
  "L-3;Taklampa;Nordljus;gratis;1;;",
].join("\r\n");

describe("goods", () => {
  it("teach where to begin while there are none", async () => {
    await go("/goods");
    await page.getByRole("heading", { name: "Nothing is sold yet" }).waitFor();
    await page.getByRole("link", { name: "To feeds" }).click();
    await page.getByRole("heading", { name: "No feeds yet" }).waitFor();
  });

  it("come in by a file, and each row that was refused says why", async () => {
    await click("New feed");
    await page.getByLabel("Name").fill("Cash system");
    await page.getByLabel("Where stock lies").selectOption({ label: "Almvik Malmö" });
    await click("Make the feed");
    await click("Send a file to Cash system");
    const file = { name: "goods.csv", mimeType: "text/csv", buffer: Buffer.from(FEED) };
    await page.getByRole("checkbox", { name: /It is the whole range/ }).check();
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText("Read", { exact: true }).waitFor();
    await click(/^1 rows/);
    await page.getByText(/The price cannot be read without doubt/).waitFor();
    await page.keyboard.press("Escape");
  });

  it("are found as they are written, with what they cost, where they are and what they have cost", async () => {
    await go("/goods");
    await page.getByText("2 products").waitFor();
    await page.getByRole("searchbox").fill("mansken");
    await page.getByText("1 product", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Golvlampa Månsken" }).click();
    await page.getByRole("heading", { name: "Golvlampa Månsken", level: 1 }).waitFor();
    await page.getByText("Lighting, shelf 12").waitFor();
    await page
      .getByRole("cell", { name: /1\s249\skr/ })
      .first()
      .waitFor();
    expect(await page.getByRole("row", { name: /^L-1 .*still/ }).count()).toBe(1);
  });

  it("are seen in the pictures that the house keeps, in the list, on their own page and of each variant", async () => {
    const headers = {
      authorization: `Basic ${Buffer.from(`${studio.server.serverKey}:`).toString("base64")}`,
    };
    const svg = (fill: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><path d="M0 0h80v80z" fill="${fill}"/></svg>`;
    const keep = async (body: string) =>
      (await (await fetch(`${studio.base}/v1/pictures`, { method: "POST", headers, body })).json()) as {
        url: string;
      };
    const [oak, black] = [await keep(svg("#c79f68")), await keep(svg("#33393c"))];
    const variants = [oak, black].map(({ url }, i) => ({
      sku: `T-1-${i}`,
      media: [{ url, alt: `Table, variant ${i}` }],
    }));
    const product = {
      ...{ code: "T-1", at: new Date().toISOString(), texts: [{ language: "en", name: "Table Orust" }] },
      ...{ media: [{ url: oak.url, alt: "Table in oak" }], variants },
    };
    const body = JSON.stringify({ products: [product] });
    const told = await fetch(`${studio.base}/v1/products`, { method: "POST", headers, body });
    expect(await told.json()).toMatchObject({ accepted: 1 });
    const widthOf = (name: string) =>
      page.getByRole("img", { name, exact: true }).evaluate(async (one) => {
        const picture = one as unknown as { decode(): Promise<void>; naturalWidth: number };
        await picture.decode();
        return picture.naturalWidth;
      });
    await go("/goods?q=orust");
    expect(await widthOf("Table in oak")).toBe(80);
    await page.getByRole("link", { name: "Table Orust" }).click();
    await page.getByRole("heading", { name: "Table Orust", level: 1 }).waitFor();
    for (const name of ["Table in oak", "Table, variant 0", "Table, variant 1"])
      expect(await widthOf(name), name).toBe(80);
  });

  it("are shown by place: what is there, and what is gone", async () => {
    await go("/goods/stock");
    await page.getByRole("row", { name: /Golvlampa Månsken/ }).waitFor();
    await click(/^Gone/);
    await page.getByRole("row", { name: /Golvlampa Månsken/ }).waitFor({ state: "detached" });
    await page.getByRole("row", { name: /Bordslampa Ängö/ }).waitFor();
  });

  it("differ between two who speak of them: found, explained by a colleague, and looked after by somebody", async () => {
    await go("/goods/differences");
    await page.getByRole("heading", { name: "Only one speaks yet" }).waitFor();
    const feed = { name: "Tills", language: "sv", entity: "almvik" };
    const { body } = await studio.server.ask("/api/feeds", feed);
    const other = "sku;name;price\r\nL-1;Golvlampa Månsken;1299,00";
    const headers = {
      "content-type": "text/csv",
      authorization: `Bearer ${studio.server.adminToken}`,
    };
    await fetch(`${studio.server.url}/api/feeds/${body["id"]}/file`, {
      method: "POST",
      headers,
      body: other,
    });
    await page.getByRole("button", { name: /^Just now/ }).click();
    const row = page.getByRole("row", { name: /Golvlampa Månsken/ });
    await row.waitFor();
    await row.getByText(/1\s299\skr/).waitFor();
    await row.getByText(/1\s249\skr/).waitFor();
    await click("Who looks after what");
    await page.getByLabel(/^Cash system \(1 open\)/).selectOption({ index: 1 });
    await page.keyboard.press("Escape");
    await row.getByText("Nobody yet").waitFor({ state: "detached" });
    await click("Explain: Golvlampa Månsken");
    await page.getByLabel("Why it is so").fill("The tills change at midnight");
    await click("Save");
    await row.waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Explained/ }).click();
    await page.getByText("The tills change at midnight").waitFor();
    await click("Open again: Golvlampa Månsken");
    await page.getByText("Nothing differs").waitFor();
  });

  it("a shop's webhooks have an address and a secret that is shown this once", async () => {
    await go("/goods/feeds");
    await click("New feed");
    await page.getByLabel("Name").fill("Vendure");
    await page.getByLabel("How it comes").selectOption({ label: "Vendure webhooks" });
    await page.getByLabel("Places of the shop").fill("1 = malmo");
    await click("Make the feed");
    await page.getByText(/^whsec_/).waitFor();
    await page
      .getByText(/\/v1\/hooks\//)
      .first()
      .waitFor();
    await click("I have copied it");
    expect(await page.getByText(/^whsec_/).count()).toBe(0);
    await page
      .getByText(/\/v1\/hooks\//)
      .first()
      .waitFor();
  });

  it("a feed that is fetched says what went wrong and when it is tried again, and is fetched when somebody wants it", async () => {
    await go("/goods/feeds");
    await click("New feed");
    await page.getByLabel("Name", { exact: true }).fill("Supplier");
    await page.getByRole("radio", { name: "Fetched from an address" }).check();
    await page.getByLabel("Address", { exact: true }).fill("https://10.0.0.1/goods.csv");
    await click("Make the feed");
    await page.getByText(/The address leads into an inner network/).waitFor();
    await page.getByLabel("Address", { exact: true }).fill("https://localhost/goods.csv");
    await page.getByLabel("How often").selectOption({ label: "Every hour" });
    await click("Make the feed");
    const line = page.getByRole("row", { name: /Supplier/ });
    await line.getByText(/Could not be fetched .*tried again in \d+.minutes/).waitFor();
    await line.getByText("fetch.inner").waitFor();
    await click("Fetch now: Supplier");
    await line.getByText(/tried again in (9|10).minutes/).waitFor();
    await click("Address of Supplier");
    await click("Fetch no longer");
    await page.getByRole("button", { name: "Fetch now: Supplier" }).waitFor({ state: "detached" });
  });

  it("say in the audit who made feeds and sent files", async () => {
    await go("/audit");
    await page.getByText("Sent a file of goods").first().waitFor();
  });
});
