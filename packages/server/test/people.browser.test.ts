// People in a browser: found by a part of what we know, opened by the keyboard, and each line says when and where they were seen.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
const told = (userId: string, name: string, email: string) => ({
  type: "identify",
  userId,
  traits: { name, email },
});
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const lines = () => page.getByRole("list", { name: "People" }).getByRole("listitem");
const field = () => page.getByRole("searchbox").first();

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await studio.server.send(
    [
      { ...told("astrid", "Astrid Lindqvist", "astrid@posten.example"), timestamp: hoursAgo(0.1) },
      told("kalle", "Kalle Wikström", "kalle@post.example"),
      { type: "track", userId: "astrid", event: "Store Entered", context: { channel: "store" } },
    ],
    "server",
  );
  await becomeOwner(studio);
  await page.goto(`${studio.base}/people`);
});
afterAll(() => studio?.free());

describe("the list of people", () => {
  it("begins with those seen last, and says when and in which channels", async () => {
    await page.getByText("Seen lately").waitFor();
    await expect.poll(() => lines().count()).toBe(2);
    const astrid = lines().filter({ hasText: "Astrid Lindqvist" });
    expect(await astrid.textContent()).toMatch(/just now|ago/);
    await astrid.getByTitle("Store").waitFor();
    expect(await lines().filter({ hasText: "Kalle" }).getByTitle("Store").count()).toBe(0);
  });

  it.each([
    ["a part of a name", "wikstr"],
    ["the beginning of an address", "kalle@"],
  ])("finds somebody by %s", async (_what, query) => {
    await field().fill(query);
    await expect.poll(() => lines().count()).toBe(1);
    expect(await lines().first().textContent()).toContain("Kalle Wikström");
  });

  it("says when one was seen last, also long after they left the newest events", async () => {
    const old = { type: "track", userId: "olle", event: "Product Viewed", timestamp: hoursAgo(72) };
    await studio.server.send([told("olle", "Olle Bergqvist", "olle@post.example"), old], "server");
    const many = Array.from({ length: 450 }, (_, i) => ({
      type: "track",
      userId: "kalle",
      messageId: `later-${i}`,
      event: "Cart Viewed",
    }));
    await studio.server.send(many, "server");
    await field().fill("bergqvist");
    await expect.poll(() => lines().count()).toBe(1);
    expect(await lines().first().textContent()).toMatch(/just now|ago/);
  });

  it("is opened by Enter, and leaves a way on when nobody fits", async () => {
    await field().fill("nobody at all");
    await page.getByText("Nobody found").waitFor();
    await page.getByRole("button", { name: "Show those seen lately" }).click();
    await field().fill("lindqvist");
    await expect.poll(() => lines().count()).toBe(1);
    await field().press("Enter");
    await page.getByRole("heading", { level: 1, name: "Astrid Lindqvist" }).waitFor();
    expect(studio.desk.broken).toEqual([]);
  });
});
