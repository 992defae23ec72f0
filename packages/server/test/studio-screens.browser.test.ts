// What every screen of the studio is asked: does it fit a phone in each language, can everybody use it in both themes.
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookUp } from "./asking.ts";
import { seriousFindings, sideways } from "./browser.ts";
import { type SmallImports, smallImports } from "./small-imports.ts";
import { becomeOwner, openStudio, type Studio } from "./studio-desk.ts";

let studio: Studio;
let page: Page;
let personPath: string;
let storePath: string;
let imports: SmallImports;

const events = [
  { type: "identify", userId: "astrid", traits: { name: "Astrid Lindqvist", email: "astrid@example.com" } },
  { type: "track", userId: "astrid", event: "Product Viewed", properties: { name: "Table lamp" } },
  { type: "track", event: "Sent by nobody" },
];

beforeAll(async () => {
  studio = await openStudio();
  page = studio.desk.page;
  await studio.server.send(events, "server");
  const person = await lookUp(studio.server, "login", "astrid");
  personPath = `/people/${person?.id}`;
  imports = await smallImports(studio.server.url, studio.server.adminToken);
  await becomeOwner(studio);
  const entity = await studio.server.ask("/api/entities", {
    code: "almvik-ab",
    name: "Almvik AB",
    country: "SE",
    currency: "SEK",
    languages: ["sv"],
    timeZone: "Europe/Stockholm",
  });
  const place = {
    code: "malmo",
    entityId: entity.body["id"],
    name: "Almvik Malmö",
    kind: "store",
    country: "SE",
  };
  storePath = `/settings/stores/${String((await studio.server.ask("/api/locations", place)).body["id"])}`;
  await studio.server.ask("/api/staff", {
    email: "freja@almvik.example",
    name: "Freja Holm",
    grants: [{ role: "service" }],
  });
});
afterAll(() => studio?.free());

const go = (path: string) => page.goto(`${studio.base}${path}`);

describe("every screen", () => {
  const inside = () => [
    "/today",
    "/goods",
    "/goods/stock",
    "/goods/feeds",
    "/people",
    personPath,
    "/live",
    "/live/parked",
    "/sources",
    "/sources/1",
    "/imports",
    `/imports/${imports.columns}`,
    `/imports/${imports.trial}`,
    `/imports/${imports.result}`,
    "/mail",
    "/staff",
    "/staff?id=new",
    "/audit",
    "/volume",
    "/settings",
    "/settings/entities",
    "/settings/entities?id=new",
    "/settings/stores",
    storePath,
    "/account",
    "/nowhere",
  ];
  const outside = [
    "/sign-in",
    "/set-up",
    "/set-up#a-link-that-is-long-over-and-dead",
    "/reset",
    "/reset#abc",
  ];
  const choose = (language: string, theme: string) =>
    page.evaluate(
      ([one, other]) => {
        localStorage.setItem("somlos.language", one ?? "");
        localStorage.setItem("somlos.theme", other ?? "");
      },
      [language, theme],
    );
  const open = async (path: string) => {
    await page.goto("about:blank");
    await go(path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await sleep(400);
  };

  it.each(["en", "sv", "da"])("on a phone never scrolls sideways, in %s", async (language) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await choose(language, "light");
    for (const path of [...inside(), ...outside]) {
      await open(path);
      expect(await sideways(page), path).toBe(0);
    }
  });

  it.each([
    [1440, "light"],
    [1440, "dark"],
    [390, "light"],
    [390, "dark"],
  ])("at %i pixels and %s has nothing that shuts somebody out", async (width, theme) => {
    await page.setViewportSize({ width, height: 900 });
    await choose("en", theme);
    for (const path of [...inside(), ...outside]) {
      await open(path);
      expect(await seriousFindings(page), path).toEqual([]);
    }
  });

  it("has broken nowhere on the way", () => {
    expect(studio.desk.broken).toEqual([]);
  });
});
