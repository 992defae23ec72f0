// The plain reading of the ledger, for its laws: a list of transfers, and balances counted anew from all of them each time.
import type { Holder } from "../accounts.rules.ts";
import type { Ending, Level, TransferWish } from "../transfers.rules.ts";

type Line = {
  readonly wish: TransferWish;
  readonly reverses: string | undefined;
  state: "pending" | "posted" | "voided" | "expired";
  moved: number;
  until: Date | null;
};
const named = ({ kind, holder }: Holder): string => `${kind} ${holder}`;
const asked = ({ unit, from, to, amount, cause, pending }: TransferWish, reverses: string | undefined) =>
  JSON.stringify([unit, named(from), named(to), amount, cause, pending !== undefined, reverses]);

export class Reference {
  readonly lines = new Map<string, Line>();

  pass(now: Date): void {
    for (const line of this.lines.values())
      if (line.state === "pending" && line.until !== null && line.until <= now) line.state = "expired";
  }
  posted(unit: string, who: Holder): number {
    let sum = 0;
    for (const { wish, moved } of this.lines.values()) {
      if (wish.unit !== unit) continue;
      if (named(wish.from) === named(who)) sum -= moved;
      if (named(wish.to) === named(who)) sum += moved;
    }
    return sum;
  }
  available(unit: string, who: Holder): number {
    const held = [...this.lines.values()].filter(
      ({ wish, state }) => state === "pending" && wish.unit === unit && named(wish.from) === named(who),
    );
    return this.posted(unit, who) - held.reduce((all, { wish }) => all + wish.amount, 0);
  }

  #whyNot({ unit, from, amount, pending }: TransferWish, now: Date): string | undefined {
    if (!Number.isSafeInteger(amount) || amount < 1) return "ledger.amount_bad";
    const until = pending?.until ?? null;
    if (until !== null && until <= now) return "ledger.over";
    return from.kind !== "issuer" && this.available(unit, from) < amount ? "ledger.not_enough" : undefined;
  }

  transfer(wish: TransferWish, now: Date, reverses?: string): string {
    this.pass(now);
    const before = this.lines.get(wish.id);
    if (before !== undefined)
      return asked(before.wish, before.reverses) === asked(wish, reverses)
        ? before.state
        : "ledger.other_input";
    const refused = this.#whyNot(wish, now);
    if (refused !== undefined) return refused;
    const state = wish.pending === undefined ? "posted" : "pending";
    const moved = state === "posted" ? wish.amount : 0;
    this.lines.set(wish.id, { wish, reverses, state, moved, until: wish.pending?.until ?? null });
    return state;
  }

  /** Set to what was counted, though never below what is held; the difference comes from the issuer, or goes there. */
  count({ id, unit, holder, issuer, cause }: Level, counted: number, now: Date): void {
    this.pass(now);
    const held = this.posted(unit, holder) - this.available(unit, holder);
    const more = Math.max(counted, held) - this.posted(unit, holder);
    if (more === 0 || this.lines.has(id)) return;
    const [from, to] = more > 0 ? [issuer, holder] : [holder, issuer];
    const amount = Math.abs(more);
    const wish = { id, unit, from, to, amount, cause };
    this.lines.set(id, { wish, reverses: "a count", state: "posted", moved: amount, until: null });
  }

  settle(ending: Ending, now: Date): string {
    this.pass(now);
    const line = this.lines.get(ending.id);
    if (line === undefined) return "ledger.unknown";
    const moved = ending.to === "posted" ? (ending.amount ?? line.wish.amount) : 0;
    if (ending.to === "posted" && (moved < 1 || moved > line.wish.amount)) return "ledger.amount_bad";
    if (line.state === "pending") {
      line.state = ending.to;
      line.moved = moved;
      return line.state;
    }
    if (line.state === "expired" && ending.to === "voided") return "expired";
    return line.state === ending.to && line.moved === moved ? line.state : "ledger.over";
  }

  extend(id: string, until: Date, now: Date): void {
    this.pass(now);
    const line = this.lines.get(id);
    if (line?.state === "pending" && line.until !== null && line.until < until) line.until = until;
  }

  reverse(id: string, of: string, amount: number | undefined, now: Date): string {
    this.pass(now);
    const line = this.lines.get(of);
    if (line === undefined) return "ledger.unknown";
    if (line.state !== "posted") return "ledger.over";
    const undone = [...this.lines.values()].filter(({ reverses }) => reverses === of);
    const left = line.moved - undone.reduce((all, { moved }) => all + moved, 0);
    const before = this.lines.get(id);
    const back = amount ?? before?.wish.amount ?? left;
    if (before === undefined && back > left) return "ledger.amount_bad";
    const { unit, from, to, cause } = line.wish;
    return this.transfer({ id, unit, from: to, to: from, amount: back, cause }, now, of);
  }
}
