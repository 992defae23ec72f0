// Which table belongs to which kind of data, how it grows, when the disk is full. Pure.
import { type LifetimeKind, type VolumeKind, volumeKinds } from "@somlos/contract/rooms/volume";

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

/** A kind as it stands: what it grows a day, and for how many days it is kept, if not for ever. */
export type Growing = {
  readonly kind: VolumeKind;
  readonly bytes: number;
  readonly aDay: number;
  readonly keptDays: number | undefined;
};

/** Which lifetime ends the growth of a kind; the others are kept for ever. */
const LIFETIMES: Readonly<Partial<Record<VolumeKind, LifetimeKind>>> = {
  bodies: "bodies",
  log: "log",
  parked: "parked",
  imports: "import_refusals",
  mails: "mails",
  acts: "acts",
};

export const growing = (
  items: readonly (Sized & { readonly aDay: number })[],
  days: Readonly<Record<LifetimeKind, number>>,
): Growing[] =>
  items.map(({ kind, bytes, aDay }) => {
    const lifetime = LIFETIMES[kind];
    return { kind, bytes, aDay, keptDays: lifetime === undefined ? undefined : days[lifetime] };
  });

/** Once a kind holds all the days it is kept for, as much goes as comes. */
function bytesIn(days: number, { bytes, aDay, keptDays }: Growing): number {
  const grows =
    keptDays === undefined || aDay <= 0 ? days : Math.min(days, Math.max(0, keptDays - bytes / aDay));
  return Math.max(0, bytes + aDay * grows);
}

const FURTHEST_DAYS = 3650;

/** What it will take if it goes on like this, and in how many days the disk is full; null: not within ten years. */
export function forecast(kinds: readonly Growing[], free: number | undefined) {
  const inDays = (days: number) => kinds.reduce((sum, kind) => sum + bytesIn(days, kind), 0);
  const now = inDays(0);
  let full = 0;
  while (free !== undefined && full <= FURTHEST_DAYS && inDays(full + 1) - now <= free) full++;
  return {
    bytesADay: kinds.reduce((sum, kind) => sum + kind.aDay, 0),
    in30: inDays(30),
    in90: inDays(90),
    fullInDays: free === undefined || full > FURTHEST_DAYS ? null : full,
  };
}
