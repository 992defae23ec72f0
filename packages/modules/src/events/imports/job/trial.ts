// The dry run: everything but the writing. Each event goes through the same rules as a real one.

import { setImmediate as breathe } from "node:timers/promises";
import type { Tried } from "@somlos/contract/rooms/imports";
import type { Tx } from "@somlos/kernel/db";
import type { Naming } from "../../parse/identifiers.rules.ts";
import type { Accepted } from "../../parse/parse.rules.ts";
import { parse } from "../../parse/parse.rules.ts";
import type { Json } from "../mapping/fields.rules.ts";
import type { Made, Portion, Refused } from "./job.ts";
import type { Veil } from "./veil.ts";

const FIRST_REFUSED = 20;
const EXAMPLES = 3;
/** Among so many of the first, examples are looked for that may be shown. */
const LOOKED_AT = 100;
const MOST_KEPT = 1_000_000;
const AT_ONCE = 250;

/** 48 bits of a fingerprint: as good as all of it for counting a million. */
const short = (fp: string): number => Buffer.from(fp, "latin1").readUIntBE(0, 6);

export class Trial {
  readonly #naming: Naming;
  readonly #now: number;
  readonly #keys = new Set<number>();
  readonly #ids = new Map<string, Set<number>>();
  readonly #refused: Refused[] = [];
  readonly #first: Json[] = [];
  readonly #refusedBy: Record<string, number> = {};
  readonly #parkedBy: Record<string, number> = {};
  readonly #counts = {
    rows: 0,
    events: 0,
    accepted: 0,
    duplicates: 0,
    parked: 0,
    dropped: 0,
    refused: 0,
    sameLines: 0,
  };
  #kept = 0;

  constructor(naming: Naming, now: number) {
    this.#naming = naming;
    this.#now = now;
  }

  get rows(): number {
    return this.#counts.rows;
  }

  async count(portion: Portion): Promise<void> {
    this.refuse(portion.refused);
    this.#counts.rows += portion.rows;
    this.#counts.sameLines += portion.sameLines;
    for (let from = 0; from < portion.made.length; from += AT_ONCE) {
      for (const made of portion.made.slice(from, from + AT_ONCE)) this.#one(made);
      await breathe();
    }
  }

  refuse(rows: readonly Refused[]): void {
    this.#counts.refused += rows.length;
    for (const row of rows) {
      this.#refusedBy[row.code] = (this.#refusedBy[row.code] ?? 0) + 1;
      if (this.#refused.length < FIRST_REFUSED) this.#refused.push(row);
    }
  }

  /** Rows that were read while they were sorted. */
  sorted(rows: number): void {
    this.#counts.rows = rows;
  }

  #one({ message }: Made): void {
    this.#counts.events++;
    if (this.#first.length < LOOKED_AT) this.#first.push(message);
    const parsed = parse(message, {
      naming: this.#naming,
      sourceId: 0,
      trust: "proven",
      channel: "import",
      receivedAt: this.#now,
      sentAt: undefined,
      newId: () => "",
      suspicious: true,
    });
    if ("fit" in parsed) this.#fit(parsed.fit);
    else {
      this.#counts.parked++;
      this.#parkedBy[parsed.unfit.code] = (this.#parkedBy[parsed.unfit.code] ?? 0) + 1;
    }
  }

  #fit(event: Accepted): void {
    if (!this.#isNew(this.#keys, event.key)) {
      this.#counts.duplicates++;
      return;
    }
    this.#counts.accepted++;
    for (const id of [event.login, event.device, ...event.ids]) {
      if (id === undefined) continue;
      const known = this.#ids.get(id.kind) ?? new Set<number>();
      this.#ids.set(id.kind, known);
      this.#isNew(known, id.fp);
    }
  }

  #isNew(known: Set<number>, fp: string): boolean {
    const key = short(fp);
    if (known.has(key)) return false;
    if (this.#kept >= MOST_KEPT * 2) return true;
    known.add(key);
    this.#kept++;
    return true;
  }

  /** What is kept of it: in the transaction that writes it is asked who must be left alone. */
  async result(tx: Tx, now: Date, veil: Veil, sentenceOf: (code: string) => string): Promise<Tried> {
    const { rows } = await veil.rows(tx, this.#refused, now);
    return {
      counts: this.#counts,
      refusedBy: this.#refusedBy,
      parkedBy: this.#parkedBy,
      identifiers: Object.fromEntries([...this.#ids].map(([kind, known]) => [kind, known.size])),
      atLeast: this.#kept >= MOST_KEPT * 2,
      firstRefused: rows.map((row) => ({ ...row, sentence: sentenceOf(row.code) })),
      examples: await veil.examples(tx, this.#first, EXAMPLES, now),
    };
  }
}
