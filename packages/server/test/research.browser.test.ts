// J22 in real browsers and two installations: what Iris looked at in one shop she carries to another, by her own hand. Neither
// shop learns of the other, and nothing of who she is in the first stands anywhere in the second.
import { readFile } from "node:fs/promises";
import { readResearch } from "@somlos/rules/research";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, openBrowser, openDesk, seriousFindings, sideways } from "./browser.ts";
import { CANARY, canary } from "./canaries.ts";
import { enterCorner } from "./corner-desk.ts";
import { filesWith, tablesWith } from "./finding.ts";
import { type Server, startServer } from "./harness.ts";

type Shop = { readonly server: Server; readonly desk: Desk; readonly base: string };

const HER_THERE = `${CANARY}iris@exempel.se`;
const HER_HERE = "qzother.iris@exempel.se";
const GTIN = "7350000000016";
let browser: Browser;
let first: Shop;
let second: Shop;
let file = "";

async function openShop(width: number): Promise<Shop> {
  const server = await startServer({
    ...{ database: "embedded", env: { NODE_ENV: "production", SOMLOS_LOG: "trace" } },
  });
  const desk = await openDesk(browser);
  await desk.page.setViewportSize({ width, height: 900 });
  return { server, desk, base: `http://localhost:${server.port}` };
}

/** What she did in the first shop, with a sign of her and of the shop in every field that has one. */
function looked(event: string, properties: object, days: number): object {
  const timestamp = new Date(Date.now() - days * 86_400_000).toISOString();
  return {
    ...{
      type: "track",
      event,
      userId: `${CANARY}iris`,
      anonymousId: canary(),
      messageId: canary(),
      timestamp,
    },
    properties: {
      product_id: canary(),
      url: `https://${canary()}.example/p/${canary()}?who=${canary()}`,
      ...properties,
    },
    context: { ip: "192.0.2.77", userAgent: canary(), page: { url: `https://${canary()}.example/` } },
  };
}

beforeAll(async () => {
  browser = await openBrowser();
  first = await openShop(1440);
  second = await openShop(390);
  const boots = {
    name: "Kängor Fjäll",
    brand: "Almvik",
    category: "Shoes",
    gtin: GTIN,
    price: 899,
    currency: "SEK",
  };
  const traits = { email: HER_THERE, firstName: canary(), shoe_size: 38 };
  await first.server.send(
    [
      { type: "identify", userId: `${CANARY}iris`, traits, messageId: canary() },
      looked("Product Viewed", { ...boots, size: "38" }, 9),
      looked("Product Added", { name: "Sandal Ö", category: "Shoes", size: "41" }, 5),
      looked("Product Viewed", { name: "Lampa Månsken" }, 3),
      looked("Product Viewed", { name: "A present, kept to herself" }, 2),
      looked("Product Viewed", { name: "Looked at by mistake" }, 12),
      looked("Products Searched", { query: "vandringskängor" }, 1),
    ],
    "server",
  );
  await second.server.send(
    [
      { type: "identify", userId: "ida", traits: { email: HER_HERE }, messageId: "s-1" },
      {
        ...{ type: "track", event: "Product Viewed", userId: "ida", messageId: "s-2" },
        properties: { ...boots, price: 749, product_id: "B-77" },
      },
    ],
    "server",
  );
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all([first, second].map((shop) => shop?.server.free()));
});

const pane = (page: Page) => page.getByRole("region", { name: "What you looked at, and your sizes" });
const button = (page: Page, name: string | RegExp) => pane(page).getByRole("button", { name });
/** Of what she brought, not of what she looked at here. */
const broughtAway = (page: Page, name: string | RegExp) =>
  pane(page)
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Brought from other shops" }) })
    .getByRole("button", { name });
const tick = (page: Page, name: RegExp) => pane(page).getByRole("checkbox", { name });

/** Whoever needs another width, tongue or the keyboard meets no hindrance in what is open. */
async function fitsEverybody(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const language of ["Svenska", "Dansk", "English"])
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole("button", { name: language }).click();
      expect([language, width, await seriousFindings(page), await sideways(page)]).toEqual([
        language,
        width,
        [],
        0,
      ]);
    }
  if (before !== null) await page.setViewportSize(before);
}

const drop = async (page: Page, text: string) => {
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "research.json", { type: "application/json" }));
    return data;
  }, text);
  await pane(page).locator(".drop").dispatchEvent("drop", { dataTransfer: transfer });
};

