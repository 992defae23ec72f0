// Which table belongs to which kind of data, how it grows, when the disk is full. Pure.
import { type VolumeKind, volumeKinds } from "@somlos/contract/rooms/volume";

const KINDS: readonly (readonly [RegExp, VolumeKind])[] = [
  [/^events\.bodies$/, "bodies"],
  [/^events\.(log|flushes)$/, "log"],
  [/^events\.seen$/, "seen"],
  [/^events\.parked$/, "parked"],
  [/^events\.import/, "imports"],
  [/^identity\./, "identity"],
  [/^profiles\./, "facts"],
  [/^kernel\.mails$/, "mails"],
  [/^access\.acts$/, "acts"],
];
const kindOf = (place: string): VolumeKind => KINDS.find(([pattern]) => pattern.test(place))?.[1] ?? "other";

export type Sized = { readonly kind: VolumeKind; readonly rows: number; readonly bytes: number };

/** Tables as kinds, largest first. */
export function byKind(
  tables: readonly { readonly place: string; readonly rows: number; readonly bytes: number }[],
): Sized[] {
  const sums = new Map<VolumeKind, { rows: number; bytes: number }>(
    volumeKinds.map((kind) => [kind, { rows: 0, bytes: 0 }]),
  );
  for (const { place, rows, bytes } of tables) {
    const sum = sums.get(kindOf(place));
    if (sum === undefined) continue;
    sum.rows += rows;
    sum.bytes += bytes;
  }
  return [...sums].map(([kind, sum]) => ({ kind, ...sum })).sort((a, b) => b.bytes - a.bytes);
}

export type Day = { readonly day: string; readonly bytes: number };

/** Of one day the bytes of all kinds. */
export const totals = (rows: readonly { readonly day: string; readonly bytes: number }[]): Day[] =>
  [...Map.groupBy(rows, (row) => row.day)]
    .map(([day, own]) => ({ day, bytes: own.reduce((sum, row) => sum + row.bytes, 0) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));

const DAY_MS = 86_400_000;
const LOOK_BACK = 30;
const FEWEST_DAYS = 3;

/**
 * Bytes a day over the last thirty days, by the median of the steps from day to day: one import or one dropped month does not
 * tell the future. Undefined before there are three days.
 */
export function growth(days: readonly Day[]): number | undefined {
  const recent = days.slice(-LOOK_BACK - 1);
  if (recent.length < FEWEST_DAYS) return undefined;
  const steps = recent
    .slice(1)
    .map((day, i) => {
      const before = recent[i];
      if (before === undefined) return 0;
      return (
        (day.bytes - before.bytes) / Math.max(1, (Date.parse(day.day) - Date.parse(before.day)) / DAY_MS)
      );
    })
    .sort((a, b) => a - b);
  const middle = steps.length >> 1;
  const upper = steps[middle] ?? 0;
  return steps.length % 2 === 1 ? upper : (upper + (steps[middle - 1] ?? upper)) / 2;
}

/** What it will take if it goes on like this, and in how many days the disk is full. */
export function forecast(bytes: number, aDay: number, free: number | undefined) {
  return {
    bytesADay: aDay,
    in30: Math.max(0, bytes + 30 * aDay),
    in90: Math.max(0, bytes + 90 * aDay),
    fullInDays: free === undefined || aDay <= 0 ? null : Math.floor(free / aDay),
  };
}
