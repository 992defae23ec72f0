import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/index.ts";
import { backupAge, keepDaily, listBackups } from "./index.ts";

let t: TestDatabase;
let home: string;
beforeAll(async () => {
  t = await testDatabase();
  home = await mkdtemp(join(tmpdir(), "somlos-daily-"));
});
afterAll(async () => {
  await t.drop();
  await rm(home, { recursive: true, force: true });
});

test("a backup is made a day, read back, and old ones and dead drafts go", async () => {
  const folder = join(home, "backups");
  const start = new Date("2026-11-01T03:00:00Z");
  const keep = (days: number) =>
    keepDaily(t.db, { folder, now: new Date(start.getTime() + days * 86_400_000), log: () => undefined });
  expect((await keep(0)).made).toContain("somlos-2026-11-01T030000Z.backup");
  expect((await keep(0.5)).made).toBeUndefined();
  expect(await readdir(folder)).toHaveLength(1);
  const dead = join(folder, "somlos-2026-10-01T030000Z.backup.draft-12345678");
  await writeFile(dead, "half");
  await utimes(dead, start, start);
  for (let day = 1; day <= 12; day++) await keep(day);
  expect(await listBackups(folder)).toHaveLength(8);
  expect(await readdir(folder)).not.toContain(dead);
  expect(backupAge(new Date("2026-11-13T04:00:00Z"), await listBackups(folder))).toBe(3600);
  expect(await listBackups(join(home, "nowhere"))).toEqual([]);
});
