// What becomes of wishes to move something, given what is there. Pure: (wishes, balances, what is known of their ids) → what
// is written and what is answered.
import type { LedgerRefusal } from "@somlos/contract/rooms/ledger-refusals";
import { fingerprint, uuidOf } from "@somlos/kernel/ids";
import { type Account, accountOf, type Holder } from "./accounts.rules.ts";

export type TransferWish = {
  /** Uuid by the client: said again it changes nothing. */
  readonly id: string;
  readonly unit: string;
  readonly from: Holder;
  readonly to: Holder;
  /** Whole units, 1 to 2^53 − 1. */
  readonly amount: number;
  /** What it is for: `stock.hold`. */
  readonly cause: string;
  /** It waits until it is posted or given up, or until then; null: for ever. Without it, it moves at once. */
  readonly pending?: { readonly until: Date | null };
};

export type TransferState = "pending" | "posted" | "voided" | "expired";
export type Stored = {
  readonly id: string;
  readonly input: string;
  readonly debit: string;
  readonly credit: string;
  readonly unit: string;
  readonly amount: number;
  readonly moved: number | null;
  readonly undone: number;
  readonly state: TransferState;
  readonly cause: string;
  readonly reverses: string | null;
  readonly until: Date | null;
};

/** What is held of an account, and what left it for some cause. */
export type Flow = { readonly held: number; readonly left: number };
export type Longer = { readonly id: string; readonly until: Date };
export type Balance = { readonly posted: number; readonly reserved: number; readonly mayOwe: boolean };
export type NewTransfer = Pick<
  Stored,
  "id" | "input" | "debit" | "credit" | "amount" | "cause" | "reverses" | "until"
> & { readonly state: "pending" | "posted" };

/** `again`: the same was asked before; `state` is what it has come to, `until` when a pending one ends by itself. */
export type Outcome =
  | {
      readonly id: string;
      readonly state: TransferState;
      readonly again: boolean;
      readonly until: Date | null;
    }
  | { readonly id: string; readonly refused: LedgerRefusal };

/** What was asked: when a pending one ends is no part of it, since who asks again asks later. */
const inputOf = (parts: readonly unknown[]): string =>
  uuidOf(fingerprint("ledger input", JSON.stringify(parts)));

export type Planned = { readonly wish: NewTransfer; readonly accounts: readonly [Account, Account] };

export function planOf(wish: TransferWish): Planned {
  const { id, unit, from, to, amount, cause, pending } = wish;
  const [debit, credit] = [accountOf(unit, from, id), accountOf(unit, to, id)];
  const state = pending === undefined ? "posted" : "pending";
  const input = inputOf([unit, from, to, amount, cause, state]);
  return {
    wish: {
      ...{ id, input, debit: debit.id, credit: credit.id, amount, cause, state },
      ...{ reverses: null, until: pending?.until ?? null },
    },
    accounts: [debit, credit],
  };
}

/** What somebody has is set to what was counted: the difference comes from whoever issues, or goes there, under this id. */
export type Level = {
  readonly id: string;
  readonly unit: string;
  readonly holder: Holder;
  readonly issuer: Holder;
  readonly cause: string;
};
type PlannedLevel = {
  readonly id: string;
  readonly cause: string;
  readonly accounts: readonly [Account, Account];
};
export const levelOf = ({ id, unit, holder, issuer, cause }: Level): PlannedLevel => ({
  ...{ id, cause, accounts: [accountOf(unit, holder, id), accountOf(unit, issuer, id)] },
});

/** What is held stays held: nobody is set below that, and what is missing then shows once it is let go. */
export const decideLevels = (
  levels: readonly PlannedLevel[],
  balances: ReadonlyMap<string, Balance>,
  counted: readonly number[],
): readonly NewTransfer[] =>
  levels.flatMap(({ id, cause, accounts: [holder, issuer] }, i) => {
    const { posted = 0, reserved = 0 } = balances.get(holder.id) ?? {};
    const more = Math.max(counted[i] ?? 0, reserved) - posted;
    const [debit, credit] = more > 0 ? [issuer.id, holder.id] : [holder.id, issuer.id];
    const amount = Math.abs(more);
    const input = inputOf(["level", holder.id, more]);
    const rest = { cause, state: "posted" as const, reverses: null, until: null };
    return amount === 0 ? [] : [{ id, input, debit, credit, amount, ...rest }];
  });

/** Back the way that was gone. */
export const planInverse = (id: string, of: Stored, amount: number): NewTransfer => ({
  ...{ id, input: inputOf(["inverse", of.id, amount]), debit: of.credit, credit: of.debit, amount },
  ...{ cause: of.cause, state: "posted", reverses: of.id, until: null },
});

