import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../db/index.ts";
import type { BinaryPackage } from "../postgres/binaries.ts";
import { rootOf } from "../postgres/folders.ts";
import { listMajors, startPostgres } from "../postgres/index.ts";
import { upgradeMajor } from "./index.ts";
import { filled, LATER, madeUp, portrait } from "./made-up.ts";
import { fetchBinaries } from "./old-binaries.ts";

const OLD = 17;
const log = () => undefined;
let place: string;
let home: string;
let old: BinaryPackage;
let before: Record<string, string>;
const findOld = async () => old;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "somlos-upgrade-"));
  old = await fetchBinaries(join(place, "old"), OLD);
}, 300_000);
afterAll(async () => {
  // Started as root, the data of a home that PostgreSQL cannot enter lies outside of it.
  for (const name of await readdir(place)) {
    const one = join(place, name);
    if (name !== "old") await rm(await rootOf(one), { recursive: true, force: true });
  }
  await rm(place, { recursive: true, force: true });
});

beforeEach(async () => {
  home = await mkdtemp(join(place, "home-"));
  before = await running(home, old, async (url) => {
    const db = openDatabase(url);
    await filled(db, 100_000);
    return portrait(db).finally(() => db.close());
  });
});

async function running<T>(
  at: string,
  binaries: BinaryPackage | undefined,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const server = await startPostgres({ home: at, log, ...(binaries ? { binaries } : {}) });
  return use(server.url).finally(() => server.stop());
}
const now = () =>
  running(home, undefined, async (url) => {
    const db = openDatabase(url);
    return portrait(db).finally(() => db.close());
  });

test("a home made by PostgreSQL 17 comes over to 18 row by row, and the old data stays", async () => {
  const done = await upgradeMajor({ home, log, migrations: madeUp, findOld });
  expect(done).toMatchObject({ from: OLD, to: 18 });
  expect(await now()).toEqual(before);
  expect(await listMajors(home)).toEqual([OLD, 18]);
  expect(await readdir(home)).not.toContain("upgrade.json");
  expect(await upgradeMajor({ home, log, migrations: madeUp, findOld })).toBeUndefined();
});

test("an upgrade that was broken off in the middle is done again at the next start", async () => {
  const breaking = upgradeMajor({
    home,
    migrations: madeUp,
    findOld,
    log: (line) => {
      if (line.startsWith("Comparing")) throw new Error("the power went");
    },
  });
  await expect(breaking).rejects.toThrow("the power went");
  expect(await listMajors(home)).toEqual([OLD, 18]);
  expect(await upgradeMajor({ home, log, migrations: [...madeUp, LATER], findOld })).toMatchObject({
    to: 18,
  });
  const after = await now();
  expect(after["base.many"]).toEqual(before["base.many"]);
  expect(after["tracks.later"]).toBeDefined();
});

test("without the old PostgreSQL nothing is touched", async () => {
  const missing = () => fetchBinaries(join(home, "upgrade"), OLD, "/nonexistent/npm");
  await expect(upgradeMajor({ home, log, migrations: madeUp, findOld: missing })).rejects.toThrow(
    /PostgreSQL 17.*Nothing was changed/,
  );
  expect(await listMajors(home)).toEqual([OLD]);
});

test("a home that was made and never filled is simply begun anew", async () => {
  const empty = await mkdtemp(join(place, "empty-"));
  await running(empty, old, async () => undefined);
  expect(await upgradeMajor({ home: empty, log, migrations: madeUp, findOld })).toBeUndefined();
  const brandNew = await mkdtemp(join(place, "new-"));
  expect(await upgradeMajor({ home: brandNew, log, migrations: madeUp, findOld })).toBeUndefined();
});
