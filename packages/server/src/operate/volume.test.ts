// What the data takes and when the disk is full; what needs a hand.
import { moveClock } from "@somlos/kernel/clock";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";
import { watchAlerts } from "./alerts.actions.ts";
import { judge } from "./alerts.rules.ts";
import type { Figures } from "./figures.ts";
import { rememberVolume } from "./volume.actions.ts";
import { forecast, growing, growth } from "./volume.rules.ts";

const DAY = 86_400_000;
const day = (n: number, bytes: number) => ({
  day: new Date(Date.UTC(2026, 4, n)).toISOString().slice(0, 10),
  bytes,
});

const seen = (bytes: number, aDay: number) => ({ kind: "seen" as const, bytes, aDay, keptDays: undefined });

describe("the forecast", () => {
  it("goes by an ordinary day: one import and one month that went do not tell the future", () => {
    const days = [100, 110, 120, 5120, 5130, 5140, 2000, 2010, 2020].map((bytes, i) => day(i + 1, bytes));
    expect(growth(days)).toBe(10);
    expect(growth(days.slice(0, 2))).toBeUndefined();
    expect(growth([day(1, 0), day(3, 20), day(5, 40)])).toBe(10);
  });

  it("says when the disk is full, and never when nothing grows", () => {
    expect(forecast([seen(1000, 10)], 95)).toEqual({ bytesADay: 10, in30: 1300, in90: 1900, fullInDays: 9 });
    expect(forecast([seen(1000, -20)], 95)).toMatchObject({ in90: 0, fullInDays: null });
    expect(forecast([seen(1000, 10)], undefined).fullInDays).toBeNull();
  });

  it("knows that what is kept for some days grows no more once it holds them all", () => {
    const bodies = (bytes: number, keptDays: number) => ({
      ...seen(bytes, 10),
      kind: "bodies" as const,
      keptDays,
    });
    expect(forecast([bodies(1000, 140)], 500)).toMatchObject({ in30: 1300, in90: 1400, fullInDays: null });
    expect(forecast([bodies(1000, 140)], 300)).toMatchObject({ fullInDays: 30 });
    expect(forecast([bodies(1400, 140), seen(50, 1)], 60)).toMatchObject({ in30: 1480, fullInDays: 60 });
    expect(forecast([bodies(2000, 140)], 60)).toMatchObject({ in90: 2000, fullInDays: null }); // chosen shorter: it waits
  });

  it("takes the days that hold for each kind", () => {
    const days = {
      bodies: 400,
      log: 1095,
      parked: 90,
      import_refusals: 30,
      mail_content: 30,
      mails: 400,
      acts: 800,
      backups: 35,
    };
    const item = (kind: "imports" | "seen" | "log") => ({ kind, rows: 1, bytes: 1, aDay: 1 });
    expect(growing([item("imports"), item("seen"), item("log")], days).map((one) => one.keptDays)).toEqual([
      30,
      undefined,
      1095,
    ]);
  });
});

describe("what the data takes", () => {
  let at: TestApp;
  beforeAll(async () => {
    at = await openTestApp();
  });
  afterEach(() => moveClock(0));
  afterAll(() => at.close());
  const remember = () => at.database.db.work({ kind: "system", id: "test" }, rememberVolume);
  const volume = async () => (await at.ask("/api/volume")).body as Record<string, unknown>;

  it("is told by kind, and all of it together is what the tables take", async () => {
    await at.send([{ type: "track", event: "Product Viewed", userId: "u-1", messageId: "v-1" }]);
    const told = (await volume()) as unknown as {
      bytes: number;
      items: { kind: string; bytes: number; bytesADay: number | null }[];
    };
    const client = new pg.Client(at.database.url);
    await client.connect();
    const all = await client.query<{ bytes: number }>(
      `select sum(pg_total_relation_size(c.oid))::float8 as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`,
    );
    await client.end();
    expect(told.bytes).toBe(all.rows[0]?.bytes);
    expect(told.items.find((item) => item.kind === "bodies")?.bytes).toBeGreaterThan(8000);
    expect(told.items.every((item) => item.bytesADay === null)).toBe(true);
  });

  it("is remembered once a day however often it is measured, and grows into a forecast", async () => {
    for (const n of [0, 1, 2, 3]) {
      moveClock(n * DAY);
      await Promise.all([remember(), remember(), remember()]);
    }
    const told = (await volume()) as unknown as { days: { day: string }[]; forecast: object | null };
    expect(told.days).toHaveLength(4);
    expect(new Set(told.days.map((one) => one.day)).size).toBe(4);
    expect(told.forecast).not.toBeNull();
  });
});

const well: Figures = {
  stalledSeconds: 0,
  parkedOpen: 0,
  parkedShare: 0,
  parkedLastHour: 0,
  queue: 0,
  connections: 10,
  connectionsMost: 100,
  connectionsWaiting: 0,
  mails: { waiting: 0, refused: 0 },
  filesWaitSeconds: 0,
  backupAgeSeconds: 3600,
};
const holding = (figures: Partial<Figures>, free = 50) =>
  judge({
    figures: { ...well, ...figures },
    disk: { freeBytes: free, totalBytes: 100 },
    keepsBackups: true,
  }).holding.map((one) => one.rule);

describe("what needs a hand", () => {
  it("is nothing when all is well, and each thing by its own limit", () => {
    expect(holding({})).toEqual([]);
    expect(holding({ stalledSeconds: 61 })).toEqual(["log_stalled"]);
    expect(holding({ parkedShare: 0.5, parkedLastHour: 3 })).toEqual([]);
    expect(holding({ parkedShare: 0.06, parkedLastHour: 20 })).toEqual(["parked_share"]);
    expect(holding({ queue: 10_001 })).toEqual(["queue"]);
    expect(holding({ backupAgeSeconds: 27 * 3600 })).toEqual(["backup_old"]);
    expect(holding({ connections: 81 })).toEqual(["connections"]);
    expect(holding({}, 9)).toEqual(["disk_low"]);
    expect(holding({ filesWaitSeconds: 86_401 })).toEqual(["files_late"]);
  });

  it("is shown since it began, by every process, and gone when it is over", async () => {
    const at = await openTestApp();
    const alerts = async () =>
      (await at.ask("/api/alerts")).body["items"] as unknown as { rule: string; since: string }[];
    const crowded = { ...at.house, commit: { size: 15_000 } };
    await watchAlerts(crowded);
    const [first] = await alerts();
    expect(first).toMatchObject({ rule: "queue", value: 15_000 });
    await watchAlerts(crowded);
    expect((await alerts())[0]?.since).toBe(first?.since);
    await watchAlerts(at.house);
    expect((await alerts()).map((one) => one.rule)).not.toContain("queue");
    await at.close();
  });
});
