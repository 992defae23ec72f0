// Review by every hand: without a mouse, without one-key decisions, with a colleague at the same pair, until nothing waits.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings, sideways } from "./browser.ts";
import { twins } from "./likely-one.ts";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
const itemsOf = (on: Page) => on.getByRole("list", { name: "Pairs, the surest first" }).getByRole("listitem");
const pairs = async () => (await itemsOf(page).allTextContents()).length;
const titleOf = (on: Page) => on.locator(".rv-title").textContent();
const said = (text: string) => page.getByRole("status").getByText(text, { exact: true }).waitFor();
const focused = () => page.evaluate(() => document.activeElement?.className ?? "");

/** Goes to what is done with the pair, by Tab alone. */
async function tabTo(name: string): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press("Tab");
    const on = page.locator(".rv-acts button:focus");
    if ((await on.count()) === 1 && (await on.textContent())?.startsWith(name)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  for (const batch of twins()) await studio.server.send(batch, "server");
  await becomeOwner(studio);
  await page.goto(`${studio.base}/review`);
  await itemsOf(page).nth(5).waitFor({ timeout: 120_000 });
});
afterAll(() => studio?.free());

it("is decided with Tab and Enter alone, and whoever decides stands at the next pair's question", async () => {
  const verbs = [
    ["Not one", "Kept as two."],
    ["Never ask again", "Kept as two, and never asked again."],
    ["They are one", "Joined."],
  ] as const;
  for (const [verb, did] of verbs) {
    const [before, first] = [await pairs(), await titleOf(page)];
    await tabTo(verb);
    await page.keyboard.press("Enter");
    await said(did);
    await expect.poll(() => titleOf(page)).not.toBe(first);
    await expect.poll(focused).toBe("rv-title");
    await expect.poll(pairs).toBe(before - 1);
    await page.keyboard.press("u");
    await said("Waits again.");
    await expect.poll(pairs).toBe(before);
    await expect.poll(() => titleOf(page)).toBe(first);
  }
});

it("two keys in one breath decide one pair: nobody has looked at the next one yet", async () => {
  const before = await pairs();
  await page.keyboard.press("r");
  await page.keyboard.press("r");
  await said("Kept as two.");
  await expect.poll(pairs).toBe(before - 1);
  await page.waitForTimeout(1500);
  expect(await pairs()).toBe(before - 1);
  await page.keyboard.press("u");
  await expect.poll(pairs).toBe(before);
});

it("decides by no letter where that is switched off, shows none, and remembers it", async () => {
  const before = await pairs();
  const keys = page.getByRole("checkbox", { name: "Decide by one key" });
  await keys.uncheck();
  await page.locator(".rv-title").click();
  for (const key of ["a", "r", "n", "u"]) await page.keyboard.press(key);
  await page.waitForTimeout(1500);
  expect(await pairs()).toBe(before);
  const join = page.getByRole("button", { name: "They are one" });
  expect(await join.getAttribute("aria-keyshortcuts")).toBeNull();
  expect(await page.getByText("A joins", { exact: false }).isVisible()).toBe(false);
  await page.reload();
  await keys.waitFor();
  expect(await keys.isChecked()).toBe(false);
  await keys.check();
  await join.waitFor();
  expect(await join.getAttribute("aria-keyshortcuts")).toBe("A");
});

it("tells the second of two colleagues at one pair what the first decided, and lets them undo it", async () => {
  const other = await studio.desk.context.newPage();
  await other.goto(`${studio.base}/review`);
  await itemsOf(other).first().getByRole("button").click();
  await itemsOf(page).first().getByRole("button").click();
  await expect.poll(() => titleOf(other)).toBe(await titleOf(page));
  await other.getByRole("button", { name: "Not one" }).last().click();
  await other.getByRole("status").getByText("Kept as two.").waitFor();
  await page.getByRole("button", { name: "They are one" }).click();
  await page.getByRole("alert").getByText("Somebody has decided on this pair already").waitFor();
  await page.locator(".rv-sum").getByText("Not one person").waitFor();
  expect(await page.getByRole("button", { name: "They are one" }).count()).toBe(0);
  await page.locator(".rv-acts").getByRole("button", { name: "Undo" }).click();
  await said("Waits again.");
  await page.getByRole("button", { name: "They are one" }).waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
  await other.close();
});

it("asks nothing more when every pair is decided, and is as usable on a phone", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${studio.base}/review`);
  await itemsOf(page).first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
  await itemsOf(page).first().getByRole("button").click();
  await page.getByRole("button", { name: "Not one" }).last().waitFor();
  const asked = await titleOf(page);
  await page.locator(".rv-acts").getByRole("button", { name: "Not one" }).click();
  await said("Kept as two.");
  await expect.poll(() => titleOf(page)).not.toBe(asked);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await said("Waits again.");
  await expect.poll(() => titleOf(page)).toBe(asked);
  const none = page.getByRole("heading", { name: "No pair waits" });
  for (let left = 40; left > 0 && !(await none.isVisible()); left--) {
    const first = await page.locator(".rv-pair").getAttribute("data-pair");
    await page.locator(".rv-acts").getByRole("button", { name: "Not one" }).click();
    await expect.poll(() => page.locator(`[data-pair="${first}"]`).count()).toBe(0);
    await page.locator(".rv-acts, .state").first().waitFor();
  }
  await none.waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await page.getByRole("button", { name: "To People" }).count()).toBeLessThanOrEqual(1);
  expect(studio.desk.broken).toEqual([]);
});
