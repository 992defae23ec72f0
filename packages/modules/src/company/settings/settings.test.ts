import { hash } from "node:crypto";
import { type TestDatabase, testDatabase } from "@somlos/kernel/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CompanyView } from "../company.view.ts";
import { serveLogo } from "./logo.routes.ts";
import { changeSettings, putLogo, removeLogo, type SettingsWish } from "./settings.actions.ts";
import { loadSettings } from "./settings.store.ts";

let t: TestDatabase;
let here: CompanyView;
let there: CompanyView;

beforeAll(async () => {
  t = await testDatabase();
  here = await CompanyView.open(t.db);
  there = await CompanyView.open(t.db);
});
afterAll(async () => {
  await here.close();
  await there.close();
  await t.drop();
});

const BY = { kind: "staff", id: "tester" } as const;
const now = () => t.db.read(loadSettings);
const save = (version: number, wish: SettingsWish) =>
  t.db.work(BY, (work) => changeSettings(work, version, wish));
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const svg = (inside = '<path d="M0 0h8v8z"/>') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${inside}</svg>`);

async function within(ms: number, holds: () => boolean): Promise<boolean> {
  const end = performance.now() + ms;
  while (!holds() && performance.now() < end) await new Promise((tell) => setTimeout(tell, 20));
  return holds();
}

describe("the settings of the installation", () => {
  test("begin with a name and no currency, so that amounts without one are parked and not guessed", async () => {
    expect(await now()).toMatchObject({ name: "Sömlös", defaultCurrency: null, version: 1 });
    expect(here.defaultCurrency()).toBeUndefined();
  });

  test("what is given changes, the rest stays, and the version grows", async () => {
    const { version } = await now();
    const saved = await save(version, { name: "Almvik", defaultCurrency: "SEK" });
    expect(saved).toMatchObject({ name: "Almvik", defaultCurrency: "SEK", version: version + 1 });
    expect(saved.languages).toEqual(["en", "sv", "da"]);
  });

  test("a saved currency is known in every process within a second, without a query for each question", async () => {
    await save((await now()).version, { defaultCurrency: "DKK" });
    expect(await within(1000, () => there.defaultCurrency() === "DKK")).toBe(true);
    await save((await now()).version, { defaultCurrency: null });
    expect(await within(1000, () => there.defaultCurrency() === undefined)).toBe(true);
  });

  test("of two who save at once one is told to look again, and nothing of the other's is lost", async () => {
    const { version } = await now();
    const codes = await Promise.all([
      codeOf(save(version, { name: "First" })),
      codeOf(save(version, { name: "Second" })),
    ]);
    expect(codes.sort()).toEqual(["company.saved_by_other", "done"]);
    expect((await now()).version).toBe(version + 1);
  });

  test("the default language must be one that is offered", async () => {
    const { version } = await now();
    expect(await codeOf(save(version, { languages: ["sv", "da"] }))).toBe("company.language_not_offered");
    expect(await codeOf(save(version, { languages: ["sv", "da"], defaultLanguage: "sv" }))).toBe("done");
  });
});

describe("the logo", () => {
  const put = async (mediaType: "image/png" | "image/svg+xml" | "image/webp", bytes: Buffer) =>
    t.db.work(BY, async (work) => putLogo(work, (await loadSettings(work.tx)).version, { mediaType, bytes }));

  test("is served as it was put, under an address of its own, and can be taken away", async () => {
    const saved = await put("image/svg+xml", svg());
    expect(saved.logoHash).toBe(hash("sha256", svg(), "hex"));
    const served = await serveLogo({ db: t.db }, saved.logoHash?.slice(0, 16));
    expect(served.bytes.equals(svg())).toBe(true);
    expect(served.headers).toMatchObject({ "content-type": "image/svg+xml" });
    expect(served.headers["cache-control"]).toContain("immutable");
    expect((await serveLogo({ db: t.db }, "another")).headers["cache-control"]).toBe("no-cache");
    await t.db.work(BY, (work) => removeLogo(work, saved.version));
    expect(await codeOf(serveLogo({ db: t.db }, undefined))).toBe("company.logo_missing");
  });

  test("goes out in a sandbox where nothing runs and nothing is loaded", async () => {
    await put("image/svg+xml", svg());
    const policy = (await serveLogo({ db: t.db }, undefined)).headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy.split("; ")).toContain("sandbox");
    expect(policy).not.toContain("allow-scripts");
  });
});
