// Claims: dated reasons to think that two nodes are the same person, and the one order in which they are heard.
import type { Identifier, Told, Trust } from "../events/index.ts";
import { comparePositions, type Position } from "./lanes.rules.ts";
import {
  type Bounds,
  type IdentitySettings,
  type LimitedKind,
  limitedKinds,
  type NodeKind,
  windowOf,
} from "./limits.rules.ts";

/**
 * `carried`: one event carried both. `signed`: the login holds the lane. `seen`: typed on the lane.
 * `moved`: the lane that took the place of one that is no more. `ruled`: a colleague said so.
 */
export const claimRules = ["carried", "signed", "seen", "moved", "ruled"] as const;
export type ClaimRule = (typeof claimRules)[number];

export type Claim = Position & {
  /** The stronger end and the weaker one. */
  readonly a: string;
  readonly b: string;
  readonly aKind: NodeKind;
  readonly rule: ClaimRule;
  readonly trust: Trust;
  readonly strength: number;
  readonly sourceId: number;
  /** A ruling says that it counts no more. */
  readonly withdrawn?: boolean;
  /** Proven evidence that is heard as a browser's word (`hearing.rules.ts`). */
  readonly lowered?: boolean;
};

/** What the claim is heard as; `trust` says what its evidence is, and names it. */
export const weightOf = (c: Claim): Trust => (c.lowered === true ? "stated" : c.trust);

const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
export const nameOf = (c: Claim): string => `${c.a}${c.b}${c.rule}${c.trust}`;

/** Proven first, then the strongest, then event time and key, then the pair. */
export const inOrder = (x: Claim, y: Claim): number =>
  (weightOf(x) === weightOf(y) ? 0 : weightOf(x) === "proven" ? -1 : 1) ||
  y.strength - x.strength ||
  comparePositions(x, y) ||
  text(x.a, y.a) ||
  text(x.b, y.b) ||
  text(x.rule, y.rule);

/** An identifier that is a node: any but the visitor id, which only names a device. */
export type NodeIdentifier = Identifier & { readonly kind: NodeKind };
const isNode = (id: Identifier): id is NodeIdentifier => id.kind !== "visitor";

/** What an event carries, strongest first, each once. Runs for every event: no map for the one or two there are. */
export function identifiersOf(told: Told, settings: IdentitySettings): NodeIdentifier[] {
  const found: NodeIdentifier[] = [];
  const add = (id: Identifier) => {
    if (isNode(id) && !found.some((other) => other.fp === id.fp)) found.push(id);
  };
  if (told.login !== undefined) add(told.login);
  for (const id of told.ids) add(id);
  const { standing } = settings;
  return found.length < 2
    ? found
    : found.sort((x, y) => standing[y.kind] - standing[x.kind] || text(x.fp, y.fp));
}

/** A home and a thing are no person: one says nothing of another, nor of who is at a browser. They go with what names them. */
const isNobody = (kind: NodeKind): boolean => kind === "address" || kind === "device";

/** The star of an event: its strongest identifier with each other one. */
export function carriedClaims(told: Told, ids: readonly NodeIdentifier[], s: IdentitySettings): Claim[] {
  const [centre, ...others] = ids;
  if (centre === undefined || isNobody(centre.kind)) return [];
  return others.map((other) => ({
    a: centre.fp,
    b: other.fp,
    aKind: centre.kind,
    rule: "carried",
    trust: told.trust,
    strength: Math.min(s.rank[centre.kind], s.rank[other.kind]),
    at: told.at,
    key: told.key,
    sourceId: told.sourceId,
  }));
}

/** The strongest identifier typed on a device without being signed in: the first one in a slot of time counts. */
export type Sighting = Position & {
  readonly device: string;
  readonly id: string;
  readonly kind: NodeKind;
  readonly trust: Trust;
  readonly slot: number;
  readonly sourceId: number;
};

