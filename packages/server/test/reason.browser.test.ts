// A colleague whose role says why is asked before the person is shown, once a day; the person is there after it.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
let id = "";
beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  const traits = { name: "Astrid Lindqvist", email: "astrid@posten.example" };
  await studio.server.send([{ type: "identify", userId: "astrid", traits }], "server");
  await becomeOwner(studio);
  await fetch(`${studio.server.url}/api/look-rules`, {
    method: "PUT",
    headers: { authorization: `Bearer ${studio.server.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ reasonRoles: ["owner"], showNames: false }),
  });
  const found = await studio.server.ask<{ id: string }>("/api/people/lookup", {
    kind: "login",
    value: "astrid",
  });
  id = found.body.id;
});
afterAll(() => studio?.free());

it("asks why before Astrid is shown, keeps her hidden without it, and shows her after it, for the day (REC-06)", async () => {
  await page.goto(`${studio.base}/people/${id}`);
  const window = page.getByRole("dialog", { name: "Why do you open this person?" });
  await window.waitFor();
  expect(await page.getByText("astrid@posten.example").count()).toBe(0);
  await window.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Say why you open this person").first().waitFor();
  await page.reload();
  await window.getByLabel("Reason").fill("She asks about her receipt");
  await window.getByRole("button", { name: "Open" }).click();
  await page.getByText("Astrid Lindqvist").first().waitFor();
  await page.reload();
  await page.getByText("Astrid Lindqvist").first().waitFor();
  expect(await window.count()).toBe(0);
});
