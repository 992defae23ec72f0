// From a batch of told events to what identity does not know yet. Everything kept in memory changes in one direction
// only: an identifier becomes proven, a time becomes earlier. So what memory knows can be left out without asking.

import { Recent } from "@somlos/kernel/ids";
import type { Told, Trust } from "../events/index.ts";
import {
  type Claim,
  carriedClaims,
  identifiersOf,
  type NodeIdentifier,
  nameOf,
  type Sighting,
  sightingOf,
} from "./claims.rules.ts";
import { comparePositions, type Mark, type Position } from "./lanes.rules.ts";
import type { IdentitySettings } from "./limits.rules.ts";
import { type Pulse, pulseName, pulseOf } from "./silence.rules.ts";

/** What is known of an identifier: whether it is proven, and when it was carried first, and first by a proven event. */
export type KnownId = {
  readonly proven: boolean;
  readonly firstAt: number;
  readonly provenAt: number | undefined;
};
export type WantedId = KnownId & { readonly id: NodeIdentifier };

export type Firsts = Readonly<Partial<Record<Trust, Position & { readonly sourceId: number }>>>;
/** What one device, or one login on one device, does. `firsts`: its earliest events that are no goodbye, by trust. */
export type Stream = {
  readonly subject: string;
  readonly device: string;
  readonly login?: string;
  readonly visitor: string;
  /** Whose people use it: number of the circle of legal entities. */
  readonly circle: number;
  readonly firstAt: number;
  readonly firsts: Firsts;
};

export type News = {
  readonly ids: Map<string, WantedId>;
  readonly streams: Map<string, Stream>;
  readonly marks: Map<string, Mark>;
  readonly sightings: Map<string, Sighting>;
  readonly pulses: Map<string, Pulse>;
  readonly claims: Map<string, Claim>;
};

export class Memory {
  readonly ids: Recent<KnownId>;
  readonly streams: Recent<Pick<Stream, "firstAt" | "firsts">>;
  readonly sightings: Recent<Position>;
  readonly pulses: Recent<Position>;
  readonly claims: Recent<Claim>;

  constructor(most: number) {
    this.ids = new Recent(most * 0.4);
    this.streams = new Recent(most * 0.25);
    this.sightings = new Recent(most * 0.05);
    this.pulses = new Recent(most * 0.01);
    this.claims = new Recent(most * 0.3);
  }
}

export const trusts = ["stated", "proven"] as const;

export function markOf({ device, login }: Stream, firsts: Firsts, trust: Trust): Mark | undefined {
  const first = firsts[trust];
  return first === undefined || login === undefined
    ? undefined
    : { device, login, trust, explicit: false, ...first };
}

/** The first events of a stream as marks on its device. */
export const marksOf = (stream: Stream): Mark[] =>
  trusts.flatMap((trust) => markOf(stream, stream.firsts, trust) ?? []);

export const sightingName = (s: Sighting): string => `${s.device}${s.id}${s.trust}${s.slot}`;

const isEarlier = (x: Position, y: Position | undefined): boolean =>
  y === undefined || comparePositions(x, y) < 0;

const earliest = <P extends Position>(x: P | undefined, y: P | undefined): P | undefined =>
  x === undefined || (y !== undefined && isEarlier(y, x)) ? y : x;

export function joinFirsts(x: Firsts, y: Firsts): Firsts {
  const stated = earliest(x.stated, y.stated);
  const proven = earliest(x.proven, y.proven);
  return { ...(stated && { stated }), ...(proven && { proven }) };
}

const addsFirsts = (x: Firsts, known: Firsts): boolean =>
  (x.stated !== undefined && isEarlier(x.stated, known.stated)) ||
  (x.proven !== undefined && isEarlier(x.proven, known.proven));

const isBefore = (x: number | undefined, y: number | undefined): boolean =>
  x !== undefined && (y === undefined || x < y);

export function addsId(x: KnownId, known: KnownId | undefined): boolean {
  if (known === undefined || (x.proven && !known.proven)) return true;
  return x.firstAt < known.firstAt || isBefore(x.provenAt, known.provenAt);
}
export const addsStream = (x: Stream, known: Pick<Stream, "firstAt" | "firsts"> | undefined): boolean =>
  known === undefined || x.firstAt < known.firstAt || addsFirsts(x.firsts, known.firsts);

export const joinIds = (x: WantedId, y: KnownId): WantedId => ({
  id: x.id,
  proven: x.proven || y.proven,
  firstAt: Math.min(x.firstAt, y.firstAt),
  provenAt: isBefore(x.provenAt, y.provenAt) ? x.provenAt : y.provenAt,
});
export const joinStreams = (x: Stream, y: Pick<Stream, "firstAt" | "firsts">): Stream => ({
  ...x,
  firstAt: Math.min(x.firstAt, y.firstAt),
  firsts: joinFirsts(x.firsts, y.firsts),
});

