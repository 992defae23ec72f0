// Settings in a real browser: what is written is kept, taken back, guarded, and never lost to somebody who saved first.
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
let entityId: string;
let storePath: string;

type Place = { id: string; version: number; week: { weekday: number; opens: string; closes: string }[] };
const store = async (): Promise<Place> => {
  const { body } = await studio.server.ask<{ items: Place[] }>("/api/locations");
  const found = body.items[0];
  if (found === undefined) throw new Error("no store");
  return found;
};
const go = (path: string) => page.goto(`${studio.base}${path}`);
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const said = (text: string) => page.getByRole("status").filter({ hasText: text }).first().waitFor();

async function change(method: string, path: string, body: object): Promise<number> {
  const answer = await fetch(`${studio.server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${studio.server.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.status;
}

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await becomeOwner(studio);
});
afterAll(() => studio?.free());

describe("the company", () => {
  it("gets a name and a currency; the name stands beside the menu, and can be taken back", async () => {
    await go("/settings");
    await page.getByLabel("Name shown").fill("Almvik");
    await page.getByLabel("Default currency").selectOption("SEK");
    await press("Save");
    await said("Saved");
    await page.locator(".side .house", { hasText: "Almvik" }).waitFor();
    await press("Undo");
    await page.locator(".side .house").waitFor({ state: "detached" });
    expect(await page.getByLabel("Name shown").inputValue()).toBe("Sömlös");
  });

  it("asks before what is written is lost", async () => {
    await page.getByLabel("Name shown").fill("Almvik");
    await page.getByRole("link", { name: "Live", exact: true }).click();
    await page.getByRole("dialog").getByText("Leave without saving?").waitFor();
    await press("Stay");
    expect(await page.getByLabel("Name shown").inputValue()).toBe("Almvik");
    await press("Save");
    await said("Saved");
    await page.getByRole("link", { name: "Live", exact: true }).click();
    await page.waitForURL(`${studio.base}/live`);
  });

  it("says that somebody else saved first, keeps what was written, and then shows what stands there", async () => {
    await go("/settings");
    await page.getByLabel("Name shown").fill("Mine");
    const { body } = await studio.server.ask<{ version: number }>("/api/settings");
    expect(await change("PATCH", "/api/settings", { version: body.version, name: "Theirs" })).toBe(200);
    await press("Save");
    await page.getByRole("alert").filter({ hasText: "Somebody else saved this" }).waitFor();
    expect(await page.getByLabel("Name shown").inputValue()).toBe("Mine");
    await press("Show what it says now");
    await expect.poll(() => page.getByLabel("Name shown").inputValue()).toBe("Theirs");
  });

  it("gets a logo that is shown in the studio and where one signs in, and can be taken away and back", async () => {
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path d="M0 0h60v20z"/></svg>';
    const file = { name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from(logo) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator(".side .house img").waitFor();
    const other = await openBrowser();
    const outside = await other.newPage();
    await outside.goto(`${studio.base}/sign-in`);
    await outside.locator(".house img").waitFor();
    await other.close();
    await press("Remove");
    await said("The logo is gone.");
    await press("Undo");
    await page.locator(".side .house img").waitFor();
    await page.locator("input[type=file]").setInputFiles({ ...file, name: "a.gif", mimeType: "image/gif" });
    await page.getByRole("alert").filter({ hasText: "Only PNG, SVG and WebP" }).waitFor();
  });

  it("runs nothing of a logo, even one that came into the database some other way and is opened by itself", async () => {
    const evil = `<svg xmlns="http://www.w3.org/2000/svg" onload="document.documentElement.setAttribute('ran','yes')">
      <script>document.documentElement.setAttribute("ran", "yes")</script></svg>`;
    const client = new pg.Client(await studio.server.databaseUrl());
    await client.connect();
    await client.query("update company.logos set bytes = $1, hash = repeat('e', 64)", [Buffer.from(evil)]);
    await client.end();
    const tab = await studio.desk.context.newPage();
    await tab.goto(`${studio.base}/api/settings/logo`);
    await tab.locator("svg").waitFor({ state: "attached" });
    expect(await tab.locator("svg").getAttribute("ran")).toBeNull();
    await tab.close();
  });
});

describe("legal entities and stores", () => {
  it("the stores teach to begin with a legal entity, whose country brings currency and calendar", async () => {
    await go("/settings/stores");
    await page.getByRole("link", { name: "To legal entities" }).click();
    await page.getByLabel("Name as registered").fill("Almvik A/S");
    await page.getByLabel("Country").selectOption("DK");
    expect(await page.getByLabel("Currency").inputValue()).toBe("DKK");
    expect(await page.getByLabel("Time zone").inputValue()).toBe("Europe/Copenhagen");
    await page.getByLabel("Code", { exact: true }).fill("almvik-as");
    await press("Enter it");
    await page.getByRole("heading", { name: "Almvik A/S" }).waitFor();
    const { body } = await studio.server.ask<{ items: { id: string }[] }>("/api/entities");
    entityId = body.items[0]?.id ?? "";
    expect(new URL(page.url()).searchParams.get("id")).toBe(entityId);
  });

  it("a store is entered by its name, which proposes the code that events will carry", async () => {
    await go("/settings/stores");
    await press("New place");
    await page.getByLabel("Name", { exact: true }).fill("Almvik Københavns Høje");
    expect(await page.getByLabel("Code", { exact: true }).inputValue()).toBe("almvik-kobenhavns-hoje");
    await press("Enter it");
    await page.waitForURL(/settings\/stores\/[0-9a-f-]{36}/);
    storePath = new URL(page.url()).pathname;
    await page.getByText("No hours yet").waitFor();
  });

  it("a week is filled by one line and a copy, tidied, drawn, saved and taken back", async () => {
    await page.getByLabel("Monday", { exact: true }).fill("10-19");
    await page.getByRole("button", { name: "Copy the hours of Monday" }).click();
    await page.getByRole("menuitem", { name: "To Monday to Friday" }).click();
    await page.getByLabel("Saturday", { exact: true }).fill("10–14, 15 till 17");
    await page.getByLabel("Sunday", { exact: true }).fill("soon");
    await page.getByText("Write it like 10–19").first().waitFor();
    const save = page.locator(".wk").getByRole("button", { name: "Save" });
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole("link", { name: "Live", exact: true }).click();
    await page.getByRole("dialog").getByText("Leave without saving?").waitFor();
    await press("Stay");
    await page.getByLabel("Sunday", { exact: true }).fill("");
    await page.getByLabel("Saturday", { exact: true }).focus();
    await page.getByLabel("Sunday", { exact: true }).focus();
    expect(await page.getByLabel("Saturday", { exact: true }).inputValue()).toBe("10:00–14:00, 15:00–17:00");
    await save.click();
    await said("Saved");
    expect((await store()).week).toHaveLength(7);
    expect(await page.locator(".wk-bars i").count()).toBe(7);
    await page.locator(".wk").getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await store()).week.length).toBe(0);
  });

  it("a holiday is put in, taken away and put back", async () => {
    await page.getByLabel("Day", { exact: true }).fill("2030-12-24");
    await page.getByLabel("Why").fill("Juleaften");
    await press("Add the day");
    await page.locator(".ex", { hasText: "Juleaften" }).waitFor();
    await press("Take away Tuesday 24 December 2030");
    await said("is like any other again.");
    await page.locator(".exs").getByRole("button", { name: "Undo" }).click();
    await page.locator(".ex", { hasText: "Juleaften" }).waitFor();
  });

  it("a colleague's role is fenced to the store by ticking it", async () => {
    await go("/staff?id=new");
    await page.getByLabel("Name", { exact: true }).fill("Freja Holm");
    await page.getByLabel("E-mail").fill("freja@almvik.example");
    await page.getByRole("checkbox", { name: /^Store/ }).check();
    await page.locator(".pl summary", { hasText: "Everywhere" }).click();
    await page.getByRole("checkbox", { name: "Almvik Københavns Høje" }).check();
    await press("Send the invitation");
    await said("is on its way");
    const { body } = await studio.server.ask<{ items: { email: string; grants: object[] }[] }>("/api/staff");
    expect(body.items.find((one) => one.email === "freja@almvik.example")?.grants).toEqual([
      { role: "store", legalEntityId: entityId, locationIds: [(await store()).id] },
    ]);
  });

  it("what is written in one part outlives a change that somebody saves in another", async () => {
    await go(storePath);
    await page.getByLabel("Phone").fill("+45 33 12 34 56");
    const { id, version } = await store();
    const week = [{ weekday: 1, opens: "08:00", closes: "20:00" }];
    expect(await change("PUT", `/api/locations/${id}/hours`, { version, week })).toBe(200);
    await page.getByLabel("Why").fill("Nytårsaften");
    await page.getByLabel("Day", { exact: true }).fill("2030-12-31");
    await expect
      .poll(() => page.getByLabel("Monday", { exact: true }).inputValue(), { timeout: 40_000 })
      .toBe("08:00–20:00");
    await page.locator(".rail").getByRole("button", { name: "Save" }).click();
    await said("Saved");
    expect((await store()).week).toEqual(week);
  });

  it("a store closes after its last day and opens again", async () => {
    await go(storePath);
    await press("Close for good");
    await page.getByLabel("Last day").fill("2031-01-31");
    await press("Close after that day");
    await press("Open it again");
    await page.getByRole("button", { name: "Close for good" }).waitFor();
  });

  it("stores stand on a map once their position is entered; what is chosen there is chosen in the list", async () => {
    await go("/settings/stores");
    await press("Map");
    await page.getByRole("heading", { name: "No place has a position yet" }).waitFor();
    await page.locator(".mp-unplaced a").first().click();
    await page.getByLabel("Position").waitFor();
    const { id, version } = await store();
    const position = { latitude: 55.672, longitude: 12.562 };
    expect(await change("PATCH", `/api/locations/${id}`, { version, position })).toBe(200);
    await go("/settings/stores?view=map");
    const knot = page
      .getByRole("region", { name: "Map of places" })
      .getByRole("button", { name: /, (Open|Closed)/ });
    await knot.waitFor();
    await knot.focus();
    await page.keyboard.press("Enter");
    await page
      .locator(".mp-line[data-on]")
      .getByRole("link", { name: /^Open / })
      .waitFor();
    await page.getByRole("button", { name: "Farther" }).click();
    await page.getByRole("button", { name: "Show all" }).click();
    await press("List");
    await page.getByRole("table").waitFor();
  });

  it("nothing broke on the way", () => {
    expect(studio.desk.broken).toEqual([]);
  });
});
