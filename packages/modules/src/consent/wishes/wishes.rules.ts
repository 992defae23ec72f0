// What a person wishes of being written to and called. Pure. A wish belongs to identifiers: of each the latest holds, and of
// all that somebody holds the strictest, so that a join can only make it quieter. What opens more goes with what the person
// had come in by when they said it; what keeps back stays with each.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import { type ContactChannel, contactChannels, type Stance } from "@somlos/contract/rooms/wishes";
import type { WishRefusal } from "@somlos/contract/rooms/wishes-refusals";
import { addDays, dateAt, momentOf, weekdayOf } from "@somlos/rules/calendar";
import type { PurposeKind } from "../law/sets.rules.ts";

export type Hours = {
  readonly from: number;
  readonly to: number;
  readonly days: readonly number[];
  readonly zone: string;
};
export type Per = "week" | "month";
export type WishName = "hours" | "pause" | "most" | "topic" | "word";
export type WishAct = {
  readonly act: string;
  readonly fp: string;
  readonly saidBy: string | null;
  readonly name: WishName;
  readonly item: string;
  /** Milliseconds since 1970, with their fractions. */
  readonly at: number;
  readonly hours: Hours | null;
  readonly until: Date | null;
  readonly limit: { readonly times: number; readonly per: Per } | null;
  readonly stance: Stance | null;
};
export type Limit = { readonly item: string; readonly times: number; readonly per: Per };
export type Wishes = {
  readonly hours: readonly Hours[];
  readonly until: Date | null;
  readonly most: readonly Limit[];
  readonly topics: ReadonlyMap<string, Stance>;
  readonly words: ReadonlyMap<string, Stance>;
};
export type Contact = { readonly channel: string; readonly at: Date };

const MINUTES_A_DAY = 1440;
const DAY_MS = 86_400_000;
export const WINDOW_MS: Readonly<Record<Per, number>> = { week: 7 * DAY_MS, month: 30 * DAY_MS };
/** A hair longer than the longest that anybody counts. */
export const CONTACTS_KEPT_MS = 31 * DAY_MS;

/** Whether a message is one that a wish can keep back: never about an order or for safety. */
export const isContact = (kind: PurposeKind, channel: PermissionChannel): channel is ContactChannel =>
  kind !== "service" && (contactChannels as readonly string[]).includes(channel);

const keepsBack = ({ hours, until, limit, stance }: WishAct): boolean =>
  hours !== null || until !== null || limit !== null || stance === "declined";

/** Of each identifier the latest act of a name and item, among those that still count. */
function latestOf(acts: readonly WishAct[], held: ReadonlySet<string>): WishAct[] {
  const latest = new Map<string, WishAct>();
  for (const act of acts) {
    if (!held.has(act.fp)) continue;
    if (!keepsBack(act) && act.saidBy !== null && !held.has(act.saidBy)) continue;
    const key = JSON.stringify([act.fp, act.name, act.item]);
    const last = latest.get(key);
    if (last === undefined || act.at > last.at || (act.at === last.at && act.act > last.act))
      latest.set(key, act);
  }
  return [...latest.values()];
}

const stancesOf = (acts: readonly WishAct[], name: WishName): Map<string, Stance> => {
  const of = new Map<string, Stance>();
  for (const { item, stance, ...act } of acts)
    if (act.name === name && stance !== null && of.get(item) !== "declined") of.set(item, stance);
  return of;
};

function limitsOf(acts: readonly WishAct[]): Limit[] {
  const of = new Map<string, Limit>();
  for (const { item, limit } of acts) {
    if (limit === null) continue;
    const key = `${item} ${limit.per}`;
    const other = of.get(key);
    if (other === undefined || limit.times < other.times) of.set(key, { item, ...limit });
  }
  return [...of.values()].sort((a, b) => (`${a.item} ${a.per}` < `${b.item} ${b.per}` ? -1 : 1));
}

/** What holds for somebody who holds these identifiers now. */
export function foldWishes(acts: readonly WishAct[], held: ReadonlySet<string>): Wishes {
  const latest = latestOf(acts, held);
  const spans = new Map(
    latest.flatMap(({ hours }) => (hours === null ? [] : [[JSON.stringify(hours), hours]])),
  );
  const ends = latest.flatMap(({ until }) => (until === null ? [] : [until.getTime()]));
  return {
    hours: [...spans.values()],
    until: ends.length === 0 ? null : new Date(Math.max(...ends)),
    most: limitsOf(latest),
    topics: stancesOf(latest, "topic"),
    words: stancesOf(latest, "word"),
  };
}

/** The end of the quiet that a moment lies in. Quiet that began yesterday may still last. */
function endOfSpan({ from, to, days, zone }: Hours, at: Date): Date | undefined {
  const today = dateAt(at, zone);
  for (const date of [addDays(today, -1), today]) {
    if (!days.includes(weekdayOf(date))) continue;
    const begins = momentOf(date, from, zone);
    const ends = momentOf(date, to > from ? to : to + MINUTES_A_DAY, zone);
    if (begins <= at && at < ends) return ends;
  }
  return undefined;
}

/** Spans that follow on each other are one quiet; more than a fortnight of them is told as that. */
const FOLLOWED = 32;
export function quietUntil(spans: readonly Hours[], at: Date): Date | undefined {
  let end: Date | undefined;
  for (let i = 0; i < FOLLOWED; i++) {
    const from = end ?? at;
    const next = spans
      .map((span) => endOfSpan(span, from))
      .filter((one) => one !== undefined)
      .sort((a, b) => b.getTime() - a.getTime())[0];
    if (next === undefined) return end;
    end = next;
  }
  return end;
}

export const countWithin = (contacts: readonly Contact[], { item, per }: Limit, now: Date): Date[] =>
  contacts
    .filter(
      ({ channel, at }) => (item === "" || item === channel) && at.getTime() > now.getTime() - WINDOW_MS[per],
    )
    .map(({ at }) => at)
    .sort((a, b) => a.getTime() - b.getTime());

/** When there is room again under every limit: when enough of the counted are old enough. */
function fullUntil(
  wishes: Wishes,
  contacts: readonly Contact[],
  channel: string,
  now: Date,
): Date | undefined {
  const ends = wishes.most.flatMap((limit) => {
    if (limit.item !== "" && limit.item !== channel) return [];
    const had = countWithin(contacts, limit, now);
    const blocks = had[had.length - limit.times];
    return blocks === undefined ? [] : [blocks.getTime() + WINDOW_MS[limit.per]];
  });
  return ends.length === 0 ? undefined : new Date(Math.max(...ends));
}

export type Kept = { readonly reason: WishRefusal; readonly until: Date | null };
export type Message = {
  readonly channel: PermissionChannel;
  readonly topics: readonly string[];
  readonly now: Date;
};

/** Why a message waits, or undefined. A letter has no hour. */
export function keptBack(wishes: Wishes, contacts: readonly Contact[], message: Message): Kept | undefined {
  const { channel, topics, now } = message;
  if (wishes.until !== null && wishes.until > now) return { reason: "consent.paused", until: wishes.until };
  if (topics.some((topic) => wishes.topics.get(topic) === "declined"))
    return { reason: "consent.not_interested", until: null };
  const full = fullUntil(wishes, contacts, channel, now);
  if (full !== undefined) return { reason: "consent.often_enough", until: full };
  const quiet = channel === "letter" ? undefined : quietUntil(wishes.hours, now);
  return quiet === undefined ? undefined : { reason: "consent.quiet_hours", until: quiet };
}

export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
