// npm run pictures: the pictures of the README, docs/pictures/*.png, from a house in which the demo lives.
import { mkdir, stat, writeFile } from "node:fs/promises";
import { machineNow } from "@somlos/kernel/clock";
import type { BrowserContext, Page } from "playwright-core";
import { isUp, runDemo } from "../packages/demo/src/index.ts";
import { openBrowser, openPictureHouse } from "./screens/house.ts";

const OUT = "docs/pictures";
const MOST_BYTES = 300_000;
/** Live looks back five minutes: by then the past that was told at once is out of it. */
const LONG_ENOUGH_MS = 320_000;
const house = await openPictureHouse();
const stopping = new AbortController();

/** Somebody with a name who was met in many channels. */
async function somebody(): Promise<string> {
  type Row = { id: string; name: string | null; channels?: string[] };
  const { items } = await house.ask<{ items: Row[] }>("/api/people?query=&limit=50");
  const opened = await Promise.all(
    items
      .filter((one) => one.name !== null)
      .slice(0, 20)
      .map((one) => house.ask<Row & { channels: string[] }>(`/api/people/${one.id}`)),
  );
  return opened.sort((a, b) => b.channels.length - a.channels.length)[0]?.id ?? "";
}

/** On Live: when somebody with a name is among the newest, their event on its way through the six words. */
async function choose(page: Page): Promise<void> {
  const known = "tr.row:nth-child(-n + 9):has(a.pn:not(.pn-unknown)) .row-open";
  await page.locator(known).first().click({ timeout: 200_000 });
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function take(
  context: BrowserContext,
  name: string,
  path: string,
  act?: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${house.url}${path}`, { waitUntil: "load" });
  await page.waitForSelector("h1, main");
  await page.waitForTimeout(2500);
  await act?.(page);
  if (act !== undefined) await page.waitForTimeout(1500);
  const file = `${OUT}/${name}.png`;
  await writeFile(file, await page.screenshot());
  const { size } = await stat(file);
  console.log(`${file}: ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${file} is over ${MOST_BYTES / 1000} kB`);
  await page.close();
}

async function run(): Promise<void> {
  while (!(await isUp(house.url))) await new Promise((done) => setTimeout(done, 200));
  const cookie = await house.signUp();
  const wish = {
    seed: 1,
    people: 400,
    days: 14,
    speed: 300,
    retailFile: undefined,
    statePath: `${house.home}/demo.json`,
  };
  const where = { url: house.url, keys: house.keys, adminToken: house.adminToken };
  const means = { now: machineNow, signal: stopping.signal, say: () => undefined };
  await runDemo(where, { ...wish, historyOnly: true }, means);
  const living = runDemo(where, { ...wish, historyOnly: false }, means);
  await new Promise((done) => setTimeout(done, LONG_ENOUGH_MS));
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    bypassCSP: true,
  });
  await context.addCookies([{ ...cookie, url: house.url }]);
  await mkdir(OUT, { recursive: true });
  await take(context, "live", "/live", choose);
  await take(context, "today", "/today");
  await take(context, "person", `/people/${await somebody()}`);
  await browser.close();
  stopping.abort();
  await living;
}

try {
  await run();
} finally {
  await house.close();
}
process.exit(0);
