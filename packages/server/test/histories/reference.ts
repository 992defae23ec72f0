// Who is who, and what holds about them: written a second time, slowly and plainly, from the definitions alone. It shares no
// line with the rooms it is held against.
import { createHmac } from "node:crypto";

export type Trust = "stated" | "proven";
export type Id = { readonly kind: string; readonly value: string };
export type Told = {
  readonly messageId: string;
  readonly trust: Trust;
  readonly at: number;
  readonly device?: string;
  readonly login?: string;
  readonly says: "in" | "out" | "none";
  readonly ids: readonly Id[];
  readonly traits?: Readonly<Record<string, unknown>>;
};
type Event = Told & { readonly key: string };
type Moment = { readonly at: number; readonly key: string };
type Lane = {
  readonly from: Moment;
  to: Moment;
  login: string | undefined;
  before: string | undefined;
  /** Place of the lane that stands for the stretch which proven marks alone cut. */
  wide?: number;
};
type Mark = Moment & { readonly trust: Trust; readonly login: string | undefined };
type Claim = Moment & {
  readonly a: string;
  readonly b: string;
  readonly trust: Trust;
  readonly strength: number;
  readonly pair: string;
  readonly signed: boolean;
};

export type Fact = { readonly value: unknown; readonly at: number; readonly trust: Trust };
export type Group = {
  readonly ids: ReadonlySet<string>;
  readonly messages: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, Fact>;
};
export type World = {
  readonly groups: readonly Group[];
  /** From an identifier (`kind value`) to the place of its group. */
  readonly home: ReadonlyMap<string, number>;
  /** From a message to the place of its group. */
  readonly homeOfMessage: ReadonlyMap<string, number>;
  readonly refusedByLimit: number;
};

const RANK: Readonly<Record<string, number>> = {
  login: 90,
  club_card: 80,
  email: 60,
  phone: 50,
  distinct_id: 45,
  card_token: 40,
  receipt: 30,
  order: 30,
  device: 25,
  lane: 20,
  address: 10,
};
const LIMIT: Readonly<Record<string, number>> = { login: 1, club_card: 3, email: 5, phone: 5 };
const HUB: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  email: { login: 3 },
  phone: { login: 5 },
  club_card: { login: 3 },
  card_token: { login: 3 },
  device: { login: 2 },
  address: { login: 1, email: 1, phone: 1, club_card: 1 },
  receipt: { login: 1, email: 2 },
  order: { login: 1, email: 2 },
  lane: { email: 3, phone: 3, club_card: 3 },
};
const VISIT = 30 * 60_000;
const START: Moment = { at: Number.NEGATIVE_INFINITY, key: "" };
const END: Moment = { at: Number.POSITIVE_INFINITY, key: "" };
const ZERO = "\0".repeat(16);

const earlier = (a: Moment, b: Moment): boolean => a.at < b.at || (a.at === b.at && a.key < b.key);
const within = (m: Moment, lane: Lane): boolean => !earlier(m, lane.from) && earlier(m, lane.to);
const byTime = (a: Moment, b: Moment): number => (earlier(a, b) ? -1 : earlier(b, a) ? 1 : 0);
const kindOf = (node: string): string => node.slice(0, node.indexOf(" "));

export function settle(secret: string, told: readonly Told[]): World {
  const print = (space: string, text: string) =>
    createHmac("sha256", secret).update(`${space}\0${text}`).digest("binary").slice(0, 16);
  const events = told.map((t) => ({
    ...t,
    key: print(`message ${t.trust === "stated" ? 1 : 2}`, `id ${t.messageId}`),
  }));
  const lanes = new Map<string, Lane[]>();
  for (const device of new Set(events.flatMap((e) => (e.device === undefined ? [] : [e.device]))))
    lanes.set(device, lanesOf(marksOf(events.filter((e) => e.device === device))));
  const fpOf = (node: string) => {
    const kind = kindOf(node);
    return print(`id ${kind}`, node.slice(kind.length + 1));
  };
  const claims = claimsOf(events, lanes, fpOf);
  const proven = new Set(events.filter((e) => e.trust === "proven").flatMap(idsOf));
  const united = unite(claims, proven);
  return drawUp(events, lanes, united, fpOf);
}

const rankOf = (node: string): number => RANK[kindOf(node)] ?? 0;
const loginOf = (value: string): string => `login ${value}`;
const idsOf = (e: Told): string[] => [
  ...(e.login === undefined ? [] : [loginOf(e.login)]),
  ...e.ids.map((id) => `${id.kind} ${id.value}`),
];

