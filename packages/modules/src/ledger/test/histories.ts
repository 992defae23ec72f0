// Random histories of the ledger, told to the database and to the plain reading of it; works that break off in between are
// told again.
import { moveClock } from "@somlos/kernel/clock";
import { type Database, room } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { type Random, randomFrom } from "@somlos/kernel/testing";
import type { Holder } from "../accounts.rules.ts";
import { expireDue, findBalance } from "../index.ts";
import type { Ending, TransferWish } from "../transfers.rules.ts";
import { type Op, plainOf, type Teller, tellerHere } from "./ops.ts";
import { Reference } from "./reference.ts";

const { sql } = room("ledger");
const sums = sql<{ unit: string; sum: number; least: number }>`
  select unit, sum(posted)::float8 as sum, min(case when not may_owe then posted - reserved end)::float8 as least
  from ledger.accounts where unit = any($1::text[]) group by unit`;

const goods: Holder = { kind: "issuer", holder: "goods" };
const shelves: readonly Holder[] = ["malmo", "lund"].map((holder) => ({ kind: "stock", holder }));
const holders: readonly Holder[] = [...shelves, goods, { kind: "gone", holder: "sold" }];
const MINUTE = 60_000;

export type Counts = Record<string, number>;
const count = (counts: Counts, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

class History {
  readonly reference = new Reference();
  readonly units: readonly string[];
  readonly #ids: string[] = [];
  readonly seed: number;
  readonly roll: Random["below"];
  constructor(seed: number, roll: Random["below"]) {
    this.seed = seed;
    this.roll = roll;
    this.units = [`sku-${seed}@a`, `sku-${seed}@b`];
  }
  pick<T>(list: readonly T[]): T {
    return list[this.roll(list.length)] as T;
  }
  newId(): string {
    const made = uuid7(1_700_000_000_000 + this.seed * 1000 + this.#ids.length);
    this.#ids.push(made);
    return made;
  }
  /** Mostly one that was used. */
  anyId(): string {
    return this.#ids.length === 0 || this.roll(15) === 0 ? this.newId() : this.pick(this.#ids);
  }
  #wish(now: Date): TransferWish {
    const until = this.roll(5) === 0 ? null : new Date(now.getTime() + (1 + this.roll(30)) * MINUTE);
    return {
      id: this.roll(12) === 0 ? this.anyId() : this.newId(),
      ...{ unit: this.pick(this.units), from: this.pick(holders), to: this.pick(holders) },
      ...{
        amount: this.roll(20) === 0 ? 0 : 1 + this.roll(9),
        cause: this.pick(["stock.hold", "stock.count"]),
      },
      ...(this.roll(2) === 0 ? {} : { pending: { until } }),
    };
  }
  #ending(): Ending {
    const id = this.anyId();
    if (this.roll(3) === 0) return { id, to: "voided" };
    return { id, to: "posted", ...(this.roll(3) === 0 ? { amount: this.roll(6) } : {}) };
  }
  #some<T>(most: number, make: () => T): T[] {
    return Array.from({ length: 1 + this.roll(most) }, make);
  }

  /** A shelf is counted, and what is wished of it held, under the same locks. */
  #count(now: Date): Op {
    const [unit, holder] = [this.pick(this.units), this.pick(shelves)];
    const level = { id: this.newId(), unit, holder, issuer: goods, cause: "stock.count" };
    const wishes = this.#some(2, () => ({
      ...{ id: this.newId(), unit, from: holder, to: holders[3] as Holder, amount: 1 + this.roll(4) },
      ...{ cause: "stock.hold", pending: { until: new Date(now.getTime() + (1 + this.roll(30)) * MINUTE) } },
    }));
    return { name: "count", level, counted: this.roll(15), wishes };
  }
  #reverse(): Op {
    const whole = this.roll(2) === 0;
    const wish = { id: this.anyId(), of: this.anyId() };
    return { name: "reverse", wish: whole ? wish : { ...wish, amount: 1 + this.roll(5) } };
  }
  next(now: Date): Op {
    const kind = this.roll(12);
    if (kind > 9) return this.#count(now);
    if (kind < 4) {
      const wishes = this.#some(4, () => this.#wish(now)).filter(({ from, to }) => from !== to);
      return { name: "transfer", wishes };
    }
    if (kind < 7) return { name: "settle", endings: this.#some(3, () => this.#ending()) };
    if (kind < 8)
      return { name: "extend", id: this.anyId(), until: new Date(now.getTime() + this.roll(60) * MINUTE) };
    return this.#reverse();
  }
}

async function tell(
  teller: Teller,
  { seed, roll, reference }: History,
  op: Op,
  counts: Counts,
): Promise<void> {
  if (roll(6) === 0) {
    count(counts, "broken off");
    await teller.breakOff(op);
  }
  const { answers, now, before } = await teller.tell(op);
  if (before !== undefined) plainOf(reference, op, before);
  const plain = plainOf(reference, op, now);
  for (const answer of plain) count(counts, answer);
  if (JSON.stringify(answers) !== JSON.stringify(plain))
    throw new Error(
      `seed ${seed}, ${op.name}: ${JSON.stringify(answers)}, expected ${JSON.stringify(plain)}`,
    );
}

async function compare(db: Database, { units, reference, seed }: History): Promise<void> {
  await expireDue(db);
  const pairs = units.flatMap((unit) => holders.map((who) => ({ unit, who })));
  const { found, all, now } = await db.read(async (tx, at) => ({
    found: await Promise.all(pairs.map(({ unit, who }) => findBalance(tx, unit, who))),
    ...{ all: await tx.rows(sums, [units]), now: at },
  }));
  reference.pass(now);
  const expected = pairs.map(({ unit, who }) => ({
    ...{ posted: reference.posted(unit, who), available: reference.available(unit, who) },
  }));
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`seed ${seed}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
  for (const { unit, sum, least } of all)
    if (sum !== 0 || least < 0) throw new Error(`seed ${seed}, ${unit}: sum ${sum}, least ${least}`);
}

/** What each shelf has at the beginning. */
async function fill(teller: Teller, history: History, counts: Counts): Promise<void> {
  for (const unit of history.units)
    for (const to of shelves) {
      const first = { id: history.newId(), unit, from: goods, to, amount: 5 + history.roll(10) };
      const op = { name: "transfer", wishes: [{ ...first, cause: "stock.count" }] } as const;
      await tell(teller, history, op, counts);
    }
}

/** One history of so many steps; throws where the two differ. Counts what happened into `counts`. */
export async function runHistory(
  db: Database,
  seed: number,
  steps: number,
  counts: Counts,
  teller: Teller = tellerHere(db),
): Promise<void> {
  const { below: roll } = randomFrom(seed);
  const history = new History(seed, roll);
  const before: Op[] = [];
  await fill(teller, history, counts);
  for (let step = 0, ahead = 0; step < steps; step++) {
    if (roll(6) === 0) ahead += roll(20) * MINUTE;
    moveClock(ahead);
    if (roll(10) === 0) await expireDue(db);
    const again = before.length > 0 && roll(5) === 0;
    if (again) count(counts, "said again");
    const op = again ? history.pick(before) : history.next(new Date(Date.now() + ahead));
    before.push(op);
    await tell(teller, history, op, counts);
  }
  await compare(db, history);
}
