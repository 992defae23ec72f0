// A device's timeline, cut into lanes by its marks. A lane has at most one login. Ordinary events never move a cut.
import { fingerprint } from "@somlos/kernel/ids";
import type { Trust } from "../events/index.ts";

/** The one order of events: time, then key in byte order. */
export type Position = { readonly at: number; readonly key: string };
export const comparePositions = (x: Position, y: Position): number =>
  x.at - y.at || (x.key < y.key ? -1 : x.key > y.key ? 1 : 0);

export const ZERO_KEY = "\0".repeat(16);
export const START: Position = { at: Number.MIN_SAFE_INTEGER, key: ZERO_KEY };

/** A goodbye (no login), or a sign-in: an explicit one, or the earliest event of a login on the device. */
export type Mark = Position & {
  readonly device: string;
  readonly trust: Trust;
  readonly login?: string;
  readonly explicit: boolean;
  readonly sourceId: number;
};

export type Lane = {
  readonly fp: string;
  readonly device: string;
  readonly from: Position;
  /** What opened it: the start of the device, a proven mark or a stated one. */
  readonly level: "start" | Trust;
  /** Opened by looking back from a sign-in, not by a mark that stands there. */
  readonly soft: boolean;
  readonly login?: string;
  /** The mark by which the login holds the lane, and its trust. */
  readonly signed?: Position & { readonly trust: Trust; readonly sourceId: number };
  /** Who was last signed in before the lane: among all lanes, and among the proven ones. */
  readonly before?: string;
  readonly provenBefore?: string;
};

export const firstLane = (device: string): Lane => ({
  fp: fingerprint("lane", device),
  device,
  from: START,
  level: "start",
  soft: false,
});

const opens = (mark: Mark, lane: Lane): boolean =>
  (mark.login === undefined || (lane.login !== undefined && lane.login !== mark.login)) &&
  comparePositions(mark, lane.from) !== 0;

/** Where a sign-in takes its lane from, when somebody else was there before: from the beginning of the visit. */
function visitBefore(mark: Mark, lane: Lane, visitMs: number): Position | undefined {
  if (lane.before === undefined || lane.before === mark.login) return undefined;
  const visit = { at: mark.at - visitMs, key: ZERO_KEY };
  return comparePositions(visit, lane.from) > 0 ? visit : undefined;
}

/** One pass of the fold, over marks of one trust in order; `start` must be without login. */
function foldMarks(start: Lane, marks: readonly Mark[], level: Trust, visitMs: number): Lane[] {
  let lane = start;
  const lanes: Lane[] = [];
  const open = (from: Position, name: string, soft: boolean) => {
    const before = lane.login ?? lane.before;
    lanes.push(lane);
    const fp = fingerprint("lane", start.device + name);
    lane = { fp, device: start.device, from, level, soft, ...optional("before", before) };
  };
  for (const mark of marks) {
    const { at, key, login, sourceId } = mark;
    if (opens(mark, lane)) open({ at, key }, `@${key}`, false);
    if (login === undefined || lane.login !== undefined) continue;
    const visit = visitBefore(mark, lane, visitMs);
    if (visit !== undefined) open(visit, `~${key}`, true);
    lane = { ...lane, login, signed: { at, key, trust: level, sourceId } };
  }
  lanes.push(lane);
  return lanes;
}

const bare = (lane: Lane): Lane => ({
  fp: lane.fp,
  device: lane.device,
  from: lane.from,
  level: lane.level,
  soft: lane.soft,
});
const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);

/**
 * Cuts the timeline of a device from a hard lane on (`start`; the first lane for all of it). Proven marks cut first;
 * stated ones refine only lanes that no proven login holds. `marks`: all of the device from there on, in order.
 */
export function cutLanes(start: Lane, marks: readonly Mark[], visitMs: number): Lane[] {
  const proven = marks.filter((mark) => mark.trust === "proven");
  const stated = marks.filter((mark) => mark.trust === "stated");
  const wide = foldMarks(
    { ...bare(start), ...optional("before", start.provenBefore) },
    proven,
    "proven",
    visitMs,
  );
  const lanes: Lane[] = [];
  let before = start.before;
  let next = 0;
  wide.forEach((lane, i) => {
    const end = wide[i + 1]?.from;
    const from = next;
    for (let mark = stated[next]; mark && (!end || comparePositions(mark, end) < 0); mark = stated[next])
      next++;
    const provenBefore = optional("provenBefore", lane.before);
    const plain = { ...bare(lane), ...optional("before", before) };
    const fine =
      lane.login !== undefined && lane.signed !== undefined
        ? [{ ...plain, login: lane.login, signed: lane.signed }]
        : foldMarks(plain, stated.slice(from, next), "stated", visitMs);
    for (const one of fine) lanes.push({ ...one, ...provenBefore });
    before = fine.at(-1)?.login ?? fine.at(-1)?.before;
  });
  return lanes;
}

/** True when a mark that comes or goes inside `lane` certainly changes no lane. */
export function isQuiet(mark: Mark, lane: Lane): boolean {
  if (lane.login === undefined || lane.signed === undefined) return false;
  if (lane.signed.trust === "proven" && mark.trust === "stated") return true;
  return (
    mark.login === lane.login && mark.trust === lane.signed.trust && comparePositions(mark, lane.signed) > 0
  );
}

/** The lane that holds a position: the last one that begins at or before it. */
export function laneAt<L extends Lane>(lanes: readonly L[], position: Position): L | undefined {
  let low = 0;
  let high = lanes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const lane = lanes[middle];
    if (lane !== undefined && comparePositions(lane.from, position) <= 0) low = middle + 1;
    else high = middle;
  }
  return lanes[low - 1];
}

/** Lanes as proven marks alone cut them: each begins a row of lanes that stated marks cut out of it, and is the first of them. */
export const isWide = (lane: Lane): boolean => lane.level !== "stated";
