// Step 2 of the flow: what a batch of events tells about who is who. Nothing new costs no query.
import type { Tx, Work } from "@somlos/kernel/db";
import type { Told, Trust } from "../events/index.ts";
import { changeClaims } from "./claims.actions.ts";
import type { Sighting } from "./claims.rules.ts";
import { placeOnLanes } from "./lanes.actions.ts";
import { comparePositions, type Mark } from "./lanes.rules.ts";
import { type IdentitySettings, identitySettings } from "./limits.rules.ts";
import { settlePeople } from "./people.actions.ts";
import {
  addsStream,
  type Firsts,
  isKnown,
  isNothing,
  joinStreams,
  Memory,
  type News,
  remember,
  type Stream,
  sift,
  sightingName,
} from "./sift.rules.ts";
import {
  deleteFirsts,
  findSightings,
  findStreams,
  lockIdentity,
  saveMarks,
  saveSightings,
  saveStreams,
} from "./streams.store.ts";

export type Recognised = {
  /** To be called after the commit, never before: what was learned need not be asked again. */
  committed(): void;
};

export type Recognise = {
  /** Learns what fresh events tell, inside the transaction that stores them. */
  learn(work: Work, told: readonly Told[]): Promise<Recognised>;
  /** True when there is nothing to learn from them. Asks the memory only. */
  knows(told: Iterable<Told>): boolean;
};

export type RecogniseOptions = {
  readonly settings?: IdentitySettings;
  /** How many known things to keep in mind. */
  readonly remember?: number;
};

/** One for each process and database. */
export function openRecognise(options: RecogniseOptions = {}): Recognise {
  const settings = options.settings ?? identitySettings;
  const memory = new Memory(options.remember ?? 300_000);
  return {
    async learn(work, told) {
      const news = sift(told, settings, memory);
      if (isNothing(news)) return { committed: () => undefined };
      await learn(work, news, settings);
      return { committed: () => remember(news, memory) };
    },
    knows: (told) => isKnown(told, settings, memory),
  };
}

async function learn(work: Work, news: News, settings: IdentitySettings): Promise<void> {
  const { tx } = work;
  const turn = await lockIdentity(tx);
  const { streams, came, went } = await learnStreams(tx, news);
  const sightings = await learnSightings(tx, news);
  const lanes = await placeOnLanes(tx, { streams, came, went, sightings }, settings);
  const change = await changeClaims(tx, { news, lanes, turn, now: work.now }, settings);
  await settlePeople(work, change, turn, settings);
}

type Learned = { readonly streams: Stream[]; readonly came: Map<string, Mark>; readonly went: Mark[] };

/** Writes what is new of streams and marks. */
async function learnStreams(tx: Tx, news: News) {
  const known = await findStreams(tx, [...news.streams.keys()]);
  const learned: Learned = { streams: [], came: new Map(), went: [] };
  for (const [subject, stream] of news.streams) {
    const old = known.get(subject);
    const now = old === undefined ? stream : joinStreams(stream, old);
    news.streams.set(subject, now); // for memory
    if (addsStream(now, old)) learnStream(now, old?.firsts ?? {}, learned);
  }
  const { streams, came, went } = learned;
  for (const mark of news.marks.values()) came.set(mark.key, mark);
  const marks = [...came.values()];
  saveStreams(tx, streams);
  await deleteFirsts(tx, went);
  saveMarks(tx, marks);
  return { streams, came: marks, went };
}

/** A first event is a mark; it gives way to an earlier one. */
function learnStream(stream: Stream, old: Firsts, { streams, came, went }: Learned): void {
  streams.push(stream);
  for (const trust of ["stated", "proven"] as const) {
    const [first, was] = [markOf(stream, stream.firsts, trust), markOf(stream, old, trust)];
    if (first?.key === was?.key) continue;
    if (first !== undefined) came.set(first.key, first);
    if (was !== undefined) went.push(was);
  }
}

function markOf({ device, login }: Stream, firsts: Firsts, trust: Trust): Mark | undefined {
  const first = firsts[trust];
  return first === undefined || login === undefined
    ? undefined
    : { device, login, trust, explicit: false, ...first };
}

async function learnSightings(tx: Tx, news: News): Promise<{ now: Sighting; old?: Sighting }[]> {
  const wanted = [...news.sightings.values()];
  const known = new Map((await findSightings(tx, wanted)).map((old) => [sightingName(old), old]));
  const fresh: { now: Sighting; old?: Sighting }[] = [];
  for (const now of wanted) {
    const name = sightingName(now);
    const old = known.get(name);
    if (old !== undefined && comparePositions(old, now) <= 0) news.sightings.set(name, old);
    else fresh.push(old === undefined ? { now } : { now, old });
  }
  saveSightings(
    tx,
    fresh.map(({ now }) => now),
  );
  return fresh;
}
