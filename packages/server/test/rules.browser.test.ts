// The owner tightens a rule: writes it down, tries it on what was heard, sees who would come apart, applies it, and goes back.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
/** Number of the version that came with the program. */
let shipped: number;
beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
  shipped = (await studio.server.ask<{ inForce: number }>("/api/identity/rules")).body.inForce;
});
afterAll(() => studio?.free());

const says = (email: string) => ({ type: "identify", userId: "r1", traits: { email } });
const personOf = async (value: string) =>
  (await studio.server.ask<{ id: string }>("/api/people/lookup", { kind: "email", value })).body.id;
const version = (n: number) => page.locator(".ru-version").filter({ hasText: `Version ${n}` });

it("says in sentences what holds as the shop got it", async () => {
  await page.goto(`${studio.base}/rules`);
  await page.getByRole("heading", { name: "What holds" }).waitFor();
  await page.getByText("Each person has one only.").waitFor();
  await version(shipped).getByText("As Sömlös is shipped").waitFor();
});

it("writes a version down with a reason, and nothing changes yet", async () => {
  await studio.server.send([says("one@kund.example")], "server");
  await studio.server.send([says("two@kund.example")], "server");
  await page.getByRole("button", { name: "Change the rules" }).click();
  await page.getByRole("group", { name: "E-mail" }).getByLabel("At most").fill("1");
  await page.getByLabel("Why").fill("Families share a login");
  await page.getByRole("button", { name: "Write it down" }).click();
  await version(shipped + 1)
    .getByText("Families share a login")
    .waitFor();
  await version(shipped + 1)
    .getByText("E-mail: Each person has one only.")
    .waitFor();
  expect(await personOf("one@kund.example")).toBe(await personOf("two@kund.example"));
});

it("tries it on history: one person would come apart, and is a link away", async () => {
  await version(shipped + 1)
    .getByRole("button", { name: "Try on history" })
    .click();
  await page.getByRole("heading", { name: "1 person would change" }).waitFor();
  await page.getByText("comes apart into 2, loses 1").waitFor();
  const person = await personOf("one@kund.example");
  expect(await page.locator(".ru-person").getAttribute("href")).toContain(person);
  expect(await personOf("two@kund.example")).toBe(person);
});

it("applies it, and going back to what held before puts all as it was", async () => {
  await version(shipped + 1)
    .getByRole("button", { name: "Apply" })
    .click();
  await version(shipped + 1)
    .getByText("Holds", { exact: true })
    .waitFor();
  expect(await personOf("one@kund.example")).not.toBe(await personOf("two@kund.example"));
  await version(shipped).getByRole("button", { name: "Go back to it" }).click();
  await version(shipped).getByText("Holds", { exact: true }).waitFor();
  expect(await personOf("one@kund.example")).toBe(await personOf("two@kund.example"));
});
