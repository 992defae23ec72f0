// How many of something can be promised at a place, and how that is told: never more than is known. Pure.

/** What somebody counted, and when. */
export type Count = { readonly onHand: number; readonly countedAt: Date };
/** How a place promises: so many are kept back, and a count older than that says nothing. */
export type Terms = { readonly margin: number; readonly staleMinutes: number };
/** What is held for somebody now, and what left since the count (less what came back). */
export type Flow = { readonly held: number; readonly left: number };

/** What can be promised in all, to those who hold some already and to others; undefined: nobody knows. */
export function promisable(
  count: Count | undefined,
  left: number,
  { margin, staleMinutes }: Terms,
  now: Date,
): number | undefined {
  if (count === undefined || now.getTime() - count.countedAt.getTime() > staleMinutes * 60_000)
    return undefined;
  return Math.max(0, count.onHand - left - margin);
}

export type StockState = "in_stock" | "few" | "out" | "unknown";
export type Truth = {
  readonly state: StockState;
  /** How many can still be promised, at most `MOST_TOLD`; null: unknown. */
  readonly quantity: number | null;
  /** There are more than that. */
  readonly more: boolean;
  /** It was counted a while ago: say "about". */
  readonly about: boolean;
};

const FEW = 3;
/** Larger figures help nobody choose, and tell others how much is in the house. */
export const MOST_TOLD = 20;
const FRESH_MS = 300_000;

/** As customers are told. */
export function truthOf(count: Count | undefined, flow: Flow, terms: Terms, now: Date): Truth {
  const all = promisable(count, flow.left, terms, now);
  if (count === undefined || all === undefined)
    return { state: "unknown", quantity: null, more: false, about: true };
  const left = Math.max(0, all - flow.held);
  return {
    state: left === 0 ? "out" : left <= FEW ? "few" : "in_stock",
    quantity: Math.min(left, MOST_TOLD),
    more: left > MOST_TOLD,
    about: now.getTime() - count.countedAt.getTime() > FRESH_MS,
  };
}
