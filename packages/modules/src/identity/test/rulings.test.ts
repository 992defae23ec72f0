// What colleagues rule, among what events say: the tables must equal the definition after each act, in any order.

import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { fingerprint, fingerprintOf, uuid7 } from "@somlos/kernel/ids";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Identifier, Told } from "../../events/index.ts";
import { emptyIdentity, lockIdentity, tidyIdentity } from "../index.ts";
import { findNodes } from "../nodes.store.ts";
import { openRecognise } from "../recognise.actions.ts";
import { join, keepApart, type Ruled, ruleValue, split, undo, withdraw } from "../rulings/rulings.actions.ts";
import { loadPlan } from "../rulings/rulings.store.ts";
import { batches, portrait, retold, small } from "./histories.ts";
import { openTables, type Tables } from "./open-tables.ts";
import type { Rule } from "./reference.ts";
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

const staff = { kind: "staff", id: "anna" } as const;
const counts = { join: 0, split: 0, apart: 0, withdraw: 0, one_person: 0, blocked: 0, undo: 0, histories: 0 };
const why = new Map<string, number>();

type Wish = {
  readonly what: "join" | "split" | "apart" | "withdraw" | "one_person" | "blocked" | "undo";
  readonly x: number;
  readonly y: number;
  readonly after: number;
};
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

const bothOf = (
  [x, y]: readonly [Identifier | undefined, Identifier | undefined],
  go: (pair: readonly [Identifier, Identifier]) => Promise<Ruled>,
): Promise<Ruled> | undefined => (x === undefined || y === undefined ? undefined : go([x, y]));

class Desk {
  readonly made = new Map<string, Rule>();
  readonly past: string[] = [];
  readonly #told: readonly Told[];
  constructor(told: readonly Told[]) {
    this.#told = told;
  }

  /** Everything heard so far, as a colleague may name it. */
  names(heard: readonly Told[]): Identifier[] {
    const all = heard.flatMap((e) => [
      ...(e.login ? [e.login] : []),
      ...e.ids,
      ...(e.device ? [e.device] : []),
    ]);
    return [...new Map(all.map((id) => [id.fp, id])).values()];
  }

