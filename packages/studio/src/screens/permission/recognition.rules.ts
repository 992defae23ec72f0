// What the counts of recognition come to: a row of days a channel, gaps kept, and the finding that is the title.

import type { Channel } from "@somlos/contract/rooms/events";
import type { readRecognition } from "@somlos/contract/rooms/seen";
import type { z } from "zod";
import { channelOrder } from "../../channels.tsx";

export type Counted = z.output<NonNullable<(typeof readRecognition)["answer"]>>["items"][number];
export type Counts = { readonly recognised: number; readonly unknown: number; readonly hushed: number };
/** A column of the picture: a day, or a week when the time is long. */
export type Column = Counts & { readonly from: string; readonly all: number };
export type Row = {
  readonly channel: Channel;
  readonly columns: readonly Column[];
  readonly total: Counts & { readonly all: number; readonly rate: number };
};

/** Fewer than this in a column is chance more than a rate: drawn faint. */
export const FEW = 20;
const DAY_MS = 86_400_000;

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const daysBack = (to: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => dayOf(new Date(Date.parse(to) - (count - 1 - i) * DAY_MS)));

const none: Counts = { recognised: 0, unknown: 0, hushed: 0 };
const plus = (a: Counts, b: Counts): Counts => ({
  recognised: a.recognised + b.recognised,
  unknown: a.unknown + b.unknown,
  hushed: a.hushed + b.hushed,
});
export const allOf = ({ recognised, unknown, hushed }: Counts): number => recognised + unknown + hushed;

export function rowsOf(
  items: readonly Counted[],
  days: readonly string[],
  daysAColumn: number,
): readonly Row[] {
  const known = new Map(items.map((one) => [`${one.channel} ${one.day}`, one]));
  return channelOrder.flatMap((channel) => {
    const columns = days.flatMap((from, i) => {
      if (i % daysAColumn !== 0) return [];
      const counts = days
        .slice(i, i + daysAColumn)
        .reduce((sum, day) => plus(sum, known.get(`${channel} ${day}`) ?? none), none);
      return [{ ...counts, from, all: allOf(counts) }];
    });
    const total = columns.reduce<Counts>(plus, none);
    const all = allOf(total);
    return all === 0 ? [] : [{ channel, columns, total: { ...total, all, rate: total.recognised / all } }];
  });
}

/** Told of by files, systems and history: nobody met us in them, so they are in no rate. */
export const toldOf = (items: readonly Counted[]): number => items.reduce((sum, one) => sum + one.told, 0);

export type Finding = {
  readonly rate: number;
  readonly all: number;
  /** Where most is missed, among channels with enough to say so; none when one channel is all there is. */
  readonly least: Row | undefined;
};

export function findingOf(rows: readonly Row[]): Finding | undefined {
  const total = rows.reduce<Counts>((sum, row) => plus(sum, row.total), none);
  const all = allOf(total);
  if (all === 0) return undefined;
  const enough = rows.filter((row) => row.total.all >= FEW);
  const least = enough.length < 2 ? undefined : enough.toSorted((a, b) => a.total.rate - b.total.rate)[0];
  return { rate: total.recognised / all, all, least };
}
