// The lines of the recognition log put by day, and which of them one wants to read. Pure.
import type { SeenLine } from "@somlos/contract/rooms/seen";

export const whichOnes = ["all", "recognised", "opened"] as const;
export type Which = (typeof whichOnes)[number];

export const matches = ({ kind }: Pick<SeenLine, "kind">, which: Which): boolean =>
  which === "all" || (kind === "opened") === (which === "opened");

/** A moment may hold several: what it is, where and by what tells them apart. */
export const keyOf = ({ at, kind, what, channel, by }: SeenLine): string =>
  [at, kind, what, channel, by].join(" ");

/** In the order they come, under the name of their day. */
export function byDay(lines: readonly SeenLine[], dayOf: (at: string) => string): [string, SeenLine[]][] {
  return [...Map.groupBy(lines, ({ at }) => dayOf(at))];
}