  async act({ what, x, y }: Wish, heard: readonly Told[]): Promise<void> {
    const names = this.names(heard);
    const [one, other] = [names[x % names.length], names[y % names.length]];
    if (one === undefined || other === undefined) return;
    const act = { act: uuid7(Date.now()), reason: "they say so" };
    const known = names.filter((id) => id.kind !== "visitor");
    const together = heard
      .map((e) => [...(e.login ? [e.login] : []), ...e.ids])
      .filter((ids) => ids.length > 1);
    const event = together[x % Math.max(1, together.length)];
    const two =
      y % 3 > 0 && event !== undefined
        ? ([event[0], event[1 + (y % (event.length - 1))]] as const)
        : ([known[x % Math.max(1, known.length)], known[y % Math.max(1, known.length)]] as const);
    const past = this.past[x % Math.max(1, this.past.length)];
    const go: Record<Wish["what"], (work: Work) => Promise<Ruled> | undefined> = {
      join: (work) => join(work, act, [one, other], small),
      split: (work) => this.split(work, act, one, small),
      undo: (work) =>
        past === undefined ? undefined : undo(work, act, { rulingId: past, of: () => true }, small),
      apart: (work) => bothOf(two, (pair) => keepApart(work, act, pair, small)),
      one_person: (work) =>
        ruleValue(work, act, { named: known[x % known.length] ?? one, kind: "one_person" }, small),
      blocked: (work) =>
        ruleValue(work, act, { named: known[x % known.length] ?? one, kind: "blocked" }, small),
      withdraw: (work) => bothOf(two, (pair) => withdraw(work, act, pair, small)),
    };
    const done = await db
      .work(staff, async (work) => go[what](work))
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        why.set(error.code, (why.get(error.code) ?? 0) + 1);
        return undefined;
      });
    if (done === undefined) return;
    counts[what]++;
    if (what === "undo") {
      this.made.delete(done.rulingId);
      return;
    }
    this.past.push(done.rulingId);
    this.made.set(done.rulingId, await this.read(what, done.rulingId));
  }

  async split(work: Work, act: { act: string; reason: string }, one: Identifier, settings: typeof small) {
    const found = await client.query<{ id: string }>(
      one.kind === "visitor"
        ? "select n.id from identity.lanes l join identity.nodes n on n.fp = l.fp where l.device = $1::uuid and l.live limit 1"
        : "select id from identity.nodes where fp = $1::uuid",
      [Buffer.from(one.fp, "latin1").toString("hex")],
    );
    return split(work, act, { id: found.rows[0]?.id ?? "", named: [one] }, settings);
  }

  /** Ties of one ruling are heard in the order of their ends, the stronger first: the reference has other names for lanes. */
  async inOrder(pairs: readonly { readonly a: string; readonly b: string }[]): Promise<[string, string][]> {
    const nodes = await db.read((tx) =>
      findNodes(
        tx,
        pairs.flatMap(({ a, b }) => [a, b]),
      ),
    );
    const rank = new Map(nodes.map((node) => [node.fp, small.rank[node.kind]]));
    const isFirst = (x: string, y: string) =>
      (rank.get(x) ?? 0) > (rank.get(y) ?? 0) || (rank.get(x) === rank.get(y) && x < y);
    const ends = pairs.map(({ a, b }): [string, string] => (isFirst(a, b) ? [a, b] : [b, a]));
    return ends.sort(([a, b], [x, y]) => (a + b < x + y ? -1 : 1));
  }

  /** Which identifier belongs to which person id. */
  async ids(): Promise<unknown[]> {
    const found = await client.query(
      "select n.fp, coalesce(p.id, n.id) as id from identity.nodes n left join identity.people p using (component) where n.kind <> 11 order by n.fp",
    );
    return found.rows;
  }

  async read(what: Exclude<Wish["what"], "undo">, id: string): Promise<Rule> {
    const { ends, pairs, values = [] } = await db.read((tx) => loadPlan(tx, id));
    const at = Number(
      (await client.query("select at_ms from identity.rulings where id = $1", [id])).rows[0].at_ms,
    );
    const name = namer(this.#told);
    const moment = { at, key: fingerprintOf(id) };
    const plain = (await this.inOrder(pairs)).map(([a, b]) => [name(a), name(b)] as const);
    if (what === "one_person" || what === "blocked")
      return { ...moment, rule: what, node: name(values[0]?.fp ?? "") };
    if (what === "join" || what === "withdraw") return { ...moment, rule: what, pairs: plain };
    const side = (n: number) => ends.filter((end) => end.side === n).map((end) => name(end.fp));
    return { ...moment, rule: "apart", sides: [side(1), side(2)], pairs: plain };
  }
}

/** The reference calls lanes by other names than the tables: by the event that opened them. */
function namer(told: readonly Told[]): (fp: string) => string {
  const names = new Map<string, string>();
  for (const { device, key } of told) {
    if (device === undefined) continue;
    names.set(fingerprint("lane", device.fp), device.fp);
    names.set(fingerprint("lane", `${device.fp}@${key}`), `${key}!`);
    names.set(fingerprint("lane", `${device.fp}~${key}`), `${key}~`);
    const silence = silenceKey(key);
    names.set(fingerprint("lane", `${device.fp}@${silence}`), `${silence}!`);
  }
  return (fp) => names.get(fp) ?? fp;
}

const check = async (told: readonly Told[], desk: Desk) => {
  expect(await stored(db, client, told)).toEqual(portrait(told, small, [...desk.made.values()]));
  expect(await inconsistencies(client)).toEqual([]);
};

test("events and rulings in any order give, after each ruling, the people that the definition says", async () => {
  await fc.assert(
    fc.asyncProperty(retold(30), wishes, async ({ told, heard, sizes }, list) => {
      await emptyTables(client);
      const desk = new Desk(told);
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
      counts.histories++;
      await check(told, desk);
    }),
    { numRuns: runs(100) },
  );
  process.stdout.write(`${JSON.stringify({ ...counts, refused: Object.fromEntries(why) })}\n`);
  for (const kind of ["join", "split", "apart", "withdraw", "undo"] as const)
    expect(counts[kind] / counts.histories).toBeGreaterThan(0.1);
}, 3_600_000);

test("when people are made anew from all events, what was ruled holds as before, under the same ids", async () => {
  await fc.assert(
    fc.asyncProperty(retold(30), wishes, async ({ told, heard, sizes }, list) => {
      await emptyTables(client);
      const desk = new Desk(told);
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
      const desk = new Desk(told);
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
