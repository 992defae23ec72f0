// Pages of a timeline, beside a plain sort of everything: many streams, equal times, events of long ago, cursors anywhere.
import { type Database, type Tx, times, uuids } from "@somlos/kernel/db";
import { testDatabase } from "@somlos/kernel/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeMonth } from "./append.store.ts";
import { isWhole, type Parts, searchesOf } from "./timeline.rules.ts";
import { findFirstTime, listTimeline } from "./timeline.store.ts";

const NOW = Date.UTC(2026, 10, 15);
const DAY = 86_400_000;
const LAST = { at: new Date("9999-12-31T00:00:00Z"), seq: Number.MAX_SAFE_INTEGER };
const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;

type Logged = {
  readonly seq: number;
  readonly stream: number;
  readonly at: number;
  readonly received: number;
};
type Part = { readonly stream: number; readonly from?: number; readonly to?: number };

const column = (values: readonly (string | undefined)[]) => `{${values.map((v) => v ?? "NULL").join(",")}}`;
const iso = (ms: number | undefined) => (ms === undefined ? undefined : `"${new Date(ms).toISOString()}"`);
const partsOf = (parts: readonly Part[]): Parts => ({
  count: parts.length,
  subjects: column(parts.map((p) => uuid(p.stream))),
  fromAts: column(parts.map((p) => iso(p.from))),
  fromKeys: column(parts.map((p) => (p.from === undefined ? undefined : uuid(0)))),
  toAts: column(parts.map((p) => iso(p.to))),
  toKeys: column(parts.map((p) => (p.to === undefined ? undefined : uuid(0)))),
});

const isNewerFirst = (x: Logged, y: Logged) => y.at - x.at || y.seq - x.seq;
const holds = (parts: readonly Part[], e: Logged) =>
  parts.some((p) => p.stream === e.stream && e.at >= (p.from ?? e.at) && e.at < (p.to ?? e.at + 1));

async function write(tx: Tx, events: readonly Logged[]): Promise<void> {
  for (const day of new Set(events.map((e) => new Date(e.received).toISOString().slice(0, 7))))
    await makeMonth(tx, new Date(`${day}-01T00:00:00Z`));
  await tx.run(
    {
      name: "timeline_test_write",
      text: `insert into events.log (seq, received_at, at, key, subject, source_id, type, channel, flags, name)
        select s, r, a, k, u, 1, 0, 0, 0, 'Seen' from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::uuid[]) as t(s, r, a, k, u)`,
    } as never,
    [
      events.map((e) => e.seq),
      times(events.map((e) => e.received)),
      times(events.map((e) => e.at)),
      uuids(events.map((e) => uuid(e.seq))),
      uuids(events.map((e) => uuid(e.stream))),
    ],
  );
}

/** Every page from the newest to the oldest. */
async function leaf(db: Database, parts: readonly Part[], limit: number): Promise<number[]> {
  const seen: number[] = [];
  let before = LAST;
  for (;;) {
    const rows = await db.read((tx) =>
      listTimeline(tx, partsOf(parts), { limit, before, channel: null }, NOW),
    );
    seen.push(...rows.map((row) => row.seq));
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return seen;
    before = { at: last.at, seq: last.seq };
  }
}

describe("which months are opened", () => {
  const event = fc
    .record({ received: fc.integer({ min: 0, max: 90 * 24 }), ahead: fc.integer({ min: -60 * 24, max: 24 }) })
    .map(({ received, ahead }) => ({
      received: NOW - received * 3_600_000,
      at: new Date(NOW - received * 3_600_000 + ahead * 3_600_000),
    }));

  test("a page that counts as whole is the page that all months give", () => {
    let whole = 0;
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 10, maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        (events, limit) => {
          const newest = (from: number) =>
            events
              .filter((e) => e.received >= from)
              .map(({ at }) => ({ at }))
              .sort((x, y) => y.at.getTime() - x.at.getTime())
              .slice(0, limit);
          const [first, all] = searchesOf(100, LAST, NOW);
          if (first === undefined || all === undefined) throw new Error("two searches");
          const rows = newest(first.from.getTime());
          if (!isWhole(rows, limit, first)) return;
          whole++;
          expect(rows).toEqual(newest(all.from.getTime()));
        },
      ),
      { numRuns: 500 },
    );
    expect(whole).toBeGreaterThan(50);
  });

  test("few streams, and places of long ago, are sought in all months at once", () => {
    expect(searchesOf(5, LAST, NOW)).toHaveLength(1);
    expect(searchesOf(300, { at: new Date(NOW - 90 * DAY), seq: 0 }, NOW)).toHaveLength(1);
  });
});

describe("pages of a timeline", () => {
  let house: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    house = await testDatabase();
  });
  afterAll(() => house.drop());
  let next = 0;
  /** Streams of this many events each, at few times, so that many are equal. */
  const streams = (count: number, each: number, agoDays: number): Logged[] =>
    Array.from({ length: count * each }, (_, i) => {
      const at = NOW - (agoDays + (i % 7)) * DAY;
      return { seq: ++next, stream: 1000 + (i % count) + agoDays * 1000, at, received: at + 3_600_000 };
    });

  test.each([
    ["lately", 0, 1],
    ["lately", 0, 50],
    ["from days to months ago", 36, 7],
    ["months ago", 90, 20],
  ])("hold every event of 60 streams once and in order, %s (%i days), %i a page", async (_w, ago, limit) => {
    const events = streams(60, 3, ago + limit * 100);
    const parts = [...new Set(events.map((e) => e.stream))].map((stream) => ({ stream }));
    await house.db.work({ kind: "system", id: "test" }, (work) => write(work.tx, events));
    expect(await leaf(house.db, parts, limit)).toEqual(events.toSorted(isNewerFirst).map((e) => e.seq));
    const first = await house.db.read((tx) => findFirstTime(tx, partsOf(parts), NOW));
    expect(first?.getTime()).toBe(Math.min(...events.map((e) => e.at)));
  });

  test("end where a part ends, though the events beyond have the very same time", async () => {
    const events = streams(40, 7, 5);
    const cut = NOW - 8 * DAY;
    const parts = [...new Set(events.map((e) => e.stream))].map((stream, i) =>
      i % 2 === 0 ? { stream, to: cut } : { stream, from: cut },
    );
    await house.db.work({ kind: "system", id: "test" }, (work) => write(work.tx, events));
    const mine = events.filter((e) => holds(parts, e)).toSorted(isNewerFirst);
    for (const limit of [1, 3, 25, 200])
      expect(await leaf(house.db, parts, limit)).toEqual(mine.map((e) => e.seq));
  });
});