export const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 1;

/** The balances of a batch as it goes along. */
export class Books {
  readonly #left = new Map<string, number>();
  constructor(balances: ReadonlyMap<string, Balance>) {
    for (const [id, { posted, reserved, mayOwe }] of balances)
      this.#left.set(id, mayOwe ? Number.POSITIVE_INFINITY : posted - reserved);
  }
  has(account: string, amount: number): boolean {
    return (this.#left.get(account) ?? 0) >= amount;
  }
  take({ debit, credit, amount, state }: NewTransfer): void {
    this.#left.set(debit, (this.#left.get(debit) ?? 0) - amount);
    if (state === "posted") this.#left.set(credit, (this.#left.get(credit) ?? 0) + amount);
  }
}

export type Decided = { readonly outcomes: readonly Outcome[]; readonly made: readonly NewTransfer[] };

/** Why it cannot be; undefined: it can. */
function whyNot(wish: NewTransfer, books: Books, now: Date): LedgerRefusal | undefined {
  if (!isAmount(wish.amount)) return "ledger.amount_bad";
  if (wish.until !== null && wish.until <= now) return "ledger.over";
  return books.has(wish.debit, wish.amount) ? undefined : "ledger.not_enough";
}

const untilOf = ({ state, until }: Pick<Stored, "state" | "until">): Date | null =>
  state === "pending" ? until : null;

/** In the order asked; who asks for more than is there is refused, and those after may still get theirs. */
export function decideTransfers(
  wishes: readonly NewTransfer[],
  balances: ReadonlyMap<string, Balance>,
  known: ReadonlyMap<string, Pick<Stored, "input" | "state" | "until">>,
  now: Date,
): Decided {
  const books = new Books(balances);
  const made = new Map<string, NewTransfer>();
  const decide = (wish: NewTransfer): Outcome => {
    const { id, input, state } = wish;
    const before = known.get(id) ?? made.get(id);
    if (before !== undefined)
      return before.input === input
        ? { id, state: before.state, again: true, until: untilOf(before) }
        : { id, refused: "ledger.other_input" };
    const refused = whyNot(wish, books, now);
    if (refused !== undefined) return { id, refused };
    books.take(wish);
    made.set(id, wish);
    return { id, state, again: false, until: untilOf(wish) };
  };
  return { outcomes: wishes.map(decide), made: [...made.values()] };
}

export type Ending =
  | {
      readonly id: string;
      readonly to: "posted" /** Less than was held: the rest is let go. */;
      readonly amount?: number;
    }
  | { readonly id: string; readonly to: "voided" };
export type Ended = { readonly id: string; readonly state: TransferState; readonly moved: number | null };

const isOver = ({ state, until }: Stored, now: Date): boolean =>
  state === "pending" && until !== null && until <= now;

function endOne(ending: Ending, stored: Stored | undefined, now: Date): Ended | Outcome {
  const { id } = ending;
  if (stored === undefined) return { id, refused: "ledger.unknown" };
  const moved = ending.to === "posted" ? (ending.amount ?? stored.amount) : null;
  if (moved !== null && (!isAmount(moved) || moved > stored.amount))
    return { id, refused: "ledger.amount_bad" };
  if (stored.state === "expired" && ending.to === "voided")
    return { id, state: "expired", again: true, until: null };
  if (isOver(stored, now)) return { id, state: "expired", moved: null };
  if (stored.state === "pending") return { id, state: ending.to, moved };
  if (stored.state === ending.to && stored.moved === moved)
    return { id, state: stored.state, again: true, until: null };
  return { id, refused: "ledger.over" };
}

/** What becomes of pending transfers that are posted or given up; one whose time is over expires, and its asker is refused. */
export function decideEndings(
  endings: readonly Ending[],
  known: ReadonlyMap<string, Stored>,
  now: Date,
): { readonly outcomes: readonly Outcome[]; readonly ended: readonly Ended[] } {
  const soFar = new Map(known);
  const ended: Ended[] = [];
  const outcomes = endings.map((ending): Outcome => {
    const one = endOne(ending, soFar.get(ending.id), now);
    if (!("moved" in one)) return one;
    const stored = soFar.get(ending.id);
    if (stored !== undefined) soFar.set(ending.id, { ...stored, state: one.state, moved: one.moved });
    ended.push(one);
    return one.state === "expired" && ending.to === "posted"
      ? { id: one.id, refused: "ledger.over" }
      : { id: one.id, state: one.state, again: false, until: null };
  });
  return { outcomes, ended };
}

/** How much of a transfer can still go back. */
export const undoable = ({ moved, undone }: Stored): number => (moved ?? 0) - undone;
