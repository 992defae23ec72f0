// Puts new marks and sightings on the timelines of devices. Only what lies behind the last cut before a change is cut
// anew; most marks change no lane at all.
import type { Tx } from "@somlos/kernel/db";
import type { Ahead } from "./ahead.actions.ts";
import { type Claim, type Sighting, seenClaims } from "./claims.rules.ts";
import { listClaimsOfLanes } from "./claims.store.ts";
import {
  comparePositions,
  cutLanes,
  firstLane,
  isQuiet,
  isWide,
  type Lane,
  laneAt,
  type Mark,
  START,
} from "./lanes.rules.ts";
import { listLanesAround, nameOfQuestion, type Place, type StoredLane, saveLanes } from "./lanes.store.ts";
import type { IdentitySettings } from "./limits.rules.ts";
import { type Stream, siftClaim } from "./sift.rules.ts";
import { listMarks, listSightings } from "./streams.store.ts";

export type LaneNews = {
  readonly streams: readonly Stream[];
  /** Marks that came, and first events that are none any more. Both already written. */
  readonly came: readonly Mark[];
  readonly went: readonly Mark[];
  /** Sightings that came, with the later one of the same slot that they replace. Already written. */
  readonly sightings: readonly { readonly now: Sighting; readonly old?: Sighting }[];
};

export type LaneChange = {
  /** Lanes stored for the first time. */
  readonly born: readonly StoredLane[];
  /** Old lanes that a proven login holds now (true) or no longer (false). */
  readonly proven: ReadonlyMap<string, boolean>;
  /** Claims on lanes that did not change. */
  readonly seen: ReadonlyMap<string, Claim>;
  /** All claims of lanes cut anew: as they stood, and as they are. */
  readonly stood: ReadonlyMap<string, Claim>;
  readonly fresh: ReadonlyMap<string, Claim>;
};

type Change = Place & { readonly proven: boolean };
type Cut = { readonly start: Lane; readonly stored: readonly StoredLane[] };
type Found = { readonly fine: Map<Place, StoredLane>; readonly wide: Map<Place, StoredLane> };

export async function placeOnLanes(
  tx: Tx,
  news: LaneNews,
  ahead: Ahead,
  settings: IdentitySettings,
): Promise<LaneChange> {
  const marks = [...news.came, ...news.went];
  const starts = new Map(
    news.streams.map((s) => [s.device, { place: { device: s.device, ...START }, stream: s }]),
  );
  const found = await findLanes(
    tx,
    news,
    [...starts.values()].map((start) => start.place),
    marks,
    ahead,
  );
  const visitors = new Map<string, string>();
  for (const { place, stream } of starts.values())
    if (!found.fine.has(place)) visitors.set(stream.device, stream.visitor);
  const changes = loudOf(news, marks, found, visitors);
  const cuts = cutsOf(await listLanesAround(tx, [...changes.values()]), visitors);
  const cut = await cutAnew(tx, cuts, visitors, news, settings);
  const seen = new Map<string, Claim>();
  for (const { now } of news.sightings) {
    const from = cuts.get(now.device)?.start.from;
    const stays = (lane: StoredLane | undefined) =>
      lane !== undefined && (from === undefined || comparePositions(lane.from, from) < 0)
        ? lane.fp
        : undefined;
    const claims = seenClaims(now, stays(found.fine.get(now)), stays(found.wide.get(now)), settings);
    for (const claim of claims) siftClaim(claim, seen);
  }
  return { ...cut, seen };
}

async function findLanes(
  tx: Tx,
  { sightings }: LaneNews,
  starts: readonly Place[],
  marks: readonly Mark[],
  ahead: Ahead,
): Promise<Found> {
  const sighted = sightings.flatMap(({ now, old }) => (old === undefined ? [now] : [now, old]));
  const questions = [
    ...[...starts, ...marks, ...sighted].map((place) => ({ place, wide: false })),
    ...sighted.filter((sighting) => sighting.trust === "proven").map((place) => ({ place, wide: true })),
  ];
  const found: Found = { fine: new Map(), wide: new Map() };
  const lanes = await ahead.lanes.read(tx, questions);
  for (const question of questions) {
    const lane = lanes.get(nameOfQuestion(question));
    if (lane !== undefined) found[question.wide ? "wide" : "fine"].set(question.place, lane);
  }
  return found;
}

/** The earliest change of lanes for each device that has one. New devices are cut in any case. */
function loudOf(
  news: LaneNews,
  marks: readonly Mark[],
  { fine, wide }: Found,
  visitors: ReadonlyMap<string, string>,
): Map<string, Change> {
  const changes = new Map<string, Change>();
  const add = ({ device, at, key }: Place, proven: boolean) => {
    if (visitors.has(device)) return;
    const old = changes.get(device);
    const first = old !== undefined && comparePositions(old, { at, key }) <= 0 ? old : { at, key };
    changes.set(device, {
      device,
      at: first.at,
      key: first.key,
      proven: proven || old?.proven === true,
    });
  };
  for (const mark of marks) {
    const lane = fine.get(mark);
    if (lane === undefined || !isQuiet(mark, lane)) add(mark, mark.trust === "proven");
  }
  for (const { now, old } of news.sightings) {
    if (old === undefined) continue;
    const stays = fine.get(now)?.fp === fine.get(old)?.fp && wide.get(now)?.fp === wide.get(old)?.fp;
    if (!stays) add(now, now.trust === "proven");
  }
  return changes;
}

