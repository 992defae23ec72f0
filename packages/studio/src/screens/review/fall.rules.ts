// The waterfall of a pair as geometry: where each step begins and ends, on one scale.
import type { MatchWhole } from "@somlos/contract/rooms/matches";

export type Step = { readonly from: number; readonly to: number };
export type Fall = {
  readonly start: Step;
  /** One a bar, in the order of the bars. */
  readonly bars: readonly Step[];
  /** What they say together. */
  readonly together: Step;
  readonly end: Step;
  /** Place of a weight on the scale, 0 to 100. */
  place(bits: number): number;
};

type Bar = MatchWhole["bars"][number];

/** Columns in the order that a person is spoken of; those nobody foresaw come last. */
export function inOrder(bars: readonly Bar[], columns: readonly string[]): Bar[] {
  const rank = ({ column }: Bar): number => columns.indexOf(column) + 1 || columns.length + 1;
  return [...bars].sort((one, other) => rank(one) - rank(other));
}

const ROOM = 0.04;

type Weighed = Pick<MatchWhole, "start" | "bits" | "threshold"> & {
  readonly bars: readonly Pick<Bar, "bits">[];
  readonly together: Pick<MatchWhole["together"], "bits">;
};

export function fallOf({ start, bars, together, bits, threshold }: Weighed): Fall {
  const steps: Step[] = [];
  let at = start;
  for (const bar of bars) {
    steps.push({ from: at, to: at + bar.bits });
    at += bar.bits;
  }
  const last = { from: at, to: at + together.bits };
  const all = [0, threshold, bits, start, last.to, ...steps.map((step) => step.to)];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(1, most - least) * ROOM;
  const width = Math.max(1, most - least) + 2 * room;
  return {
    start: { from: 0, to: start },
    bars: steps,
    together: last,
    end: { from: 0, to: bits },
    place: (value) => ((value - least + room) / width) * 100,
  };
}

/** Odds in figures that can be said: 1 024 is "1 000", 3 456 789 is "3 000 000". */
export function roundOdds(bits: number): number {
  const odds = 2 ** Math.abs(bits);
  const size = 10 ** Math.floor(Math.log10(odds));
  return Math.max(1, Math.round(odds / size) * size);
}

/** From here on figures say nothing any more. */
export const CERTAIN_BITS = 30;
