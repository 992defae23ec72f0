// May we get in touch, in a real browser: what fell asleep is confirmed in one touch, and a no to everything is said by whoever was never asked.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seriousFindings, sideways } from "./browser.ts";
import { enterCorner } from "./corner-desk.ts";
import { openStudio, type Studio } from "./studio-desk.ts";

const MAIL = "siv@exempel.se";
const OTHER = "ola@exempel.se";
const WORDS = "Almvik AB may write to me about its goods. I can take it back at any time.";
const LONG_AGO = new Date(Date.now() - 400 * 86_400_000).toISOString();
let studio: Studio;
let page: Page;
const pane = () => page.getByRole("region", { name: "We may get in touch" });
const allNo = () => pane().getByRole("button", { name: "Say no to everything" });

async function askWell<Body>(url: string, body: object): Promise<Body> {
  const answer = await studio.server.ask<Body>(url, body);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Words that ask her, and a yes of long ago. */
async function sheSaidYesOnce(): Promise<void> {
  const { id: entityId } = await askWell<{ id: string }>("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["en"], timeZone: "Europe/Stockholm" },
  });
  await askWell("/api/permissions/purposes", {
    ...{ code: "news", kind: "marketing", basis: "consent", balance: null, doubleOptIn: false },
  });
  const text = await askWell<{ id: string; hash: string }>("/api/permissions/purposes/news/texts", {
    ...{ basis: "consent", language: "en", body: WORDS, scopes: ["news"], channels: ["mail"] },
    ...{ categories: [], entityIds: [entityId] },
  });
  await askWell("/api/permissions/grant", {
    ...{ actId: crypto.randomUUID(), identifiers: [{ kind: "email", value: MAIL }], at: LONG_AGO },
    ...{ purpose: "news", channels: ["mail"], entityId, textId: text.id, textHash: text.hash },
    evidence: { place: "Malmö, till 2", how: "ticked on the tablet", active: true, concluded: true },
  });
}

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  const people = [
    { type: "identify", userId: "siv", traits: { email: MAIL, firstName: "Siv" } },
    { type: "identify", userId: "ola", traits: { email: OTHER, firstName: "Ola" } },
  ];
  await studio.server.send(people, "server");
});
afterAll(() => studio?.free());

describe("may we get in touch, in their own browsers", () => {
  it("nobody asks Ola anything, and he says no to everything all the same, by the keyboard", async () => {
    await enterCorner(page, studio.server, studio.base, OTHER);
    await pane()
      .getByText(/^Nobody asks you anything here/)
      .waitFor();
    await allNo().press("Enter");
    await pane()
      .getByText(/^You said no to everything/)
      .waitFor();
    expect(await allNo().count()).toBe(0);
  });

  it("LAW-36: what fell asleep Siv confirms in one touch, and the pane is sound on a phone", async () => {
    await sheSaidYesOnce();
    await studio.desk.context.clearCookies();
    await enterCorner(page, studio.server, studio.base, MAIL);
    await pane()
      .getByText(/^not used since/)
      .waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await pane().getByRole("button", { name: "Yes, still" }).press("Enter");
    await pane()
      .getByText(/^you said yes/)
      .waitFor();
    expect(await pane().getByRole("button", { name: "Yes, still" }).count()).toBe(0);
  });
});