/** What is cut anew: from the first lane of a new device, else from the first of the lanes read for it. */
function cutsOf(
  around: readonly StoredLane[],
  visitors: ReadonlyMap<string, string>,
): ReadonlyMap<string, Cut> {
  const cuts = new Map<string, Cut>();
  for (const device of visitors.keys()) cuts.set(device, { start: firstLane(device), stored: [] });
  for (const [device, stored] of Map.groupBy(around, (lane) => lane.device)) {
    const start = stored.find((lane) => lane.live);
    if (start !== undefined) cuts.set(device, { start, stored });
  }
  return cuts;
}

type Recut = Pick<LaneChange, "born" | "proven" | "stood" | "fresh">;

async function cutAnew(
  tx: Tx,
  cuts: ReadonlyMap<string, Cut>,
  visitors: ReadonlyMap<string, string>,
  news: LaneNews,
  settings: IdentitySettings,
): Promise<Recut> {
  const again = [...cuts].filter(([device]) => !visitors.has(device));
  const windows = again.map(([device, { start }]) => ({ device, from: start.from }));
  const isNew = ({ device }: { device: string }) => visitors.has(device); // all of it came in this batch
  const came = news.came.filter(isNew).sort(comparePositions);
  const marks = Map.groupBy([...(await listMarks(tx, windows)), ...came], (mark) => mark.device);
  const sighted = news.sightings.map(({ now }) => now).filter(isNew);
  const sightings = Map.groupBy([...(await listSightings(tx, windows)), ...sighted], (one) => one.device);
  const known = again.flatMap(([, { stored }]) => stored.map((lane) => lane.fp));
  const stood = await listClaimsOfLanes(tx, known);
  const turned: Turned = { born: [], changed: [], proven: new Map() };
  const fresh = new Map<string, Claim>();
  for (const [device, { start, stored }] of cuts) {
    const lanes = cutLanes(start, marks.get(device) ?? [], settings.visitMs);
    turn(lanes, stored, visitors.get(device), turned);
    for (const claim of claimsOn(lanes, stored, sightings.get(device) ?? [], settings))
      siftClaim(claim, fresh);
  }
  saveLanes(tx, turned.changed);
  return { born: turned.born, proven: turned.proven, stood, fresh };
}

type Turned = {
  readonly born: StoredLane[];
  readonly changed: StoredLane[];
  readonly proven: Map<string, boolean>;
};

/** Notes which lanes of a device are new, other than they were, or no more. */
function turn(
  lanes: readonly Lane[],
  stored: readonly StoredLane[],
  visitor: string | undefined,
  turned: Turned,
): void {
  const old = new Map(stored.map((lane) => [lane.fp, lane]));
  const named = visitor === undefined ? {} : { visitor };
  const live = lanes.map(
    (lane): StoredLane => ({ ...lane, live: true, ...(lane.level === "start" && named) }),
  );
  for (const lane of [...live, ...goneFrom(stored, lanes)]) {
    const was = old.get(lane.fp);
    if (was === undefined) turned.born.push(lane);
    else if (isProven(was) !== isProven(lane)) turned.proven.set(lane.fp, isProven(lane));
    if (was === undefined || !isSame(was, lane)) turned.changed.push(lane);
  }
}

const isProven = (lane: StoredLane): boolean => lane.live && lane.signed?.trust === "proven";

const isSame = (x: StoredLane, y: StoredLane): boolean =>
  x.live === y.live &&
  x.level === y.level &&
  x.login === y.login &&
  x.before === y.before &&
  x.provenBefore === y.provenBefore &&
  x.signed?.trust === y.signed?.trust &&
  x.signed?.at === y.signed?.at &&
  x.signed?.key === y.signed?.key;

function goneFrom(stored: readonly StoredLane[], lanes: readonly Lane[]): StoredLane[] {
  const live = new Set(lanes.map((lane) => lane.fp));
  return stored
    .filter((lane) => !live.has(lane.fp))
    .map(({ fp, device, from, level, soft }) => ({ fp, device, from, level, soft, live: false }));
}

/** Every claim of these lanes: who holds them, what was typed on them, and which lanes they took the place of. */
function* claimsOn(
  lanes: readonly Lane[],
  stored: readonly StoredLane[],
  sightings: readonly Sighting[],
  settings: IdentitySettings,
): Iterable<Claim> {
  for (const { fp, login, signed } of lanes)
    if (login !== undefined && signed !== undefined)
      yield { a: login, b: fp, aKind: "login", rule: "signed", strength: settings.signedStrength, ...signed };
  const wide = lanes.filter(isWide);
  for (const sighting of sightings)
    yield* seenClaims(sighting, laneAt(lanes, sighting)?.fp, laneAt(wide, sighting)?.fp, settings);
  for (const gone of goneFrom(stored, lanes)) {
    const lane = laneAt(lanes, gone.from);
    if (lane !== undefined)
      yield {
        a: lane.fp,
        b: gone.fp,
        aKind: "lane",
        rule: "moved",
        trust: "proven",
        strength: 100,
        ...gone.from,
        sourceId: 0,
      };
  }
}