function marksOf(events: readonly Event[]): Mark[] {
  const marks: Mark[] = [];
  const firsts = new Map<string, Event>();
  for (const e of [...events].sort(byTime)) {
    const first = `${e.login} ${e.trust}`;
    // A goodbye is no sign-in, though it names who leaves.
    const isFirst = e.login !== undefined && e.says !== "out" && !firsts.has(first);
    if (isFirst) firsts.set(first, e);
    if (e.says === "out") marks.push({ at: e.at, key: e.key, trust: e.trust, login: undefined });
    else if (e.login !== undefined && (e.says === "in" || isFirst))
      marks.push({ at: e.at, key: e.key, trust: e.trust, login: e.login });
  }
  return marks;
}

function lanesOf(marks: readonly Mark[]): Lane[] {
  const first = fold(
    { from: START, to: END, login: undefined, before: undefined },
    marks.filter((m) => m.trust === "proven"),
  );
  const stated = marks.filter((m) => m.trust === "stated");
  let before: string | undefined;
  let place = 0;
  return first.flatMap((lane) => {
    const fine =
      lane.login === undefined
        ? fold(
            { ...lane, before },
            stated.filter((m) => within(m, lane)),
          )
        : [lane];
    const wide = place;
    place += fine.length;
    for (const { login } of fine) before = login ?? before;
    return fine.map((one) => ({ ...one, wide }));
  });
}

/** Walks over the marks and cuts one stretch of time into lanes. */
function fold(whole: Lane, marks: readonly Mark[]): Lane[] {
  const lanes: Lane[] = [{ ...whole }];
  for (const mark of marks) {
    const lane = lanes.at(-1);
    if (lane === undefined) break;
    const cut = (from: Moment, login: string | undefined) => {
      // Who was last signed in before, also when a lane without anybody lies between.
      lanes.push({ from, to: lane.to, login, before: lane.login ?? lane.before });
      lane.to = from;
    };
    if (mark.login === undefined) cut({ at: mark.at, key: mark.key }, undefined);
    else if (lane.login === undefined) take(lane, mark, mark.login, cut);
    else if (lane.login !== mark.login) cut({ at: mark.at, key: mark.key }, mark.login);
  }
  return lanes;
}

function take(
  lane: Lane,
  mark: Mark,
  login: string,
  cut: (from: Moment, login: string | undefined) => void,
): void {
  const visit = { at: mark.at - VISIT, key: ZERO };
  if (lane.before === undefined || lane.before === login || !earlier(lane.from, visit)) lane.login = login;
  else cut(visit, login);
}

const laneNode = (device: string, place: number): string => `lane ${device}#${place}`;

function laneAt(
  lanes: ReadonlyMap<string, readonly Lane[]>,
  e: Event,
): { node: string; lane: Lane } | undefined {
  if (e.device === undefined) return undefined;
  const all = lanes.get(e.device) ?? [];
  const place = all.findIndex((lane) => within(e, lane));
  const lane = all[place];
  return lane === undefined ? undefined : { node: laneNode(e.device, place), lane };
}

function strongest(nodes: readonly string[], fpOf: (node: string) => string): string | undefined {
  return [...nodes].sort((a, b) => rankOf(b) - rankOf(a) || (fpOf(a) < fpOf(b) ? -1 : 1))[0];
}

function claimsOf(
  events: readonly Event[],
  lanes: ReadonlyMap<string, readonly Lane[]>,
  fpOf: (node: string) => string,
): Claim[] {
  const best = new Map<string, Claim>();
  const add = (e: Event, a: string, b: string, strength: number, rule: string, trust = e.trust) => {
    const [least, most] = [a, b].sort();
    const name = `${least}|${most}|${rule}|${trust}`;
    const had = best.get(name);
    if (had !== undefined && !earlier(e, had)) return;
    const pair = [a, b]
      .map((node) => (node.startsWith("lane ") ? node : fpOf(node)))
      .sort()
      .join("");
    best.set(name, { a, b, trust, strength, at: e.at, key: e.key, pair, signed: rule === "signed" });
  };
  const seen = new Set<string>();
  for (const e of [...events].sort(byTime)) {
    const nodes = [...new Set(idsOf(e))];
    const middle = strongest(nodes, fpOf);
    if (middle === undefined) continue;
    for (const node of nodes)
      if (node !== middle) add(e, middle, node, Math.min(rankOf(middle), rankOf(node)), "told");
    const found = laneAt(lanes, e);
    if (found === undefined || e.device === undefined) continue;
    if (e.login !== undefined) {
      // The lane that a goodbye opens is not held by whoever left.
      if (found.lane.login === e.login && e.says !== "out")
        add(e, loginOf(e.login), found.node, 95, "signed");
      continue;
    }
    // Typed again and again: one sighting a half hour counts.
    const sighting = `${e.device}|${middle}|${e.trust}|${Math.floor(e.at / VISIT)}`;
    if (seen.has(sighting)) continue;
    seen.add(sighting);
    const wide = laneNode(e.device, found.lane.wide ?? 0);
    const strength = Math.min(rankOf(middle), rankOf(wide));
    if (e.trust === "proven") add(e, middle, wide, strength, "seen");
    if (e.trust === "stated" || wide !== found.node) add(e, middle, found.node, strength, "seen", "stated");
  }
  return [...best.values()].sort(
    (x, y) =>
      (x.trust === y.trust ? 0 : x.trust === "proven" ? -1 : 1) ||
      y.strength - x.strength ||
      byTime(x, y) ||
      (x.pair < y.pair ? -1 : 1),
  );
}

