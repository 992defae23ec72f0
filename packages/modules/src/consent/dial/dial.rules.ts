// What the dial says of an event. Pure. Two moments count, and the stricter holds: when it happened, and now; so what was
// kept back by a till that was offline stays as quiet as the person was then, and as they are now.
import type { DialLevel } from "@somlos/contract/rooms/dial";
import { dialPlaces } from "@somlos/contract/rooms/dial-places";
import type { Channel } from "@somlos/contract/rooms/events";

/** Four hours without activity end a visit. */
export const VISIT_MS = 4 * 3_600_000;

export type DialAct = {
  readonly act: string;
  readonly fp: string;
  /** What the person had come in with who said it of all that was theirs; null: of this identifier. */
  readonly saidBy: string | null;
  readonly channel: Channel;
  readonly level: DialLevel;
  readonly kinds: readonly string[] | null;
  /** Milliseconds since 1970, with their fractions: of two choices of one millisecond the later holds. */
  readonly at: number;
  readonly until: number | null;
  /** The one location where it holds. */
  readonly only: string | null;
  /** Of a visit: the last that happened in it, and when the person signed out. */
  readonly lastAt: number | null;
  readonly endedAt: number | null;
};

/** What is asked about. */
export type Moment = {
  readonly at: number;
  readonly place: string | undefined;
  /** Kinds of identifier that it would be recognised by. */
  readonly kinds: readonly string[];
  readonly asked: boolean;
};

const inOrder = (a: DialAct, b: DialAct): number =>
  a.at - b.at || strictness(a.level) - strictness(b.level) || (a.act < b.act ? -1 : 1);

const ORDER: readonly DialLevel[] = ["always", "today", "visit", "asked", "never"];
/** The higher, the quieter. */
export const strictness = (level: DialLevel): number => ORDER.indexOf(level);

/** Whether a visit or a day was still going on. */
export function isAlive(act: DialAct, at: number): boolean {
  if (act.level === "today") return act.until !== null && at < act.until;
  if (act.level !== "visit") return true;
  const last = Math.max(act.at, act.lastAt ?? act.at);
  return at <= last + VISIT_MS && (act.endedAt === null || at <= act.endedAt);
}

/** A visit or a day that is over: the person has to say so again. */
export const levelAt = (act: DialAct, at: number): DialLevel => (isAlive(act, at) ? act.level : "asked");

const fits = (act: DialAct, moment: Moment): boolean =>
  act.kinds === null || moment.kinds.every((kind) => act.kinds?.includes(kind) === true);

function permits(act: DialAct, moment: Moment): boolean {
  const level = levelAt(act, moment.at);
  if (level === "never") return false;
  return fits(act, moment) && (level !== "asked" || moment.asked);
}

export type Said = {
  /** Undefined: this identifier says nothing about this channel. */
  readonly permitted: boolean | undefined;
  /** Visits that it took part in. */
  readonly visits: readonly DialAct[];
};

const SILENT: Said = { permitted: undefined, visits: [] };

/** What the acts of one identifier in one channel say of an event. */
export function judge(acts: readonly DialAct[], moment: Moment): Said {
  const sorted = [...acts].sort(inOrder);
  const now = sorted.findLast(({ only }) => only === null);
  const once = sorted.findLast(
    (act) =>
      act.only !== null &&
      act.only === moment.place &&
      act.at <= moment.at &&
      (now === undefined || inOrder(now, act) < 0),
  );
  if (once !== undefined && isAlive(once, moment.at)) return { permitted: true, visits: [once] };
  if (now === undefined) return SILENT;
  const then = sorted.findLast(({ only, at }) => only === null && at <= moment.at);
  // A visit or a day begins when it is said: what happened before goes by what held before.
  const begins = now.until !== null || now.level === "visit";
  const counted = [...(begins && now.at > moment.at ? [] : [now]), ...(then === undefined ? [] : [then])];
  const permitted = counted.every((act) => permits(act, moment));
  return { permitted, visits: permitted && now.level === "visit" && now.at <= moment.at ? [now] : [] };
}

/** What stands in a store goes by what was said of stores, where nothing was said of it. */
const inStores: ReadonlySet<Channel> = new Set(dialPlaces.store.filter((channel) => channel !== "store"));

/** What lets somebody be recognised goes with what they had come in by; what keeps quiet stays with each identifier. */
export const actsHeldBy = (acts: readonly DialAct[], held: ReadonlySet<string>): readonly DialAct[] =>
  acts.filter(
    ({ saidBy, level }) => saidBy === null || held.has(saidBy) || level === "never" || level === "asked",
  );

