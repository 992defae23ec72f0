import { expect, test } from "vitest";
import { backupAge, backupName, dueBackup, madeAt, pruneBackups } from "./schedule.rules.ts";

const at = (text: string) => new Date(`${text}Z`);
const DAY = 86_400_000;

test("a backup's name tells when it was made, and nothing else is taken for a backup", () => {
  const now = at("2026-02-28T23:59:58.900");
  expect(backupName(now)).toBe("somlos-2026-02-28T235958Z.backup");
  expect(madeAt(backupName(now))).toBe(at("2026-02-28T23:59:58").getTime());
  for (const other of [
    "somlos-2026-02-30T000000Z.backup",
    "a.backup",
    `${backupName(now)}.draft-1`,
    "secrets.json",
  ])
    expect(madeAt(other), other).toBeUndefined();
});

test("the first backup is due at once, the next one a day after it", () => {
  const first = at("2026-11-01T03:00:00");
  expect(dueBackup(first, [])).toBe(true);
  expect(dueBackup(new Date(first.getTime() + DAY - 1000), [backupName(first)])).toBe(false);
  expect(dueBackup(new Date(first.getTime() + DAY), [backupName(first)])).toBe(true);
  expect(backupAge(new Date(first.getTime() + 90_000), [backupName(first), "x"])).toBe(90);
  expect(backupAge(first, ["x"])).toBeUndefined();
});

test("a backup from a clock that ran ahead neither stops the next one nor is removed", () => {
  const now = at("2026-11-01T03:00:00");
  const wrong = backupName(at("2031-01-01T00:00:00"));
  expect(dueBackup(now, [wrong])).toBe(true);
  expect(pruneBackups(now, [wrong, backupName(now)])).toEqual([]);
});

test("after a year of daily backups seven days and four weeks are kept, and every other file is left alone", () => {
  const end = at("2026-11-21T03:00:00");
  let files: string[] = ["notes.txt", "somlos.conf"];
  for (let day = 365; day >= 0; day--) {
    const now = new Date(end.getTime() - day * DAY);
    files.push(backupName(now));
    const gone = new Set(pruneBackups(now, files));
    expect(gone.has(backupName(now))).toBe(false);
    files = files.filter((file) => !gone.has(file));
  }
  expect(files.slice(0, 2)).toEqual(["notes.txt", "somlos.conf"]);
  expect(files.slice(2).map((file) => file.slice(7, 17))).toEqual([
    "2026-11-01",
    "2026-11-08",
    "2026-11-15",
    "2026-11-16",
    "2026-11-17",
    "2026-11-18",
    "2026-11-19",
    "2026-11-20",
    "2026-11-21",
  ]);
});

test("an installation that rests for months keeps what it has", () => {
  const files = [1, 2, 3].map((day) => backupName(at(`2026-01-0${day}T03:00:00`)));
  expect(pruneBackups(at("2026-09-01T00:00:00"), files)).toEqual([]);
});