/** The nodes to which too many others point. */
function hubsIn(claims: readonly Claim[]): Set<string> {
  const neighbours = new Map<string, Set<string>>();
  const point = (a: string, b: string) => neighbours.set(a, (neighbours.get(a) ?? new Set<string>()).add(b));
  for (const { a, b } of claims) {
    point(a, b);
    point(b, a);
  }
  const hubs = new Set<string>();
  for (const [node, others] of neighbours)
    for (const [kind, most] of Object.entries(HUB[kindOf(node)] ?? {}))
      if ([...others].filter((other) => kindOf(other) === kind).length > most) hubs.add(node);
  return hubs;
}

type United = { readonly groupOf: (node: string) => Set<string>; readonly refusedByLimit: number };

function unite(claims: readonly Claim[], proven: ReadonlySet<string>): United {
  const groups = new Map<string, Set<string>>();
  const groupOf = (node: string): Set<string> => {
    const found = groups.get(node) ?? new Set([node]);
    groups.set(node, found);
    return found;
  };
  const provenHubs = hubsIn(claims.filter((c) => c.trust === "proven"));
  const allHubs = hubsIn(claims);
  const holdsProven = (group: ReadonlySet<string>) => [...group].some((node) => proven.has(node));
  let refusedByLimit = 0;
  for (const claim of claims) {
    const hubs = claim.trust === "proven" ? provenHubs : allHubs;
    // Whoever signs in holds the lane, however many addresses were typed on it.
    if (!claim.signed && (hubs.has(claim.a) || hubs.has(claim.b))) continue;
    const [one, other] = [groupOf(claim.a), groupOf(claim.b)];
    if (one === other) continue;
    if (claim.trust === "stated" && holdsProven(one) && holdsProven(other)) continue;
    if (breaksLimit(one, other)) {
      refusedByLimit++;
      continue;
    }
    for (const node of other) {
      one.add(node);
      groups.set(node, one);
    }
  }
  return { groupOf, refusedByLimit };
}

function breaksLimit(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return Object.entries(LIMIT).some(
    ([kind, most]) => [...one, ...other].filter((node) => kindOf(node) === kind).length > most,
  );
}

/** From groups of nodes to what can be asked for from outside. */
function drawUp(
  events: readonly Event[],
  lanes: ReadonlyMap<string, readonly Lane[]>,
  { groupOf, refusedByLimit }: United,
  fpOf: (node: string) => string,
): World {
  const places = new Map<Set<string>, number>();
  const groups: { ids: Set<string>; messages: Set<string>; words: Event[] }[] = [];
  const placeOf = (node: string): number => {
    const set = groupOf(node);
    const had = places.get(set);
    if (had !== undefined) return had;
    places.set(set, groups.length);
    return groups.push({ ids: new Set(), messages: new Set(), words: [] }) - 1;
  };
  const home = new Map<string, number>();
  const homeOfMessage = new Map<string, number>();
  for (const e of events) {
    for (const id of idsOf(e)) {
      home.set(id, placeOf(id));
      groups[placeOf(id)]?.ids.add(id);
    }
    const at =
      e.login === undefined ? (laneAt(lanes, e)?.node ?? strongest(idsOf(e), fpOf)) : loginOf(e.login);
    if (at === undefined) continue;
    homeOfMessage.set(e.messageId, placeOf(at));
    const group = groups[placeOf(at)];
    group?.messages.add(e.messageId);
    if (e.traits !== undefined) group?.words.push(e);
    if (e.device !== undefined && e.login !== undefined) group?.ids.add(`visitor ${e.device}`);
  }
  for (const [device, all] of lanes) {
    for (const place of all.keys()) groups[placeOf(laneNode(device, place))]?.ids.add(`visitor ${device}`);
    home.set(`visitor ${device}`, placeOf(laneNode(device, all.length - 1)));
  }
  return {
    groups: groups.map(({ ids, messages, words }) => ({ ids, messages, facts: factsOf(words) })),
    home,
    homeOfMessage,
    refusedByLimit,
  };
}

function factsOf(words: readonly Event[]): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const inOrder = [...words].sort(
    (a, b) => (a.trust === b.trust ? 0 : a.trust === "stated" ? -1 : 1) || byTime(a, b),
  );
  for (const { traits = {}, at, trust } of inOrder)
    for (const [name, value] of Object.entries(traits)) facts.set(name, { value, at, trust });
  for (const [name, { value }] of facts) if (value === null) facts.delete(name);
  return facts;
}