describe("J22, portable research, from shop to shop in Iris's own hand", () => {
  it("in the first shop she sees what she looked at, and what fits her", async () => {
    const { page } = first.desk;
    await enterCorner(page, first.server, first.base, HER_THERE);
    await pane(page).getByText("Kängor Fjäll, Almvik").waitFor();
    const lines = await pane(page).getByRole("listitem").allTextContents();
    expect(lines.find((line) => line.includes("Kängor"))).toContain("fits you");
    expect(lines.find((line) => line.includes("Sandal"))).toContain("not your size");
    expect(lines.find((line) => line.includes("Shoes"))).toBe("Shoes: 38");
    await fitsEverybody(page);
  });

  it("what she does not want to stand there she takes away, and it stays away", async () => {
    const { page } = first.desk;
    await button(page, "Show all 6").click();
    await button(page, "Take away: Looked at by mistake").click();
    await pane(page).getByText("Taken away.").waitFor();
    await page.reload();
    await button(page, "Take away: Sandal Ö").waitFor();
    expect(await pane(page).getByText("Looked at by mistake").count()).toBe(0);
    await button(page, "Take away all that I looked at").click();
    await button(page, "No, keep it").click();
  });

  it("she takes it along but for one thing; the file has no sign of her, of the shop or of a time of day", async () => {
    const { page } = first.desk;
    await button(page, "Take it with me").click();
    await tick(page, /^A present/).uncheck();
    await fitsEverybody(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button(page, "Save the file (5)").click(),
    ]);
    expect(download.suggestedFilename()).toBe("research.json");
    file = await readFile(await download.path(), "utf8");
    const read = readResearch(file);
    expect(read).toMatchObject({ ok: true, skipped: 0, research: { shop: null } });
    expect(read.ok && read.research.things.map(({ name }) => name)).toEqual([
      ...["vandringskängor", "Lampa Månsken", "Sandal Ö", "Kängor Fjäll"],
    ]);
    expect(file).not.toMatch(
      new RegExp(`${CANARY}|present|192\\.0|\\d:\\d\\d|https?:|${first.server.port}`, "i"),
    );
    await pane(page).getByText("The file is on your device.").waitFor();
  });

  it("in the second shop, under another address, a file that is none of these is refused in words, and nothing is sent", async () => {
    const { page } = second.desk;
    const sent: Request[] = [];
    page.on("request", (request) => request.url().includes("/research/brought") && sent.push(request));
    await enterCorner(page, second.server, second.base, HER_HERE);
    await button(page, "Bring a file").click();
    const choose = (text: string) =>
      pane(page)
        .locator("input[type=file]")
        .setInputFiles({ name: "file.json", mimeType: "application/json", buffer: Buffer.from(text) });
    for (const [text, said] of [
      ['{"name":"somlos"}', /some other file/],
      [file.slice(0, 300), /cut off/],
      ["x".repeat(300_000), /too large/],
      [file.replace('"version": 1', '"version": 9'), /newer way/],
      ['{"format":"portable-research","version":1}', /nothing in it/],
    ] as const) {
      await choose(text);
      await pane(page).getByRole("alert").filter({ hasText: said }).waitFor();
    }
    await fitsEverybody(page);
    expect(sent).toEqual([]);
  });

  it("she drops her own: it is told what it holds and what fits here before anything is sent, and only what she keeps goes", async () => {
    const { page } = second.desk;
    await drop(page, file);
    await pane(page)
      .getByRole("heading", { name: /^It holds 4 things and 1 size, made / })
      .waitFor();
    await tick(page, /^Kängor Fjäll, Almvik.*with us 749\skr.*fits you/s).waitFor();
    await tick(page, /^Sandal Ö.*not your size/s).waitFor();
    await tick(page, /^Shoes: 38/).uncheck();
    expect(await pane(page).getByText("fits you").count()).toBe(0);
    await tick(page, /^Shoes: 38/).check();
    await tick(page, /^Lampa Månsken/).uncheck();
    await fitsEverybody(page);
    const [request] = await Promise.all([
      page.waitForRequest(/research\/brought$/),
      button(page, "Keep this here (4)").click(),
    ]);
    expect(request.postData()).not.toContain("Lampa");
    await pane(page).getByText("It stands here now.").waitFor();
    await page.reload();
    await broughtAway(page, "Take away: Kängor Fjäll").waitFor();
    const lines = await pane(page).getByRole("listitem").allTextContents();
    expect(lines.find((line) => /^Kängor.*with us 749\skr/s.test(line))).toContain("fits you");
    expect(lines).toContain("Shoes: 38");
    await fitsEverybody(page);
  });

  it("the second shop has nothing of who she is in the first: no table, no file, no line of its log; nor the first of the second", async () => {
    expect(await tablesWith(second.server, CANARY)).toEqual([]);
    expect(await tablesWith(second.server, "Sandal Ö")).not.toEqual([]); // the search finds what is there
    expect(await filesWith(second.server, CANARY)).toEqual([]);
    expect(second.server.said().toLowerCase()).not.toContain(CANARY);
    for (const trace of ["qzother", `localhost:${second.server.port}`]) {
      expect(await tablesWith(first.server, trace)).toEqual([]);
      expect(await filesWith(first.server, trace)).toEqual([]);
      expect(first.server.said()).not.toContain(trace);
    }
    const asked = await second.server.ask("/api/people/lookup", { kind: "email", value: HER_THERE });
    expect(asked.status).toBe(404);
  });

  it("she takes one away and then all of it, by the keyboard alone, and it is gone from the tables", async () => {
    const { page } = second.desk;
    await broughtAway(page, "Take away: Sandal Ö").focus();
    await page.keyboard.press("Enter");
    await pane(page).getByText("Taken away.").waitFor();
    expect(await broughtAway(page, "Take away: Sandal Ö").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Brought from other shops");
    await button(page, "Take away all that I brought").focus();
    await page.keyboard.press("Enter");
    await button(page, "Yes, take it away").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => broughtAway(page, /^Take away/).count()).toBe(0);
    expect(await tablesWith(second.server, "Sandal Ö")).toEqual([]);
    expect(await tablesWith(second.server, "vandringskängor")).toEqual([]);
  });

  it("on a phone without files she pastes the text instead", async () => {
    const { page } = second.desk;
    await button(page, "Bring a file").click();
    await pane(page).getByLabel("Or paste its text").fill(file);
    await button(page, "See what it holds").click();
    await button(page, "Keep this here (5)").click();
    await broughtAway(page, "Take away: Sandal Ö").waitFor();
    expect([...first.desk.broken, ...second.desk.broken]).toEqual([]);
  });
});
