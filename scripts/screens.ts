// npm run screens: every screen of the studio in two widths and three languages, as pictures under .screens/, from a house
// of its own with a small life in it. Fails on sideways scroll, missing text, or a serious accessibility finding.
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { machineNow } from "@somlos/kernel/clock";
import type { Browser, Page } from "playwright-core";
import { enterCompany } from "../packages/demo/src/index.ts";
import { type SmallImports, smallImports } from "../packages/server/test/small-imports.ts";
import { openBrowser, openPictureHouse } from "./screens/house.ts";
import { smallLife } from "./screens/small-life.ts";

const OUT = ".screens";
const WIDTHS = [1440, 390] as const;
const LANGUAGES = ["en", "sv", "da"] as const;
const only = process.argv[2];

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const house = await openPictureHouse();
const problems: string[] = [];
let imports: SmallImports;

/** The chain of the demo, and the address of one of its stores. */
async function storePath(): Promise<string> {
  const { url, keys, adminToken } = house;
  await enterCompany({ url, keys, adminToken }, machineNow());
  const { items } = await house.ask<{ items: { id: string }[] }>("/api/locations");
  return `/settings/stores/${items[0]?.id}`;
}

/** Where the screens are; a person's id is asked for. */
async function places(): Promise<Record<string, string>> {
  const { id } = await house.ask<{ id: string }>("/api/people/lookup?kind=login&value=astrid");
  return {
    today: "/today",
    live: "/live",
    parked: "/live/parked",
    people: "/people",
    person: `/people/${id}`,
    sources: "/sources",
    source: "/sources/1",
    "source-schemas": "/sources/1?tab=schemas",
    "source-listen": "/sources/1?tab=listen",
    imports: "/imports",
    "import-columns": `/imports/${imports.columns}`,
    "import-trial": `/imports/${imports.trial}`,
    "import-result": `/imports/${imports.result}`,
    staff: "/staff",
    audit: "/audit",
    settings: "/settings",
    entities: "/settings/entities",
    stores: "/settings/stores",
    store: await storePath(),
    account: "/account",
    mail: "/mail",
    volume: "/volume",
  };
}

async function look(page: Page, name: string, path: string, width: number, language: string): Promise<void> {
  const label = `${name}.${width}.${language}`;
  await page.goto(`${house.url}${path}`, { waitUntil: "load" });
  await page.waitForSelector("h1, main", { timeout: 15_000 });
  await page.waitForTimeout(900);
  await page.screenshot({ path: join(OUT, `${label}.png`), fullPage: width < 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 1) problems.push(`${label}: scrolls sideways by ${wide} px`);
  const text = await page.evaluate(() => document.body.textContent ?? "");
  if (text.trim().length < 20 || /undefined|\[object Object\]|NaN/.test(text))
    problems.push(`${label}: text is missing`);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: {
          run(): Promise<{
            violations: { id: string; impact: string | null; nodes: { target: unknown[] }[] }[];
          }>;
        };
      }
    ).axe.run();
    return violations
      .filter((v) => v.impact === "serious" || v.impact === "critical")
      .map((v) => `${v.id} at ${String(v.nodes[0]?.target[0])}`);
  });
  for (const finding of found) problems.push(`${label}: ${finding}`);
}

const LOCALES = { en: "en-GB", sv: "sv-SE", da: "da-DK" } as const;

async function walkOnce(
  browser: Browser,
  cookie: { name: string; value: string },
  width: number,
  language: (typeof LANGUAGES)[number],
): Promise<number> {
  const context = await browser.newContext({
    viewport: { width, height: width < 700 ? 844 : 900 },
    locale: LOCALES[language],
    bypassCSP: true,
  });
  // A colleague's own language would win over the browser's.
  await context.addInitScript((tag) => localStorage.setItem("somlos.language", tag), language);
  const page = await context.newPage();
  const wanted = (name: string) => only === undefined || only === name;
  if (wanted("sign-in")) await look(page, "sign-in", "/sign-in", width, language);
  await context.addCookies([{ ...cookie, url: house.url }]);
  const inside = Object.entries(await places()).filter(([name]) => wanted(name));
  for (const [name, path] of inside) await look(page, name, path, width, language);
  await context.close();
  return inside.length + (wanted("sign-in") ? 1 : 0);
}

async function walk(): Promise<number> {
  const cookie = await house.signUp();
  await fetch(`${house.url}/api/sources/1/listen`, {
    method: "PUT",
    headers: { authorization: `Bearer ${house.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ on: true }),
  });
  await smallLife(house.url, house.keys.public, house.keys.server);
  imports = await smallImports(house.url, house.adminToken);
  await mkdir(OUT, { recursive: true });
  const browser = await openBrowser();
  let count = 0;
  for (const width of WIDTHS)
    for (const language of LANGUAGES) count += await walkOnce(browser, cookie, width, language);
  await browser.close();
  return count;
}

try {
  const count = await walk();
  for (const problem of problems) console.error(problem);
  console.log(`${count} pictures in ${OUT}/`);
  console.log(`\n${count - problems.length} passed, ${problems.length} failed`);
} finally {
  await house.close();
}
process.exit(problems.length > 0 ? 1 : 0);
