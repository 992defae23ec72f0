// Volume in a browser: an owner sees what takes the room, and what would go before choosing another time.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio();
  await studio.server.send([{ type: "track", userId: "astrid", event: "Product Viewed" }], "server");
  await becomeOwner(studio);
});
afterAll(() => studio?.free());

describe("the page Volume", () => {
  it("shows each kind with its size, and changes how long one is kept after saying what goes", async () => {
    const { page } = studio.desk;
    await page.goto(`${studio.base}/volume`);
    await page.getByRole("row", { name: /^Bodies/ }).waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/[kMG]B$/);
    await page.getByRole("button", { name: "Change Mails" }).click();
    await page.getByLabel("Days").fill("20");
    expect(await page.getByRole("button", { name: /^Keep for/ }).isDisabled()).toBe(true);
    await page.getByLabel("Days").fill("200");
    await page.getByText(/^Removes nothing: none of it is from before/).waitFor();
    await page.getByText(/^A shorter time holds from tomorrow/).waitFor();
    await page.getByRole("button", { name: "Keep for 200 days" }).click();
    await page.getByText("200 days", { exact: true }).waitFor();
    await page.getByText(/^The shorter time holds from/).waitFor();
  });

  it("says in the audit who changed it, from how long to how long", async () => {
    const { page } = studio.desk;
    await page.goto(`${studio.base}/audit`);
    await page.getByText("Changed how long data is kept").waitFor();
    await page.getByText("400 → 200").waitFor();
  });

  it("refuses a time that would leave parked events without their place, in the words of the screen", async () => {
    const { page } = studio.desk;
    await page.goto(`${studio.base}/volume`);
    await page.getByRole("button", { name: "Change Bodies" }).click();
    await page.getByLabel("Days").fill("60");
    await page.getByRole("button", { name: "Keep for 60 days" }).click();
    await page.getByText(/One kind needs another/).waitFor();
  });
});
