// A source is set up in a real browser: somebody listens to it, says what it may send, and mends what waits.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
let n = 0;

const viewed = (properties: object, more: object = {}) => ({
  type: "track",
  event: "Lamp Lit",
  userId: "astrid",
  messageId: `lit-${++n}`,
  properties,
  context: { library: { name: "analytics.js", version: "2.4.1" } },
  ...more,
});
const send = (...events: object[]) => studio.server.send(events);
const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
const go = (tab: string) => page.goto(`${studio.base}/sources/1?tab=${tab}`);

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
});
afterAll(() => studio?.free());

describe("listening", () => {
  it("is off until somebody turns it on, and then teaches how to send one event", async () => {
    await send(viewed({ watts: 40 }));
    await go("listen");
    await page.getByText("Nobody listens").waitFor();
    expect(await page.getByRole("list", { name: "Requests" }).getByRole("listitem").count()).toBe(0);
    await press("Listen for an hour");
    await page.getByText(/^Listens until \d\d:\d\d$/).waitFor();
    await page.getByText("Nothing has come since you began").waitFor();
    await page.getByRole("heading", { name: "How to send" }).waitFor();
  });

  it("shows what came within seconds, with the client, what became of each event and why, and no key", async () => {
    await send(viewed({ watts: 40 }), viewed({ watts: 40 }, { timestamp: "yesterday" }));
    await press(/analytics\.js 2\.4\.1.*1 accepted.*1 parked/);
    await page.getByText("event.time_bad").waitFor();
    const rail = page.getByRole("complementary", { name: "Request" });
    await rail.getByText("application/json").waitFor();
    expect(await rail.getByText("Lamp Lit").count()).toBe(2);
    expect(await rail.textContent()).not.toContain(studio.server.writeKey);
  });

  it("stands still while paused, says how many are new, and goes on", async () => {
    await press("Pause");
    await send(viewed({ watts: 60 }));
    await page.getByText("1 new").waitFor();
    expect(await page.locator(".ln").count()).toBe(1);
    await press("Go on");
    await expect.poll(() => page.locator(".ln").count()).toBe(2);
  });

  it("forgets everything when it is ended", async () => {
    await press("Stop and forget");
    await page.getByText("Nobody listens").waitFor();
    expect(await page.locator(".ln").count()).toBe(0);
  });

  it("has its words on a phone too, without sideways scroll", async () => {
    const other = await openBrowser();
    const context = await other.newContext({ viewport: { width: 390, height: 844 }, locale: "sv-SE" });
    await context.addCookies(await studio.desk.context.cookies());
    await context.addInitScript(() => localStorage.setItem("somlos.language", "sv"));
    const phone = await context.newPage();
    await phone.goto(`${studio.base}/sources/1?tab=listen`);
    await phone.getByRole("button", { name: "Lyssna i en timme" }).waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await other.close();
  });
});

describe("what it may send", () => {
  it("is learned from what came, tried, and put in force", async () => {
    await go("schemas");
    await press("Suggest a schema: Lamp Lit");
    await page.getByText(/Suggested from \d+ events/).waitFor();
    await press("Try it on what came");
    await page.getByText(/(\d+) of \1 events fit/).waitFor();
    await press("Put in force");
    await page.getByRole("list", { name: "In force" }).getByText("Lamp Lit").waitFor();
  });

  it("makes an event that breaks it wait in Parked with its cause", async () => {
    await send(viewed({ watts: "forty" }));
    await page.goto(`${studio.base}/live/parked`);
    await press(/Lamp Lit.*event\.schema/);
    await page.locator(".note-alarm", { hasText: "watts" }).waitFor();
  });

  it("takes it in once the schema is mended", async () => {
    await go("schemas");
    await press("Change: Lamp Lit");
    await page.getByLabel("Type").first().selectOption({ label: "any" });
    await press("Try it on what came");
    await page.getByText("1 of 1 that wait would be taken in").waitFor();
    await press("Put in force");
    await page.getByText("version 2").waitFor();
    await press("Replay those that wait");
    await page.getByText("1 taken in, 0 still parked").waitFor();
  });

  const versions = () =>
    page
      .getByRole("list", { name: "Versions" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading") });

  it("keeps every version with who put it in force and what changed, and shows what an older one held", async () => {
    await press("Versions: Lamp Lit");
    await expect.poll(() => versions().count()).toBe(2);
    const newest = versions().first();
    await newest.getByText(/^Nils Hedman, /).waitFor();
    await newest.getByText("watts: number → any").waitFor();
    expect(await newest.getByRole("button", { name: /back in force/ }).count()).toBe(0);
    await versions().last().getByText("The first version").waitFor();
    await press("Look at it: Version 1");
    await page.getByRole("list", { name: "What version 1 holds" }).getByText("number").waitFor();
  });

  it("puts an older one back as a new version, which holds at once", async () => {
    await press("Put version 1 back in force");
    await page.getByText("Version 3 is in force. It is what version 1 was.").waitFor();
    await expect.poll(() => versions().count()).toBe(3);
    await versions().first().getByText("watts: any → number").waitFor();
    await send(viewed({ watts: "sixty" }));
    await go("schemas");
    await page.getByText("1 waits").waitFor();
  });

  it("keeps the versions of one that was taken out of force, and names in words what is no colleague", async () => {
    await press("Change: Lamp Lit");
    await press("Take out of force");
    await press("Yes, take it out");
    await page.getByRole("heading", { name: "Taken out of force" }).waitFor();
    await fetch(`${studio.base}/api/sources/1/schemas`, {
      method: "PUT",
      headers: { authorization: `Bearer ${studio.server.adminToken}`, "content-type": "application/json" },
      body: JSON.stringify({ name: "Lamp Lit", schema: { type: "object" }, after: null }),
    });
    await go("schemas");
    await press("Versions: Lamp Lit");
    await versions()
      .first()
      .getByText(/^The installation's token, /)
      .waitFor();
  });
});

describe("its currency", () => {
  const bought = (orderId: string) => ({
    ...viewed({ order_id: orderId, total: 1249 }),
    event: "Order Completed",
  });

  it("is refused with a sentence when there is none like it, and shown beside the name once it is saved", async () => {
    await send(bought("M-1"));
    await page.goto(`${studio.base}/sources/1`);
    await page.getByRole("link", { name: /parked/ }).waitFor();
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByLabel("Currency").fill("kro");
    await page.getByText("Three letters, like SEK.").waitFor();
    expect(await page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
    await page.getByLabel("Currency").fill("sek");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("amounts without a currency are SEK").waitFor();
  });

  it("lets in an amount that names none, also the one that waited", async () => {
    await page.goto(`${studio.base}/live/parked`);
    await press(/Order Completed.*event\.money/);
    await press("Replay as it is");
    await page.getByText(/1 taken in/).waitFor();
    const { body } = await send(bought("M-2"));
    expect(body).toMatchObject({ accepted: 1, parked: [] });
  });

  it("is taken away again by emptying the field", async () => {
    await page.goto(`${studio.base}/sources/1`);
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByLabel("Currency").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("amounts without a currency are SEK").waitFor({ state: "detached" });
    await expect.poll(async () => (await send(bought("M-3"))).body.parked).toHaveLength(1);
  });
});
