// The reference, first part: when whom a device belongs to, told from sign-ins and goodbyes alone.
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
export type Event = Told & { readonly key: string };
export type Moment = { readonly at: number; readonly key: string };
export type Lane = {
  readonly from: Moment;
  to: Moment;
  login: string | undefined;
  before: string | undefined;
  /** The sign-in by which the login holds it. */
  by?: Mark;
  /** Place of the lane that stands for the stretch which proven marks alone cut. */
  wide?: number;
};
export type Lanes = ReadonlyMap<string, readonly Lane[]>;
export type Mark = Moment & { readonly trust: Trust; readonly login: string | undefined };
const VISIT = 30 * 60_000;
const START: Moment = { at: Number.NEGATIVE_INFINITY, key: "" };
const END: Moment = { at: Number.POSITIVE_INFINITY, key: "" };
const ZERO = "\0".repeat(16);

export const earlier = (a: Moment, b: Moment): boolean => a.at < b.at || (a.at === b.at && a.key < b.key);
const within = (m: Moment, lane: Lane): boolean => !earlier(m, lane.from) && earlier(m, lane.to);
export const byTime = (a: Moment, b: Moment): number => (earlier(a, b) ? -1 : earlier(b, a) ? 1 : 0);
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

/** All lanes of one device, in order. */
export function lanesOf(events: readonly Event[]): Lane[] {
  const marks = marksOf(events);
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
    const cut = (from: Moment, login: string | undefined, by?: Mark) => {
      // Who was last signed in before, also when a lane without anybody lies between.
      lanes.push({ from, to: lane.to, login, before: lane.login ?? lane.before, ...(by && { by }) });
      lane.to = from;
    };
    if (mark.login === undefined) cut({ at: mark.at, key: mark.key }, undefined);
    else if (lane.login === undefined) take(lane, mark, mark.login, cut);
    else if (lane.login !== mark.login) cut({ at: mark.at, key: mark.key }, mark.login, mark);
  }
  return lanes;
}

function take(
  lane: Lane,
  mark: Mark,
  login: string,
  cut: (from: Moment, login: string | undefined, by: Mark) => void,
): void {
  const visit = { at: mark.at - VISIT, key: ZERO };
  if (lane.before === undefined || lane.before === login || !earlier(lane.from, visit)) {
    lane.login = login;
    lane.by = mark;
  } else cut(visit, login, mark);
}

export const laneNode = (device: string, place: number): string => `lane ${device}#${place}`;

export function laneAt(lanes: Lanes, e: Event): { node: string; lane: Lane } | undefined {
  if (e.device === undefined) return undefined;
  const all = lanes.get(e.device) ?? [];
  const place = all.findIndex((lane) => within(e, lane));
  const lane = all[place];
  return lane === undefined ? undefined : { node: laneNode(e.device, place), lane };
}
