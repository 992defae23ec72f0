// What is kept for how long: the kinds of all rooms, what colleagues chose, and the sweep.
import { Refusal } from "@somlos/contract";
import {
  type Consequence,
  type LifetimeKind,
  type LifetimeLine,
  lifetimeKinds,
} from "@somlos/contract/rooms/volume";
import type { Database, Tx, Work } from "@somlos/kernel/db";
import type { Logger } from "@somlos/kernel/log";
import { mailLifetimes } from "@somlos/kernel/mail";
import {
  type Chosen,
  daysBefore,
  daysNow,
  holdsFrom,
  isInOrder,
  isWithin,
  type Lifetime,
  listChosen,
  saveChosen,
  takeLock,
  tryLock,
} from "@somlos/kernel/operate";
import { auditLifetimes } from "@somlos/modules/access";
import { eventLifetimes } from "@somlos/modules/events";
import { backupsLifetime } from "./backups.lifetime.ts";

/** Any numbers that are ours: one process sweeps, changes come one after the other. */
const SWEEP_LOCK = 7_305_010;
const CHOICE_LOCK = 7_305_011;
const PORTIONS_A_SWEEP = 500;

type Place = { readonly db: Database; readonly home: string };

/** In the order in which they are swept: what points to another goes first. */
const lifetimesOf = (home: string): readonly Lifetime[] => [
  ...eventLifetimes,
  ...mailLifetimes,
  ...auditLifetimes,
  backupsLifetime(home),
];

async function chosenBy(tx: Tx): Promise<ReadonlyMap<string, Chosen>> {
  return new Map((await listChosen(tx)).map((row) => [row.kind, row]));
}

function pick(home: string, kind: string): Lifetime {
  const found = lifetimesOf(home).find((one) => one.kind === kind);
  if (found === undefined) throw new Refusal("retention.unknown");
  return found;
}

/** The days that hold now, of every kind. */
export async function loadDays(
  tx: Tx,
  home: string,
  now: Date,
): Promise<Readonly<Record<LifetimeKind, number>>> {
  const chosen = await chosenBy(tx);
  const days = lifetimesOf(home).map(({ kind, bounds }) => [kind, daysNow(bounds, chosen.get(kind), now)]);
  return Object.fromEntries(days) as Record<LifetimeKind, number>;
}

async function consequenceOf(tx: Tx, lifetime: Lifetime, before: Date): Promise<Consequence> {
  const { rows, bytes } = await lifetime.foresee(tx, before);
  return {
    before: before.toISOString(),
    rows,
    bytes: bytes ?? null,
    wholeMonths: lifetime.wholeMonths ?? false,
  };
}

async function lineOf(
  tx: Tx,
  lifetime: Lifetime,
  chosen: Chosen | undefined,
  now: Date,
): Promise<LifetimeLine> {
  const { kind, bounds } = lifetime;
  const holds = daysNow(bounds, chosen, now);
  return {
    kind,
    ...bounds,
    days: chosen?.days ?? bounds.own,
    holdsFrom: chosen === undefined || holds === chosen.days ? null : holdsFrom(chosen).toISOString(),
    next: await consequenceOf(tx, lifetime, daysBefore(now, holds)),
  };
}

export const lookAtLifetimes = ({ db, home }: Place): Promise<LifetimeLine[]> =>
  db.read(async (tx, now) => {
    const chosen = await chosenBy(tx);
    const lines: LifetimeLine[] = [];
    for (const lifetime of lifetimesOf(home))
      lines.push(await lineOf(tx, lifetime, chosen.get(lifetime.kind), now));
    return lines.sort((a, b) => lifetimeKinds.indexOf(a.kind) - lifetimeKinds.indexOf(b.kind));
  });

export const foresee = ({ db, home }: Place, kind: string, days: number): Promise<Consequence> =>
  db.read((tx, now) => consequenceOf(tx, pick(home, kind), daysBefore(now, days)));

/** Chooses the days of a kind. Gives the line as it stands now, and the days before. */
export async function chooseDays(
  { tx, now }: Work,
  home: string,
  choice: { readonly kind: string; readonly days: number; readonly by: string },
): Promise<{ line: LifetimeLine; before: number }> {
  const lifetime = pick(home, choice.kind);
  const { bounds, kind } = lifetime;
  if (!isWithin(bounds, choice.days))
    throw new Refusal("retention.out_of_bounds", { least: bounds.least, most: bounds.most });
  await takeLock(tx, CHOICE_LOCK);
  const chosen = await chosenBy(tx);
  const wished = Object.fromEntries(
    lifetimesOf(home).map((one) => [one.kind, chosen.get(one.kind)?.days ?? one.bounds.own]),
  ) as Record<LifetimeKind, number>;
  const before = wished[kind];
  if (!isInOrder({ ...wished, [kind]: choice.days })) throw new Refusal("retention.wrong_order");
  const row = {
    kind,
    days: choice.days,
    days_before: daysNow(bounds, chosen.get(kind), now),
    changed_at: now,
  };
  await saveChosen(tx, { ...row, changedBy: choice.by });
  return { line: await lineOf(tx, lifetime, row, now), before };
}

/** Removes what is over, in short transactions. Of many processes one does it, the others pass by. */
export async function sweep(house: Place & { readonly log: Logger }): Promise<Record<string, number>> {
  const { db, home, log } = house;
  const gone: Record<string, number> = {};
  for (const { kind, sweep: remove } of lifetimesOf(home)) {
    for (let portion = 0; portion < PORTIONS_A_SWEEP; portion++) {
      const removed = await db.work({ kind: "system", id: "retention" }, async (work) => {
        if (!(await tryLock(work.tx, SWEEP_LOCK))) return 0;
        const days = await loadDays(work.tx, home, work.now);
        return remove(work, daysBefore(work.now, days[kind]));
      });
      if (removed === 0) break;
      gone[kind] = (gone[kind] ?? 0) + removed;
    }
    if (gone[kind] !== undefined) log.info({ kind, removed: gone[kind] }, "removed what is over");
  }
  return gone;
}
