// Review in a browser: pairs come by themselves, stand side by side, and are decided by one key each; every decision is undone.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { twins } from "./likely-one.ts";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
const items = () => page.getByRole("list", { name: "Pairs, the surest first" }).getByRole("listitem");
const pairs = async () => (await items().allTextContents()).length;

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  for (const batch of twins()) await studio.server.send(batch, "server");
  await becomeOwner(studio);
  await page.goto(`${studio.base}/review`);
});
afterAll(() => studio?.free());

describe("the review", () => {
  it("teaches what it is for while nobody waits, and fills by itself", async () => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText("No pair waits").waitFor();
    await expect.poll(pairs, { timeout: 120_000, interval: 1000 }).toBeGreaterThan(5);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/\d+ pairs wait/);
  });

  it("shows two people side by side, column by column, with figures that add up", async () => {
    await items().first().click();
    const table = page.getByRole("table", { name: /speaks for and against/ });
    await table.waitFor();
    const figures = (await table.locator(".rv-bits .num").allTextContents()).map((text) =>
      Number(text.replace("−", "-").replace("+", "")),
    );
    const sum = figures.slice(0, -1).reduce((all, each) => all + each, 0);
    expect(Math.abs(sum - (figures.at(-1) ?? 0))).toBeLessThan(0.5);
    expect(await table.getByRole("rowheader", { name: "Born" }).count()).toBe(1);
  });

  it("goes by keys: arrows walk, R keeps two, U undoes, A joins, and each leads on to the next pair", async () => {
    const before = await pairs();
    const heading = () => page.locator(".rv-title").textContent();
    const first = await heading();
    await page.keyboard.press("ArrowDown");
    await expect.poll(heading).not.toBe(first);
    await page.keyboard.press("r");
    await page.getByRole("status").getByText("Kept as two.").waitFor();
    await expect.poll(pairs).toBe(before - 1);
    await page.keyboard.press("u");
    await page.getByRole("status").getByText("Waits again.").waitFor();
    await expect.poll(pairs).toBe(before);
    await page.keyboard.press("a");
    await page.getByRole("status").getByText("Joined.").waitFor();
    await expect.poll(pairs).toBe(before - 1);
    await page.getByRole("button", { name: "Joined" }).click();
    await expect.poll(pairs).toBe(1);
    await page.getByText("is one person now").waitFor();
    await page.getByRole("button", { name: "Undo", exact: false }).last().click();
    await page.getByRole("status").getByText("Waits again.").waitFor();
    await expect.poll(pairs).toBe(before);
  });

  it("hears no key while somebody writes a reason", async () => {
    const before = await pairs();
    await page.getByLabel("Reason").fill("");
    await page.getByLabel("Reason").pressSequentially("aran");
    expect(await page.getByLabel("Reason").inputValue()).toBe("aran");
    expect(await pairs()).toBe(before);
  });

  it("is one column on a phone: the list, then the pair, and back", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${studio.base}/review`);
    await items().first().getByRole("button").click();
    await page.locator(".rv-title").waitFor();
    expect(await items().first().isVisible()).toBe(false);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "All pairs" }).click();
    await items().first().waitFor();
    expect(studio.desk.broken).toEqual([]);
  });
});
