// What colleagues rule, among what events say: the tables must equal the definition after each act, in any order.

import { fingerprint, fingerprintOf, uuid7 } from "@somlos/kernel/ids";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Told } from "../../events/index.ts";
import { emptyIdentity, lockIdentity, tidyIdentity } from "../index.ts";
import { openRecognise } from "../recognise.actions.ts";
import { split } from "../rulings/rulings.actions.ts";
import { Desk, namer, staff, type Wish } from "./desk.ts";
import { batches, identifier, portrait, retold, shortKey, small } from "./histories.ts";
import { openTables, type Tables } from "./open-tables.ts";
import { silenceKey } from "./reference-lanes.ts";
import { emptyTables, inconsistencies, stored } from "./tables.ts";

/** `SOMLOS_LONG=1`: twenty times as many histories. */
const runs = (n: number): number => n * (process.env["SOMLOS_LONG"] === "1" ? 20 : 1);

let at: Tables;
let db: Tables["db"];
let client: Tables["client"];
beforeAll(async () => {
  at = await openTables();
  ({ db, client } = at);
});
afterAll(() => at.close());

let histories = 0;
const done = { join: 0, split: 0, apart: 0, withdraw: 0, one_person: 0, blocked: 0, undo: 0 };
const refused = new Map<string, number>();
const tally = { done, refused };
const wishes = fc.array(
  fc.record({
    what: fc.constantFrom<Wish["what"]>(
      "join",
      "join",
      "split",
      "split",
      "apart",
      "apart",
      "withdraw",
      "withdraw",
      "one_person",
      "blocked",
      "undo",
      "undo",
    ),
    x: fc.nat({ max: 999 }),
    y: fc.nat({ max: 999 }),
    after: fc.nat({ max: 30 }),
  }),
  { minLength: 1, maxLength: 8 },
);

const check = async (told: readonly Told[], desk: Desk) => {
  expect(await stored(db, client, told)).toEqual(portrait(told, small, [...desk.made.values()]));
  expect(await inconsistencies(client)).toEqual([]);
};

test("events and rulings in any order give, after each ruling, the people that the definition says", async () => {
  await fc.assert(
    fc.asyncProperty(retold(30), wishes, async ({ told, heard, sizes }, list) => {
      await emptyTables(client);
      const desk = new Desk(at, told, tally);
      const recognise = openRecognise({ settings: small, remember: 40 });
      const past: Told[] = [];
      const due = [...list].sort((p, q) => p.after - q.after);
      for (const batch of batches({ heard, sizes })) {
        (await db.work(staff, (work) => recognise.learn(work, batch))).committed();
        past.push(...batch);
        for (; due[0] !== undefined && due[0].after <= past.length; due.shift()) {
          await desk.act(due[0], past);
          await check(past, desk);
        }
      }
      for (const wish of due) await desk.act(wish, past);
      histories++;
      await check(told, desk);
    }),
    { numRuns: runs(100) },
  );
  process.stdout.write(`${JSON.stringify({ ...done, histories, refused: Object.fromEntries(refused) })}\n`);
  for (const kind of ["join", "split", "apart", "withdraw", "undo"] as const)
    expect(done[kind] / histories).toBeGreaterThan(0.1);
}, 3_600_000);

test("when people are made anew from all events, what was ruled holds as before, under the same ids", async () => {
  await fc.assert(
    fc.asyncProperty(retold(30), wishes, async ({ told, heard, sizes }, list) => {
      await emptyTables(client);
      const desk = new Desk(at, told, tally);
      const hear = async (events: readonly Told[]) => {
        const recognise = openRecognise({ settings: small, remember: 40 });
        for (const batch of batches({ heard: events, sizes }))
          (await db.work(staff, (work) => recognise.learn(work, batch))).committed();
      };
      await hear(heard);
      for (const wish of list) await desk.act(wish, told);
      const ids = await desk.ids();
      await db.work(staff, async (work) => {
        await lockIdentity(work.tx);
        await emptyIdentity(work.tx);
      });
      await hear(heard);
      await db.work(staff, (work) => tidyIdentity(work, small));
      await check(told, desk);
      expect(await desk.ids()).toEqual(ids);
    }),
    { numRuns: runs(40) },
  );
}, 3_600_000);

test("while four writers tell events, what colleagues rule at the same time holds", async () => {
  await fc.assert(
    fc.asyncProperty(retold(30), wishes, async ({ told, heard, sizes }, list) => {
      await emptyTables(client);
      const desk = new Desk(at, told, tally);
      const recognise = openRecognise({ settings: small, remember: 40 });
      const queue = batches({ heard, sizes });
      const past: Told[] = [];
      const tell = async () => {
        for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
          const mine = batch;
          (await db.work(staff, (work) => recognise.learn(work, mine))).committed();
          past.push(...mine);
        }
      };
      const rule = async () => {
        while (past.length === 0) await db.read(async () => undefined);
        for (const wish of list) await desk.act(wish, past);
      };
      await Promise.all([tell(), tell(), tell(), tell(), rule()]);
      await check(told, desk);
    }),
    { numRuns: runs(40) },
  );
}, 3_600_000);

test("what was ruled about a visit holds when its first event comes late, though two cards were typed there", async () => {
  const on = identifier("visitor", "kiosk");
  const say = (n: number, at: number, more: Partial<Told>): Told => ({
    ...{
      key: fingerprint("event", String(n)),
      at,
      trust: "proven",
      sourceId: 1,
      says: "none",
      stand: "kiosk",
    },
    ...{ subject: fingerprint("stream", on.fp), device: on, ids: [], ...more },
  });
  const login = identifier("login", "login-1");
  // Of two events of one moment the later told comes first, and so does the goodbye before it.
  const [first, late] = Array.from({ length: 99 }, (_, n) => say(n, 17, {}))
    .flatMap((x, _, all) => all.map((y) => [x, y] as const))
    .find(([x, y]) => y.key < x.key && silenceKey(y.key) < silenceKey(x.key)) as readonly [Told, Told];
  const known = [
    { ...first, ids: [identifier("club_card", "card-1")] },
    say(100, 18, { login, subject: fingerprint("stream", on.fp + login.fp) }),
    say(101, 19, { ids: [identifier("club_card", "card-2")] }),
  ];
  const told = [...known, late];
  await emptyTables(client);
  const desk = new Desk(at, told, tally);
  const recognise = openRecognise({ settings: small });
  const hear = (events: readonly Told[]) => db.work(staff, (work) => recognise.learn(work, events));
  await hear(known);
  const visit = namer(told);
  const [lane] = (await client.query("select id, fp from identity.nodes where kind = 11 and proven")).rows;
  const act = { act: uuid7(Date.now()), reason: "somebody else stood there" };
  const { rulingId } = await db.work(staff, (work) =>
    split(work, act, { id: lane.id, named: [login] }, small),
  );
  desk.made.set(rulingId, await desk.read("split", rulingId));
  expect(visit(fingerprintOf(lane.fp))).toBe(`${silenceKey(first.key)}!`);
  await check(known, desk);
  await hear([late]);
  await check(told, desk);
  expect(portrait(told, small, [...desk.made.values()]).filter((one) => one.startsWith("login-1"))).toEqual([
    `login-1 | ${shortKey(known[1]?.key ?? "")}`,
  ]);
});
