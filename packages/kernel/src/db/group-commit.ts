// Group commit without a timer: what queued while the previous commits were in flight shares one transaction and is
// answered after its commit. A group that fails is halved until the one bad item stands alone; neighbours never notice.
import { Refusal } from "@somlos/contract";
import type pg from "pg";
import { stopwatch } from "../clock/index.ts";
import { rootSpan } from "../trace/index.ts";
import { type Database, isDatabaseAway, isTooLong } from "./database.ts";
import { type Tx, txOn } from "./tx.ts";
import type { Actor, Work } from "./work.ts";

export type Flushed<Outcome> = {
  /** One outcome an item, in the order of the items. */
  readonly outcomes: readonly Outcome[];
  /** Called after the commit, never before. */
  committed?(): void;
};

export type GroupCommitSettings<Item, Outcome, First> = {
  readonly db: Database;
  readonly actor: Actor;
  /** Commits in flight at most. */
  readonly lines: number;
  /** Items a commit at most; one submission is never parted. */
  readonly most: number;
  /** Items that may wait or be in flight; more are refused with `collect.busy`. */
  readonly queueMost: number;
  /** What a flush begins with. It leaves together with the begin, so it knows no time. */
  first(tx: Tx, items: readonly Item[]): Promise<First>;
  flush(work: Work, items: readonly Item[], first: First): Promise<Flushed<Outcome>>;
  /** The whole flush, when its statements need no transaction around them: one round trip instead of two and more. */
  alone?(items: readonly Item[]): ((tx: Tx) => Promise<readonly Outcome[]>) | undefined;
  /** Puts away the one item that the database refuses, in a transaction of its own. */
  putAway(work: Work, item: Item, error: unknown): Promise<Outcome>;
  /** Told after each flush: how many items, and how long it took. */
  observe?(items: number, seconds: number): void;
};

type Waiting<Item, Outcome> = {
  readonly items: readonly Item[];
  readonly done: (outcomes: Outcome[]) => void;
  readonly failed: (error: unknown) => void;
};

/** One of the connections that commits go over. */
type Line = { client: pg.Client | undefined };

function drop(line: Line): void {
  void line.client?.end().catch(() => undefined);
  line.client = undefined;
}

export class GroupCommit<Item, Outcome, First = unknown> {
  readonly #settings: GroupCommitSettings<Item, Outcome, First>;
  readonly #queue: Waiting<Item, Outcome>[] = [];
  readonly #idle: (pg.Client | undefined)[];
  readonly #drained: (() => void)[] = [];
  #size = 0;
  #pumping = false;

  constructor(settings: GroupCommitSettings<Item, Outcome, First>) {
    this.#settings = settings;
    this.#idle = Array.from({ length: settings.lines }, () => undefined);
  }

  /** Items waiting or in flight. */
  get size(): number {
    return this.#size;
  }

  /** Resolves after the commit that holds the items, with one outcome each; rejects when none of them was taken. */
  submit(items: readonly Item[]): Promise<Outcome[]> {
    if (this.#size + items.length > this.#settings.queueMost)
      return Promise.reject(new Refusal("collect.busy", undefined, 1));
    if (items.length === 0) return Promise.resolve([]);
    this.#size += items.length;
    return new Promise((done, failed) => {
      this.#queue.push({ items, done, failed });
      this.#soon();
    });
  }

  /** Resolves when nothing waits any more, then gives the connections back. */
  async close(): Promise<void> {
    if (this.#size > 0) await new Promise<void>((tell) => this.#drained.push(tell));
    await Promise.all(this.#idle.splice(0).map((client) => client?.end()));
  }

  /** At the end of this turn of the event loop: what has arrived by then and is not read yet goes along. */
  #soon(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    setImmediate(() => {
      this.#pumping = false;
      this.#pump();
    });
  }

  #pump(): void {
    while (this.#queue.length > 0 && this.#idle.length > 0) void this.#leave(this.#idle.pop(), this.#take());
    if (this.#size === 0) for (const tell of this.#drained.splice(0)) tell();
  }

  #take(): Waiting<Item, Outcome>[] {
    let count = 0;
    let n = 0;
    for (const { items } of this.#queue) {
      if (n > 0 && count + items.length > this.#settings.most) break;
      count += items.length;
      n++;
    }
    return this.#queue.splice(0, n);
  }

  async #leave(idle: pg.Client | undefined, group: readonly Waiting<Item, Outcome>[]): Promise<void> {
    const line: Line = { client: idle };
    const took = stopwatch();
    try {
      const items = group.flatMap((waiting) => waiting.items);
      const outcomes = await rootSpan("commit", { of: this.#settings.actor.id, events: items.length }, () =>
        this.#commit(line, items),
      );
      this.#settings.observe?.(items.length, took() / 1000);
      let from = 0;
      for (const { items: own, done } of group) {
        done(outcomes.slice(from, from + own.length));
        from += own.length;
      }
    } catch (error) {
      drop(line);
      const refusal = isDatabaseAway(error) ? new Refusal("database.away", undefined, 2) : error;
      for (const waiting of group) waiting.failed(refusal);
    } finally {
      for (const waiting of group) this.#size -= waiting.items.length;
      this.#idle.push(line.client);
      this.#soon();
    }
  }

  async #commit(line: Line, items: readonly Item[]): Promise<readonly Outcome[]> {
    const { db, actor, first, flush } = this.#settings;
    let flushed: Flushed<Outcome>;
    try {
      line.client ??= await db.connectLine();
      const alone = await this.#alone(line.client, items);
      if (alone !== undefined) return alone;
      flushed = await db.runWork(
        line.client,
        actor,
        (tx) => first(tx, items),
        (work, begun) => flush(work, items, begun),
      );
    } catch (error) {
      const [only, ...others] = items;
      if (only === undefined || isDatabaseAway(error)) throw error;
      if (isTooLong(error)) drop(line); // PostgreSQL ended the connection: the smaller halves go over a new one
      if (others.length === 0) return [await this.#putAway(line, only, error)];
      const half = items.length >> 1;
      const before = await this.#commit(line, items.slice(0, half));
      return [...before, ...(await this.#commit(line, items.slice(half)))];
    }
    flushed.committed?.();
    return flushed.outcomes;
  }

  /** What fails alone has changed nothing that was not meant: the items then go the long way. */
  async #alone(client: pg.Client, items: readonly Item[]): Promise<readonly Outcome[] | undefined> {
    try {
      return await this.#settings.alone?.(items)?.(txOn(client));
    } catch (error) {
      if (isDatabaseAway(error) || isTooLong(error)) throw error;
      return undefined;
    }
  }

  async #putAway(line: Line, item: Item, error: unknown): Promise<Outcome> {
    const { db, actor, putAway } = this.#settings;
    line.client ??= await db.connectLine();
    return db.runWork(
      line.client,
      actor,
      async () => undefined,
      (work) => putAway(work, item, error),
    );
  }
}
