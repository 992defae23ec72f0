// npm run screens: every screen of the studio in two widths and three languages, as pictures under .screens/, from a house
// of its own with a small life in it. Fails on sideways scroll, missing text, or a serious accessibility finding.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machineNow } from "@somlos/kernel/clock";
import { type Browser, chromium, type Page } from "playwright-core";
import { enterCompany } from "../packages/demo/src/index.ts";
import { type SmallImports, smallImports } from "../packages/server/test/small-imports.ts";
import { smallLife } from "./screens/small-life.ts";

const OUT = ".screens";
const WIDTHS = [1440, 390] as const;
const LANGUAGES = ["en", "sv", "da"] as const;
const PORT = 20_000 + Math.floor(Math.random() * 20_000);
const URL_ = `http://localhost:${PORT}`;
const PASSWORD = "en riktigt lång fras om lampor";
const BROWSER = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const only = process.argv[2];

if (BROWSER === undefined) {
  console.error("No browser. On Debian: apt-get install chromium.");
  process.exit(1);
}
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const home = await mkdtemp(join(tmpdir(), "somlos-screens-"));
const server = spawn(process.execPath, ["packages/server/src/main.ts"], {
  stdio: ["ignore", "pipe", "inherit"],
  env: {
    ...process.env,
    PORT: String(PORT),
    SOMLOS_HOME: home,
    SOMLOS_WRITE_KEY: "screens-write-key",
    SOMLOS_SERVER_KEY: "screens-server-key",
    SOMLOS_ADMIN_TOKEN: "screens-admin-token-0123",
    SOMLOS_LOG: "warn",
  },
});
server.stdout.resume();
const problems: string[] = [];
let imports: SmallImports;

async function signUp(): Promise<{ name: string; value: string }> {
  const link = await readFile(join(home, "set-up-link.txt"), "utf8");
  const token = /#(?:token=)?([\w-]{20,})/.exec(link)?.[1] ?? "";
  const answer = await fetch(`${URL_}/api/set-up`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: URL_ },
    body: JSON.stringify({ token, name: "Nils Hedman", email: "nils@almvik.example", password: PASSWORD }),
  });
  const [name = "", value = ""] = (answer.headers.getSetCookie()[0] ?? "").split(";")[0]?.split("=") ?? [];
  return { name, value };
}

/** The chain of the demo, and the address of one of its stores. */
async function storePath(): Promise<string> {
  const keys = { public: "", server: "" };
  await enterCompany({ url: URL_, keys, adminToken: "screens-admin-token-0123" }, machineNow());
  const answer = await fetch(`${URL_}/api/locations`, {
    headers: { authorization: "Bearer screens-admin-token-0123" },
  });
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return `/settings/stores/${items[0]?.id}`;
}

/** Where the screens are; a person's id is asked for. */
async function places(): Promise<Record<string, string>> {
  const answer = await fetch(`${URL_}/api/people/lookup?kind=login&value=astrid`, {
    headers: { authorization: "Bearer screens-admin-token-0123" },
  });
  const { id } = (await answer.json()) as { id: string };
  return {
    today: "/today",
    live: "/live",
    parked: "/live/parked",
    people: "/people",
    person: `/people/${id}`,
    sources: "/sources",
    source: "/sources/1",
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
  await page.goto(`${URL_}${path}`, { waitUntil: "load" });
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
  await context.addCookies([{ ...cookie, url: URL_ }]);
  const inside = Object.entries(await places()).filter(([name]) => wanted(name));
  for (const [name, path] of inside) await look(page, name, path, width, language);
  await context.close();
  return inside.length + (wanted("sign-in") ? 1 : 0);
}

async function walk(): Promise<number> {
  for (let i = 0; i < 300 && !existsSync(join(home, "set-up-link.txt")); i++)
    await new Promise((done) => setTimeout(done, 200));
  const cookie = await signUp();
  await smallLife(URL_, "screens-write-key", "screens-server-key");
  imports = await smallImports(URL_, "screens-admin-token-0123");
  await mkdir(OUT, { recursive: true });
  const browser = await chromium.launch({
    executablePath: BROWSER ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
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
  server.kill("SIGTERM");
  await once(server, "exit");
  await rm(home, { recursive: true, force: true });
}
process.exit(problems.length > 0 ? 1 : 0);
