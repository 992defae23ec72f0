// What the answer about reach comes to on the screen: bars by purpose, withdrawals by month with months without any.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { ReachFound } from "@somlos/contract/rooms/consent-reach";

export type { ReachFound };

type Item = ReachFound["items"][number];
type No = ReachFound["noes"][number];

/** More than half of all customers: the mark of the trade. */
export const MARK = 0.5;

export type Group = { readonly purpose: string | null; readonly items: readonly Item[] };

/** Any purpose first, then each; the widest channel first. */
export function groupsOf(items: readonly Item[]): readonly Group[] {
  const purposes = [...new Set(items.map((one) => one.purpose))].toSorted((a, b) =>
    (a ?? "").localeCompare(b ?? ""),
  );
  return purposes.map((purpose) => ({
    purpose,
    items: items.filter((one) => one.purpose === purpose).toSorted((a, b) => b.people - a.people),
  }));
}

/** Points of a curve from the least to the most; a day without a figure breaks it, and a lone one is a short line. */
export function curveOf(
  values: readonly (number | undefined)[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly string[] {
  const told = values.filter((value) => value !== undefined);
  const [least, most] = [Math.min(...told), Math.max(...told)];
  const step = width / Math.max(1, values.length - 1);
  const y = (value: number) =>
    most === least ? height / 2 : 2 + (1 - (value - least) / (most - least)) * (height - 4);
  const point = (x: number, value: number) => `${Number(x.toFixed(1))},${Number(y(value).toFixed(1))}`;
  const parts: string[][] = [[]];
  for (const [i, value] of values.entries())
    if (value === undefined) parts.push([]);
    else parts.at(-1)?.push(point(i * step, value));
  return parts.flatMap((part) => {
    const [only] = part;
    if (only === undefined) return [];
    const [x = "0", at = "0"] = only.split(",");
    return part.length > 1 ? [part.join(" ")] : [`${Math.max(0, Number(x) - 3)},${at} ${only}`];
  });
}

export type Month = { readonly month: string; readonly fromMessage: number; readonly otherwise: number };

const monthBefore = (at: Date, back: number): string =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1)).toISOString().slice(0, 7);

/** The twelve months up to now, and the begun one a year ago when something lies in it. */
export function monthsOf(noes: readonly No[], at: Date): readonly Month[] {
  const sum = (month: string, fromMessage: boolean): number =>
    noes
      .filter((no) => no.month === month && no.fromMessage === fromMessage)
      .reduce((all, no) => all + no.noes, 0);
  const all = Array.from({ length: 13 }, (_, i) => monthBefore(at, 12 - i)).map((month) => ({
    month,
    fromMessage: sum(month, true),
    otherwise: sum(month, false),
  }));
  const [first, ...rest] = all;
  return first !== undefined && first.fromMessage + first.otherwise > 0 ? all : rest;
}

export type ByChannel = { readonly channel: PermissionChannel | null; readonly noes: number };

export function channelsOf(noes: readonly No[]): readonly ByChannel[] {
  const sums = new Map<PermissionChannel | null, number>();
  for (const { channel, noes: n } of noes) sums.set(channel, (sums.get(channel) ?? 0) + n);
  return [...sums].map(([channel, n]) => ({ channel, noes: n })).toSorted((a, b) => b.noes - a.noes);
}