export function sightingOf(
  told: Told,
  ids: readonly NodeIdentifier[],
  s: IdentitySettings,
): Sighting | undefined {
  const [id] = ids;
  if (id === undefined || told.device === undefined || told.login !== undefined || told.says === "out")
    return undefined;
  if (told.stand === "counter") return undefined; // whoever stands there: the device is the staff's
  if (isNobody(id.kind)) return undefined;
  const { at, key, trust, sourceId } = told;
  const slot = Math.floor(at / s.slotMs);
  return { device: told.device.fp, id: id.fp, kind: id.kind, trust, slot, at, key, sourceId };
}

const seenClaim = (sighting: Sighting, lane: string, trust: Trust, s: IdentitySettings): Claim => ({
  a: sighting.id,
  b: lane,
  aKind: sighting.kind,
  rule: "seen",
  trust,
  strength: Math.min(s.rank[sighting.kind], s.rank.lane),
  at: sighting.at,
  key: sighting.key,
  sourceId: sighting.sourceId,
});

/**
 * What a sighting claims. Proven evidence holds for the wide lane, which stated marks did not cut, so that no browser can
 * part what our own systems saw together; for the lane cut out of it by a browser's word it is worth as much as that word.
 */
export function* seenClaims(
  sighting: Sighting,
  lane: string | undefined,
  wide: string | undefined,
  s: IdentitySettings,
): Iterable<Claim> {
  if (sighting.trust === "proven" && wide !== undefined) yield seenClaim(sighting, wide, "proven", s);
  if (lane !== undefined && (sighting.trust === "stated" || lane !== wide))
    yield seenClaim(sighting, lane, "stated", s);
}

/** Whether a value is no sign of any one person: to proven claims, and to stated ones. */
export type HubFlags = { readonly hubProven: boolean; readonly hubStated: boolean };

/** How many of each limited kind a side holds, whether any of it is proven, and what it is ruled apart from. */
export type Side = {
  readonly counts: readonly number[];
  readonly proven: boolean;
  /** Places in rulings: the ruling's id and which side of it (`apartOf`). */
  readonly apart: readonly string[];
  /** Nodes of the kinds that have a window, with the time from which they count. */
  readonly dated: readonly Dated[];
};
export type Dated = { readonly fp: string; readonly kind: LimitedKind; readonly since: number };

export type Refused = `limit.${LimitedKind}` | `window.${LimitedKind}` | "proven" | "ruled_apart";

export const apartOf = (ruling: string, side: 1 | 2): string => `${ruling}${side}`;
const acrossFrom = (place: string): string => place.slice(0, -1) + (place.endsWith("1") ? "2" : "1");

/** True when some ruling has one of its sides here and the other there. */
export const areApart = (x: readonly string[], y: readonly string[]): boolean =>
  x.length > 0 && y.length > 0 && x.some((place) => y.includes(acrossFrom(place)));

/** Ids of the rulings that keep the two apart. */
export const rulingsBetween = (x: readonly string[], y: readonly string[]): string[] =>
  x.filter((place) => y.includes(acrossFrom(place))).map((place) => place.slice(0, -1));

/** Why two sides may not be one person by a claim of this trust. What is forbidden stays so when the sides grow. */
export function conflictOf(x: Side, y: Side, trust: Trust, bounds: Bounds): Refused | undefined {
  if (areApart(x.apart, y.apart)) return "ruled_apart";
  if (trust === "stated" && x.proven && y.proven) return "proven";
  for (const [i, kind] of limitedKinds.entries())
    if ((x.counts[i] ?? 0) + (y.counts[i] ?? 0) > bounds.limit[kind]) return `limit.${kind}`;
  return crowdedIn([...x.dated, ...y.dated], bounds);
}

/** The window in which more of a kind begin than one person may have. Of fewer nodes never more do. */
export function crowdedIn(dated: readonly Dated[], bounds: Bounds): `window.${LimitedKind}` | undefined {
  if (dated.length === 0) return undefined;
  for (const kind of limitedKinds) {
    const window = windowOf(bounds, kind);
    if (window === undefined) continue;
    const since = dated
      .filter((one) => one.kind === kind)
      .map((one) => one.since)
      .sort((x, y) => x - y);
    const { most, spanMs } = window;
    if (since.some((at, i) => i >= most && at - (since[i - most] ?? at) < spanMs)) return `window.${kind}`;
  }
  return undefined;
}