function siftId(id: NodeIdentifier, told: Told, news: News, memory: Memory): void {
  const proven = told.trust === "proven";
  const wanted = { id, proven, firstAt: told.at, provenAt: proven ? told.at : undefined };
  if (!addsId(wanted, memory.ids.get(id.fp))) return;
  const other = news.ids.get(id.fp);
  news.ids.set(id.fp, other === undefined ? wanted : joinIds(wanted, other));
}

function siftStream(told: Told, news: News, memory: Memory): void {
  const { device, login, at, key, trust, sourceId } = told;
  if (device === undefined) return;
  const stream: Stream = {
    subject: told.subject,
    device: device.fp,
    ...(login && { login: login.fp }),
    visitor: device.value,
    circle: device.circle ?? 0,
    firstAt: at,
    firsts: told.says === "out" || login === undefined ? {} : { [trust]: { at, key, sourceId } },
  };
  if (!addsStream(stream, memory.streams.get(stream.subject))) return;
  const other = news.streams.get(stream.subject);
  news.streams.set(stream.subject, other === undefined ? stream : joinStreams(stream, other));
}

function siftMark(told: Told, news: News): void {
  const { device, login, at, key, trust, sourceId } = told;
  if (device === undefined || told.says === "none" || (told.says === "in" && login === undefined)) return;
  const signsIn = told.says === "in" && login !== undefined ? { login: login.fp } : {};
  news.marks.set(key, { device: device.fp, at, key, trust, sourceId, explicit: true, ...signsIn });
}

export function siftClaim(claim: Claim, claims: Map<string, Claim>, memory?: Memory): void {
  const name = nameOf(claim);
  const known = memory?.claims.get(name);
  if (known !== undefined && comparePositions(known, claim) <= 0) return;
  const other = claims.get(name);
  if (other === undefined || comparePositions(claim, other) < 0) claims.set(name, claim);
}

function siftSighting(
  told: Told,
  ids: readonly NodeIdentifier[],
  s: IdentitySettings,
  news: News,
  memory: Memory,
) {
  const sighting = sightingOf(told, ids, s);
  if (sighting === undefined) return;
  const name = sightingName(sighting);
  if (isEarlier(sighting, memory.sightings.get(name)) && isEarlier(sighting, news.sightings.get(name)))
    news.sightings.set(name, sighting);
}

function siftPulse(told: Told, s: IdentitySettings, news: News, memory: Memory): void {
  const pulse = pulseOf(told, s);
  if (pulse === undefined) return;
  const name = pulseName(pulse);
  if (isEarlier(pulse, memory.pulses.get(name)) && isEarlier(pulse, news.pulses.get(name)))
    news.pulses.set(name, pulse);
}

export const noNews = (): News => ({
  ids: new Map(),
  streams: new Map(),
  marks: new Map(),
  sightings: new Map(),
  pulses: new Map(),
  claims: new Map(),
});

function siftOne(told: Told, settings: IdentitySettings, news: News, memory: Memory): void {
  const ids = identifiersOf(told, settings);
  for (const id of ids) siftId(id, told, news, memory);
  siftStream(told, news, memory);
  siftMark(told, news);
  if (ids.length > 1)
    for (const claim of carriedClaims(told, ids, settings)) siftClaim(claim, news.claims, memory);
  siftSighting(told, ids, settings, news, memory);
  siftPulse(told, settings, news, memory);
}

/** Everything in the batch that is not known to memory. Empty for most batches' events. */
export function sift(batch: readonly Told[], settings: IdentitySettings, memory: Memory): News {
  const news = noNews();
  for (const told of batch) siftOne(told, settings, news, memory);
  return news;
}

/** True when nothing in the batch is news. Looks no further than the first that is. */
export function isKnown(batch: Iterable<Told>, settings: IdentitySettings, memory: Memory): boolean {
  const news = noNews();
  for (const told of batch) {
    siftOne(told, settings, news, memory);
    if (!isNothing(news)) return false;
  }
  return true;
}

export const isNothing = (news: News): boolean =>
  news.ids.size +
    news.streams.size +
    news.marks.size +
    news.sightings.size +
    news.pulses.size +
    news.claims.size ===
  0;

/** After the commit: what was learned need not be asked again. */
export function remember(news: News, memory: Memory): void {
  for (const [fp, { proven, firstAt, provenAt }] of news.ids)
    memory.ids.set(fp, { proven, firstAt, provenAt });
  for (const [subject, { firstAt, firsts }] of news.streams) memory.streams.set(subject, { firstAt, firsts });
  for (const [name, { at, key }] of news.sightings) memory.sightings.set(name, { at, key });
  for (const [name, { at, key }] of news.pulses) memory.pulses.set(name, { at, key });
  for (const [name, claim] of news.claims) memory.claims.set(name, claim);
}
