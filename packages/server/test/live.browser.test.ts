// Live in a browser: an event is followed through the six words, held still, found again; one that does not fit is mended.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;

const told = {
  type: "identify",
  userId: "astrid",
  messageId: "told-1",
  traits: { name: "Astrid Lindqvist", email: "astrid@posten.example" },
};
const viewed = (messageId: string, name: string, channel = "web") => ({
  type: "track",
  event: "Product Viewed",
  userId: "astrid",
  messageId,
  properties: { name },
  context: { channel },
});
const rail = () => page.getByRole("complementary", { name: /^(One event|En händelse|En hændelse)$/ });
const speak = async (language: string): Promise<void> => {
  await page.evaluate((one) => localStorage.setItem("somlos.language", one), language);
};

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await studio.server.send([told, viewed("lamp-1", "Table lamp Månsken")], "server");
  await becomeOwner(studio);
});
afterAll(() => studio?.free());

describe("where is my event", () => {
  it("is told in six sentences: from where, whom it is about, what is remembered, and what nothing was done", async () => {
    await page.goto(`${studio.base}/live`);
    await page.getByRole("button", { name: /Table lamp Månsken/ }).click();
    for (const sentence of [
      /· message lamp-1$/,
      "Login astrid is Astrid Lindqvist.",
      "On the timeline.",
      /^Acknowledged after commit, [\d.\s]+ms$/,
      "No journey is at work, so nothing was to decide.",
      "Nothing to deliver.",
      "Nothing to measure.",
    ])
      await rail().getByText(sentence).waitFor();
    expect(new URL(page.url()).searchParams.get("event")).toBe("lamp-1");
  });

  it("names the facts that it brought, and speaks each of the three languages", async () => {
    for (const [language, sentence] of [
      ["en", "On the timeline, and told: name, e-mail."],
      ["sv", "På tidslinjen, och berättat: namn, e-post."],
      ["da", "På tidslinjen, og fortalt: navn, e-mail."],
    ] as const) {
      await speak(language);
      await page.goto(`${studio.base}/live?event=told-1`);
      await rail().getByText(sentence).waitFor();
    }
    await speak("en");
  });

  it("that was not found says so with its code", async () => {
    await page.goto(`${studio.base}/live?event=never-sent`);
    await rail().getByText("events.unknown").waitFor();
  });
});

describe("the list", () => {
  it("shows a new event within seconds, and stands still while it is paused by the space bar", async () => {
    await page.goto(`${studio.base}/live`);
    await page.getByRole("button", { name: /Table lamp Månsken/ }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: /^Go on/, pressed: true }).waitFor();
    await studio.server.send([viewed("hat-1", "Wool hat Rimfrost", "app")], "server");
    await page.getByText("1 new", { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: /Wool hat Rimfrost/ }).count()).toBe(0);
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: /Wool hat Rimfrost/ }).waitFor();
  });

  it("keeps to one channel, and says when nothing fits", async () => {
    await page.getByRole("group", { name: "Channels" }).getByRole("button", { name: /^App/ }).click();
    await page.getByRole("button", { name: /Table lamp Månsken/ }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: /Wool hat Rimfrost/ }).waitFor();
    await page.getByRole("searchbox").fill("no such event");
    await page.getByText("No event fits").waitFor();
    await page.getByRole("button", { name: "Show everything" }).click();
    await page.getByRole("button", { name: /Table lamp Månsken/ }).waitFor();
  });
});

describe("an event that does not fit", () => {
  it("says in the trace that it is kept, and leads to where it is mended and replayed", async () => {
    await studio.server.send([{ ...viewed("late-1", "Rug Tjärn"), timestamp: "yesterday" }], "server");
    await page.goto(`${studio.base}/live?event=late-1`);
    await rail()
      .getByText(/It did not fit, and is kept as it came\.$/)
      .waitFor();
    expect(await rail().getByText("When it has been mended and replayed.").count()).toBe(2);
    await rail().getByRole("link", { name: "Mend and replay" }).click();
    const body = page.getByRole("textbox", { name: /^Body/ });
    await body.fill((await body.inputValue()).replace('"yesterday"', '"2026-11-20T10:00:00Z"'));
    await page.getByRole("button", { name: "Mend and replay" }).click();
    await page.getByText("1 taken in, 0 still parked").waitFor();
    await page.getByText("Nothing is parked").waitFor();
  });

  it("has broken nothing on the screen", () => {
    expect(studio.desk.broken).toEqual([]);
  });
});
