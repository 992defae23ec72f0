// A firm's mailbox that six people use waits among the hubs; the owner looks at what a ruling would do, rules, and takes it back.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

const FIRM = "kassan@firma.example";

let studio: Studio;
let page: Page;
beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
});
afterAll(() => studio?.free());

const says = (userId: string) => ({ type: "identify", userId, traits: { email: FIRM } });
const personOf = async (kind: string, value: string) =>
  (await studio.server.ask<{ id: string }>("/api/people/lookup", { kind, value })).body.id;

it("says what will stand here while no value is shared by too many", async () => {
  await page.goto(`${studio.base}/hubs`);
  await page.getByRole("heading", { name: "No value is shared by too many" }).waitFor();
});

it("shows a mailbox that many use, what a ruling would do, and does nothing before it is ruled", async () => {
  const bought = {
    type: "track",
    event: "Order Completed",
    context: { traits: { email: FIRM, club_card: "H-1001" } },
  };
  await studio.server.send([says("h1"), bought], "server");
  await studio.server.send(["h2", "h3", "h4", "h5", "h6"].map(says), "server");
  await page.goto(`${studio.base}/hubs`);
  await page.getByRole("heading", { name: "1 value says nothing" }).waitFor();
  await page.getByRole("heading", { name: FIRM }).waitFor();
  await page.getByText("7 others are tied to it. It joins nobody.").waitFor();
  const mail = await personOf("email", FIRM);
  await page.getByRole("radio", { name: /^One person's/ }).check();
  await page.getByText("After, 1 person").waitFor();
  expect(await page.getByRole("button", { name: "Rule so" }).isDisabled()).toBe(true);
  expect(await personOf("email", FIRM)).toBe(mail);
  expect(await personOf("club_card", "H-1001")).not.toBe(mail);
});

it("rules it one person's with a reason, and the owner undoes it at once: all is as it was", async () => {
  await page.getByLabel("Reason").fill("The owner of the firm, her own mailbox");
  await page.getByRole("button", { name: "Rule so" }).click();
  await page.getByText("Ruled one person's.").waitFor();
  await page.getByRole("heading", { name: "Hubs" }).waitFor();
  expect(await personOf("email", FIRM)).toBe(await personOf("club_card", "H-1001"));
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Undone. It is counted again.").waitFor();
  await page.getByRole("heading", { name: "1 value says nothing" }).waitFor();
  expect(await personOf("email", FIRM)).not.toBe(await personOf("club_card", "H-1001"));
});

it("keeps what was ruled in a list of its own, and an old ruling is undone there with a reason", async () => {
  await page.getByRole("radio", { name: /^Nobody's/ }).check();
  await page.getByLabel("Reason").fill("Everybody at the firm reads it");
  await page.getByRole("button", { name: "Rule so" }).click();
  await page.getByText("Ruled nobody's.").waitFor();
  await page.getByRole("button", { name: "Ruled" }).click();
  await page.getByText("A colleague ruled that it says nothing of anybody.").waitFor();
  await page.getByText(/^Nils Hedman ruled it, /).waitFor();
  await page.getByLabel("Reason").fill("They have a mailbox each now");
  await page.getByRole("button", { name: "Undo the ruling" }).click();
  await page.getByText("Undone. It is counted again.").waitFor();
  await page.getByRole("button", { name: "Waiting" }).click();
  await page.getByRole("heading", { name: "1 value says nothing" }).waitFor();
});

it("goes by keyboard alone on a phone: a value, back to all, and nothing runs over the edge", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  const value = page.getByRole("button", { name: new RegExp(FIRM) });
  await value.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: /^One person's/ }).waitFor();
  expect(await value.isVisible()).toBe(false);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "All values" }).focus();
  await page.keyboard.press("Enter");
  await value.waitFor();
});
