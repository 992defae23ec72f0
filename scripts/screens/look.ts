// One look at one screen: its picture, and what is wrong with it.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Place } from "./places.ts";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { id: string; impact: string | null; nodes: { target: unknown[] }[] };
type WithAxe = { axe: { run(): Promise<{ violations: Violation[] }> } };

async function shutOut(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as WithAxe).axe.run();
    return violations
      .filter((v) => v.impact === "serious" || v.impact === "critical")
      .map((v) => `${v.id} at ${String(v.nodes[0]?.target[0])}`);
  });
}

/** What a finger meets that is lower than a finger is wide. Links in running text may be; what is laid over a line counts. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const least = 48;
    const meets = (one: Element): boolean =>
      getComputedStyle(one).visibility !== "hidden" &&
      getComputedStyle(one).display !== "inline" &&
      !one.matches(".skip, .vh, .vh *, [inert] *, [aria-hidden=true] *");
    const tallOf = (one: Element): number => {
      const laid = getComputedStyle(one, "::after");
      const over = laid.position === "absolute" ? Number.parseFloat(laid.height) || 0 : 0;
      return Math.max(over, (one.closest("label, .field") ?? one).getBoundingClientRect().height);
    };
    const found = [...document.querySelectorAll("button, a[href], select, input, summary")]
      .filter((one) => meets(one) && one.getBoundingClientRect().height > 0)
      .map((one) => ({ one, tall: tallOf(one) }))
      .filter(({ tall }) => tall < least - 0.5)
      .map(({ one, tall }) => `${one.tagName.toLowerCase()}.${one.className} is ${Math.round(tall)} px`);
    return [...new Set(found)];
  });

async function wrongWith(page: Page, coarse: boolean): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const text = await page.evaluate(() => document.body.textContent ?? "");
  return [
    ...(wide > 1 ? [`scrolls sideways by ${wide} px`] : []),
    ...(text.trim().length < 20 || /undefined|\[object Object\]|NaN/.test(text) ? ["text is missing"] : []),
    ...(coarse ? (await small(page)).map((one) => `too small for a finger: ${one}`) : []),
    ...(await shutOut(page)),
  ];
}

/** Nothing is still coming: no coming shapes, and a moment for what draws itself. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(350);
  await page.waitForFunction(() => document.querySelector(".ghosts, .skeleton") === null, undefined, {
    timeout: 20_000,
  });
  await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
}

/** On a phone all that one scrolls to, with the bar below it; not under a sheet, which fits the window. */
async function photograph(page: Page, path: string, phone: boolean): Promise<void> {
  const window = page.viewportSize();
  const sheets = await page.locator(".mantine-Drawer-content, .mantine-Modal-content").count();
  if (window === null || !phone || sheets > 0) {
    await page.screenshot({ path });
    return;
  }
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: window.width, height: Math.min(3200, Math.max(window.height, tall)) });
  await page.waitForTimeout(100);
  await page.screenshot({ path });
  await page.setViewportSize(window);
}

/** Leaves a picture; says what is wrong, nothing when all is well. */
export async function look(
  page: Page,
  at: string,
  place: Place,
  to: { folder: string; label: string },
): Promise<string[]> {
  const label = `${place.name}.${to.label}`;
  try {
    await page.goto("about:blank");
    await page.goto(`${at}${place.path}`, { waitUntil: "load" });
    await page.waitForSelector("h1, main", { timeout: 15_000 });
    await settled(page);
    if (place.act !== undefined) {
      await place.act(page);
      await settled(page);
    }
    const phone = (page.viewportSize()?.width ?? 0) < 700;
    const wrong = await wrongWith(page, phone);
    await photograph(page, join(to.folder, `${label}.png`), phone);
    return wrong.map((problem) => `${label}: ${problem}`);
  } catch (error) {
    return [`${label}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`];
  } finally {
    await place.after?.();
  }
}
