// A colleague at the desk: rules at random about what was heard, and knows each ruling as the definition wants it.

import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { fingerprint, fingerprintOf, uuid7 } from "@somlos/kernel/ids";
import type { Identifier, Told } from "../../events/index.ts";
import { findNodes } from "../nodes.store.ts";
import { join, keepApart, type Ruled, ruleValue, split, undo, withdraw } from "../rulings/rulings.actions.ts";
import { loadPlan } from "../rulings/rulings.store.ts";
import { small } from "./histories.ts";
import type { Tables } from "./open-tables.ts";
import type { Rule } from "./reference.ts";
import { silenceKey } from "./reference-lanes.ts";

export const staff = { kind: "staff", id: "anna" } as const;

export type Wish = {
  readonly what: "join" | "split" | "apart" | "withdraw" | "one_person" | "blocked" | "undo";
  readonly x: number;
  readonly y: number;
  readonly after: number;
};
const bothOf = (
  [x, y]: readonly [Identifier | undefined, Identifier | undefined],
  go: (pair: readonly [Identifier, Identifier]) => Promise<Ruled>,
): Promise<Ruled> | undefined => (x === undefined || y === undefined ? undefined : go([x, y]));

export type Tally = { readonly done: Record<Wish["what"], number>; readonly refused: Map<string, number> };

export class Desk {
  readonly made = new Map<string, Rule>();
  readonly past: string[] = [];
  readonly #tables: Pick<Tables, "db" | "client">;
  readonly #told: readonly Told[];
  readonly #tally: Tally;
  constructor(tables: Pick<Tables, "db" | "client">, told: readonly Told[], tally: Tally) {
    this.#tables = tables;
    this.#told = told;
    this.#tally = tally;
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
    const done = await this.#tables.db
      .work(staff, async (work) => go[what](work))
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        this.#tally.refused.set(error.code, (this.#tally.refused.get(error.code) ?? 0) + 1);
        return undefined;
      });
    if (done === undefined) return;
    this.#tally.done[what]++;
    if (what === "undo") {
      this.made.delete(done.rulingId);
      return;
    }
    this.past.push(done.rulingId);
    this.made.set(done.rulingId, await this.read(what, done.rulingId));
  }

  async split(work: Work, act: { act: string; reason: string }, one: Identifier, settings: typeof small) {
    const found = await this.#tables.client.query<{ id: string }>(
      one.kind === "visitor"
        ? "select n.id from identity.lanes l join identity.nodes n on n.fp = l.fp where l.device = $1::uuid and l.live limit 1"
        : "select id from identity.nodes where fp = $1::uuid",
      [Buffer.from(one.fp, "latin1").toString("hex")],
    );
    return split(work, act, { id: found.rows[0]?.id ?? "", named: [one] }, settings);
  }

  /** Ties of one ruling are heard in the order of their ends, the stronger first: the reference has other names for lanes. */
  async inOrder(pairs: readonly { readonly a: string; readonly b: string }[]): Promise<[string, string][]> {
    const nodes = await this.#tables.db.read((tx) =>
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
    const found = await this.#tables.client.query(
      "select n.fp, coalesce(p.id, n.id) as id from identity.nodes n left join identity.people p using (component) where n.kind <> 11 order by n.fp",
    );
    return found.rows;
  }

  async read(what: Exclude<Wish["what"], "undo">, id: string): Promise<Rule> {
    const { ends, pairs, values = [] } = await this.#tables.db.read((tx) => loadPlan(tx, id));
    const at = Number(
      (await this.#tables.client.query("select at_ms from identity.rulings where id = $1", [id])).rows[0]
        .at_ms,
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
export function namer(told: readonly Told[]): (fp: string) => string {
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
