// Wishes as lines that can be laid side by side. Pure.
import type { Holds } from "@somlos/contract/rooms/identity-holds";
import { clockOf, type Wishes } from "../wishes/wishes.rules.ts";

type Line = Pick<Holds["wishes"][number], "name" | "item"> & { readonly value: string };

/** By name and item, what holds. */
export function wishesOf(
  { hours, until, most, topics, words }: Wishes,
  now: Date,
): ReadonlyMap<string, Line> {
  const spans = hours.map(({ from, to, days }) => `${clockOf(from)}-${clockOf(to)} ${days.join("")}`).sort();
  const lines: Line[] = [
    ...(spans.length === 0 ? [] : [{ name: "hours", item: "", value: spans.join(", ") } as const]),
    ...(until === null || until <= now
      ? []
      : [{ name: "pause", item: "", value: until.toISOString() } as const]),
    ...most.map(({ item, times, per }) => ({ name: "most", item, value: `${times} ${per}` }) as const),
    ...[...topics].map(([item, value]) => ({ name: "topic", item, value }) as const),
    ...[...words].map(([item, value]) => ({ name: "word", item, value }) as const),
  ];
  const keyOf = ({ name, item, value }: Line) =>
    `${name} ${item} ${name === "most" ? value.split(" ")[1] : ""}`;
  return new Map(lines.map((line) => [keyOf(line), line]));
}