/** The channels whose acts may speak of an event in one. */
export const channelsFor = (channel: Channel): readonly Channel[] =>
  inStores.has(channel) ? [channel, "store"] : [channel];

/** Of one identifier, the acts that speak of a channel: its own, and those of the store around it where it has none. */
export function actsFor(acts: readonly DialAct[], channel: Channel): readonly DialAct[] {
  const own = acts.filter((act) => act.channel === channel);
  if (own.some(({ only }) => only === null)) return own;
  return [...own, ...acts.filter((act) => inStores.has(channel) && act.channel === "store")];
}

export type Effective = {
  readonly level: DialLevel;
  readonly kinds: readonly string[] | null;
  readonly since: number | null;
  readonly until: number | null;
};

/** People are known until they say no. Only their presence is written down of none but those who chose it: `tellsPresence`. */
const LEVEL_OF_EVERYONE: DialLevel = "always";

/** What holds in a channel now for somebody with these acts: the strictest of their identifiers. */
export function stateOf(acts: readonly DialAct[], channel: Channel, now: number): Effective {
  const latest = [...Map.groupBy(acts, ({ fp }) => fp).values()].flatMap((own) => {
    const last = [...actsFor(own, channel)].sort(inOrder).findLast(({ only }) => only === null);
    return last === undefined ? [] : [last];
  });
  const level = (act: DialAct) => strictness(levelAt(act, now));
  const strictest = latest.reduce<DialAct | undefined>(
    (a, b) => (a === undefined || level(b) > level(a) ? b : a),
    undefined,
  );
  if (strictest === undefined) return { level: LEVEL_OF_EVERYONE, kinds: null, since: null, until: null };
  const lists = latest.flatMap(({ kinds }) => (kinds === null ? [] : [kinds]));
  const kinds = lists.length === 0 ? null : lists.reduce((a, b) => a.filter((kind) => b.includes(kind)));
  const { at: since, until } = strictest;
  return { level: levelAt(strictest, now), kinds, since, until: isAlive(strictest, now) ? until : null };
}

const fewer = (a: Effective["kinds"], b: Effective["kinds"]): Effective["kinds"] =>
  a === null || b === null ? (a ?? b) : a.filter((kind) => b.includes(kind));

/** What holds where several legal entities share: the strictest of what holds with each, by what all of them may know. */
export const strictestOf = (states: readonly Effective[]): Effective =>
  states.reduce((a, b) => ({
    ...(strictness(b.level) > strictness(a.level) ? b : a),
    kinds: fewer(a.kinds, b.kinds),
  }));

const PRESENCE =
  /^(zone|beacon|geofence|presence|proximity|wifi)[a-z]*(entered|exited|left|dwelled|seen|detected|ranged)$/;
const NAMES_IN_MIND = 2000;
const known = new Map<string, boolean>();

/** An event that only says that a device is near: a beacon, a zone, a geofence. A bounded memory of a pure function. */
export function tellsPresence(name: string): boolean {
  const there = known.get(name);
  if (there !== undefined) return there;
  const is = PRESENCE.test(name.toLowerCase().replace(/[^a-z]+/g, ""));
  if (known.size >= NAMES_IN_MIND) known.clear();
  known.set(name, is);
  return is;
}

const THINGS: ReadonlySet<string> = new Set(["receipt", "order", "address"]);
const BROWSERS: ReadonlySet<string> = new Set(["visitor", "distinct_id"]);

/** By what an event would be recognised: a browser's id counts where nothing else does, a thing where nobody is named. */
export function kindsCounted(kinds: readonly string[]): readonly string[] {
  const named = kinds.filter((kind) => !THINGS.has(kind) && !BROWSERS.has(kind));
  const browsers = kinds.filter((kind) => BROWSERS.has(kind));
  const counted = [named, browsers, kinds].find((some) => some.length > 0) ?? [];
  return [...new Set(counted)];
}

/** What a dial belongs to: all that names the person; a browser's id only where there is nothing else. */
export function bearersOfDial<B extends { readonly kind: string }>(held: readonly B[]): readonly B[] {
  const named = held.filter(({ kind }) => !THINGS.has(kind) && !BROWSERS.has(kind));
  return named.length > 0 ? named : held.filter(({ kind }) => BROWSERS.has(kind));
}
