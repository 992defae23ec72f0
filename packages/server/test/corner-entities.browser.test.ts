// A customer whom two legal entities know apart, in a real browser: asked whose corner after the address is proven, never before.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings, sideways } from "./browser.ts";
import { linkInMail } from "./corner-desk.ts";
import { openStudio, type Studio } from "./studio-desk.ts";

const MAIL = "freja@to.example";
let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  const entities = [
    ["ab", "Almvik AB", "SE"],
    ["aps", "Almvik ApS", "DK"],
  ] as const;
  for (const [code, name, country] of entities)
    await studio.server.ask("/api/entities", {
      ...{ code, name, organisationNumber: null, country, currency: "SEK" },
      ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
    });
  await studio.server.send(
    entities.map(([code, name]) => ({
      ...{ type: "identify", userId: "freja", messageId: `freja-${code}` },
      traits: { email: MAIL, city: `the town of ${name}` },
      context: { legal_entity: code },
    })),
    "server",
  );
});
afterAll(() => studio?.free());

const town = (name: string) => page.getByText(`the town of ${name}`);

describe("the corner of somebody whom two legal entities know", () => {
  it("asks whose customer they are once the address is proven", async () => {
    await page.goto(`${studio.base}/corner`);
    await page.getByLabel("E-mail").fill(MAIL);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByText("Look in your mail").waitFor();
    expect(await page.locator("body").textContent()).not.toContain("ApS");
    await page.goto(`${studio.base}${await linkInMail(studio.server, MAIL)}`);
    await page.getByRole("button", { name: "Open it here" }).click();
    await page.getByRole("heading", { name: "Whose customer are you today?" }).waitFor();
    await page.setViewportSize({ width: 390, height: 900 });
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.getByRole("button", { name: "Almvik ApS" }).click();
    await page.getByText("You see what Almvik ApS knows.").waitFor();
    await town("Almvik ApS").first().waitFor();
    expect(await town("Almvik AB").count()).toBe(0);
  });

  it("and lets them go over to the other inside", async () => {
    await page.getByRole("button", { name: "Go to your corner at Almvik AB" }).click();
    await page.getByText("You see what Almvik AB knows.").waitFor();
    await town("Almvik AB").first().waitFor();
    expect(await town("Almvik ApS").count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });
});
