import { chmod, cp, lstat, mkdir, readdir, readFile, rm, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { findPackage, useBinaries } from "./binaries.ts";
import { dataDirOf, OUTSIDE, rootOf } from "./folders.ts";
import { ask, removeFolders, removeHome, start, temporaryFolder, temporaryHome } from "./homes.fixture.ts";
import { choosePlace } from "./place.ts";
import { loadRecord } from "./record.ts";
import { startPostgres } from "./start.ts";

// PostgreSQL refuses to run as root; what root needs is shown when the tests run as root, the rest always.
const isRoot = process.getuid?.() === 0;

afterAll(removeFolders);

function homeIn(folder: string): string {
  const home = join(folder, "home");
  onTestFinished(() => removeHome(home));
  return home;
}

test("below a folder that only its owner may enter the database still starts", async () => {
  const closed = await temporaryFolder();
  await chmod(closed, 0o700);
  const home = homeIn(closed);
  const lines: string[] = [];
  const running = await start(home, (line) => lines.push(line));
  expect(running.dataDir.startsWith(isRoot ? OUTSIDE : home)).toBe(true);
  expect(lines.some((line) => line.includes("cannot work in"))).toBe(isRoot);
  await ask(running.url, "create table kept as select 7 as n");
  await running.stop();
  const again = await start(home);
  expect(again.dataDir).toBe(running.dataDir);
  expect(await ask(again.url, "select n from kept")).toBe(7);
  await again.stop();
}, 30_000);

test("a home that is closed after its database was made keeps its data", async () => {
  const folder = await temporaryFolder();
  const home = homeIn(folder);
  const first = await start(home);
  await ask(first.url, "create table kept as select 8 as n");
  await first.stop();
  await chmod(folder, 0o700);
  const second = await start(home);
  expect(await ask(second.url, "select n from kept")).toBe(8);
  expect(second.dataDir).toBe(await dataDirOf(home, 18));
  expect(second.dataDir === first.dataDir).toBe(!isRoot);
  await second.stop();
}, 30_000);

test("a copied home never gets the database of the first one, and a database that is gone is not replaced by an empty one", async () => {
  const closed = await temporaryFolder();
  await chmod(closed, 0o700);
  const home = homeIn(closed);
  const running = await start(home);
  await ask(running.url, "create table kept as select 9 as n");
  await running.stop();
  const copy = homeIn(await temporaryFolder());
  await cp(home, copy, { recursive: true });
  const second = start(copy);
  if (isRoot) await expect(second).rejects.toMatchObject({ code: "home.copied" });
  else {
    const other = await second;
    expect(await ask(other.url, "select n from kept")).toBe(9);
    expect(other.dataDir).not.toBe(running.dataDir);
    await other.stop();
  }
  await rm(copy, { recursive: true });
  if (!isRoot) return;
  await rm(join(await rootOf(home), "postgres"), { recursive: true });
  await expect(start(home)).rejects.toMatchObject({ code: "home.data_gone" });
}, 30_000);

test("a path longer than a socket may have, with blanks and letters of our languages, is no obstacle", async () => {
  const folder = join(await temporaryFolder(), "en mapp med å, ä och ö", "x".repeat(120), "y'\"%$ {z}");
  const home = homeIn(folder);
  const running = await start(home);
  expect(running.dataDir.length).toBeGreaterThan(150);
  expect(await ask(running.url, "select 1")).toBe(1);
  expect(await readdir(join(home, "postgres", "log"))).toHaveLength(1);
  await running.stop();
}, 30_000);

test("who runs it owns the data, and nobody else can look into it", async () => {
  const home = homeIn(await temporaryFolder());
  const running = await start(home);
  const data = await stat(running.dataDir);
  expect(data.mode & 0o077).toBe(0);
  expect(data.uid === 0).toBe(false);
  const status = await readFile(`/proc/${running.pid}/status`, "utf8").catch(() => `Uid:\t${data.uid}\t`);
  expect(status).toContain(`Uid:\t${data.uid}\t`);
  await running.stop();
}, 30_000);

async function brokenPackage(): Promise<{ folder: string; version: string }> {
  const real = await findPackage();
  const folder = join(await temporaryFolder(), "package");
  await cp(real.folder, folder, { recursive: true, verbatimSymlinks: true });
  const links: { target: string }[] = JSON.parse(
    await readFile(join(folder, "native", "pg-symlinks.json"), "utf8"),
  );
  for (const link of links) await rm(join(folder, link.target), { force: true });
  await chmod(join(folder, "native", "bin", "initdb"), 0o644);
  return { folder, version: `${real.version}-test` };
}

test("when npm skipped the package's install script its links are made at the start", async () => {
  const source = await brokenPackage();
  const link = join(source.folder, "native", "lib", "libpq.so.5");
  await expect(lstat(link)).rejects.toMatchObject({ code: "ENOENT" });
  const home = homeIn(await temporaryFolder());
  const running = await startPostgres({ home, log: () => undefined, binaries: source });
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(await ask(running.url, "select 1")).toBe(1);
  await running.stop();
}, 30_000);

test("a package that the database's user cannot reach or repair is copied once, beside the data", async () => {
  const source = await brokenPackage();
  const native = join(source.folder, "native");
  // Root writes everywhere, but the user it starts cannot enter; others cannot write.
  await chmod(isRoot ? source.folder : join(native, "lib"), isRoot ? 0o700 : 0o555);
  onTestFinished(() => chmod(join(native, "lib"), 0o755));
  const home = homeIn(await temporaryFolder());
  await mkdir(home, { mode: 0o755 });
  const place = await choosePlace(home, await loadRecord(home), () => undefined);
  const first = await useBinaries(place, source);
  expect(first.folder).toBe(join(home, `binaries-${source.version}`, "native"));
  const made = await stat(first.folder);
  const second = await useBinaries(place, source);
  expect(second).toEqual(first);
  expect((await stat(second.folder)).ino).toBe(made.ino);
}, 30_000);

test("binaries that do not run on this machine are refused with a sentence", async () => {
  const source = await brokenPackage();
  await unlink(join(source.folder, "native", "bin", "postgres"));
  await writeFile(
    join(source.folder, "native", "bin", "postgres"),
    "#!/bin/sh\necho wrong machine >&2\nexit 1\n",
    { mode: 0o755 },
  );
  const home = homeIn(await temporaryFolder());
  await expect(startPostgres({ home, log: () => undefined, binaries: source })).rejects.toMatchObject({
    code: "postgres.binaries",
    message: expect.stringContaining("wrong machine"),
  });
}, 30_000);

test("the home of a refused start is free again", async () => {
  const home = await temporaryHome();
  onTestFinished(() => removeHome(home));
  const bad = startPostgres({ home, log: () => undefined, settings: { shared_buffers: "a lot" } });
  await expect(bad).rejects.toMatchObject({
    code: "postgres.start_failed",
    message: expect.stringContaining("shared_buffers"),
  });
  const good = await start(home);
  expect(await ask(good.url, "select 1")).toBe(1);
  await good.stop();
}, 30_000);
