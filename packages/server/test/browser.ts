// A real Chromium for proofs on the screen: with a passkey device, and with the questions every screen is asked.
import { existsSync } from "node:fs";
import { env as environment } from "node:process";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser(): Promise<Browser> {
  const { CHROMIUM: named } = environment;
  const found = named ?? places.find((place) => existsSync(place));
  if (found === undefined)
    throw new Error("no Chromium found: apt-get install chromium, or set CHROMIUM to where one is");
  return chromium.launch({ executablePath: found, args });
}

export type Desk = { readonly page: Page; readonly context: BrowserContext; readonly broken: string[] };

/** One colleague's browser. What breaks on its pages is kept in `broken`. */
export async function openDesk(browser: Browser): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(`${page.url()}: ${error.message}`));
  page.on("console", (line) => {
    // A refused request is a line of the browser's own, and refusals are part of the screens.
    if (line.type() === "error" && !line.text().startsWith("Failed to load resource"))
      broken.push(`${page.url()}: ${line.text()}`);
  });
  return { page, context, broken };
}

/** A device that holds passkeys and always recognises its owner. */
export async function givePasskeyDevice({ page, context }: Desk): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Pixels by which the page is wider than the window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));

/** What axe-core calls serious or critical, each in one line. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    type Finding = { impact?: string | null; id: string; nodes: { target: unknown[] }[] };
    const run = (globalThis as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe;
    const { violations } = await run.run();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
  });
}
