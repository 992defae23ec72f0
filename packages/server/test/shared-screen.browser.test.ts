// A corner on a screen that many stand before: it warns after silence, goes on at a touch, and is nobody's when nobody is there.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings, sideways } from "./browser.ts";
import { enterCorner } from "./corner-desk.ts";
import { openStudio, type Studio } from "./studio-desk.ts";

const MAIL = "astrid@exempel.se";
let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  const traits = { email: MAIL, firstName: "Astrid" };
  await studio.server.send([{ type: "identify", userId: "astrid", traits }], "server");
  await page.clock.install();
  await page.goto(`${studio.base}/corner?screen=shared`);
  await enterCorner(page, studio.server, studio.base, MAIL);
});
afterAll(() => studio?.free());

const warning = () => page.getByRole("alertdialog", { name: "Are you still there?" });
const session = () => page.evaluate(async () => (await fetch("/v1/me/session")).status);

describe("the corner on a tablet in the store", () => {
  it("is set up once by its address, which does not stay in the bar", async () => {
    expect(page.url()).not.toContain("screen=");
    const shown = await page.evaluate(async () => (await (await fetch("/v1/me/session")).json()) as object);
    expect(shown).toMatchObject({ shared: true, silenceSeconds: 120 });
  });

  it("warns after a minute and a half of silence, and a touch goes on", async () => {
    await page.clock.fastForward(95_000);
    await warning().waitFor();
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await warning().getByRole("button", { name: "I am still here" }).click();
    await warning().waitFor({ state: "detached" });
    expect(await session()).toBe(200);
  });

  it("signs out when nobody touches it, and shows the next one nothing of her", async () => {
    await page.clock.fastForward(125_000);
    await page.getByRole("button", { name: "Sign out" }).waitFor({ state: "detached" });
    await expect.poll(session).toBe(401);
    expect(await page.locator("body").textContent()).not.toContain("Astrid");
  });
});
