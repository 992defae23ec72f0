// Step 2 of the flow: what a batch of events tells about who is who. Nothing new costs no query.
import type { Tx, Work } from "@somlos/kernel/db";
import type { Told } from "../events/index.ts";
import { type Ahead, askAhead } from "./ahead.actions.ts";
import { changeClaims } from "./claims.actions.ts";
import type { Sighting } from "./claims.rules.ts";
import { placeOnLanes } from "./lanes.actions.ts";
import { comparePositions, type Mark } from "./lanes.rules.ts";
import { type IdentitySettings, identitySettings } from "./limits.rules.ts";
import { settlePeople } from "./people.actions.ts";
import { loadSettings } from "./rules/versions.store.ts";
import {
  addsStream,
  type Firsts,
  isKnown,
  isNothing,
  joinStreams,
  Memory,
  markOf,
  type News,
  remember,
  type Stream,
  sift,
  sightingName,
  trusts,
} from "./sift.rules.ts";
import { hearPulses, slotsAround } from "./silence.rules.ts";
import { savePulses } from "./silence.store.ts";
import { deleteFirsts, saveMarks, saveSightings, saveStreams } from "./streams.store.ts";

export type Recognised = {
  /** To be called after the commit, never before: what was learned need not be asked again. */
  committed(): void;
};

/** What was heard of a batch before it was known which of it is new. */
export type Heard = {
  readonly told: readonly Told[];
  readonly news: News;
  readonly turn?: Date;
  readonly ahead?: Ahead;
  /** The rules in force when it was our turn. */
  readonly rules?: IdentitySettings;
};

export type Recognise = {
  /** Asks what the batch will need, in one breath; takes the lock of identity when there is something to learn. */
  ahead(tx: Tx, told: readonly Told[]): Promise<Heard>;
  /** Learns what fresh events tell, inside the transaction that stores them. `heard`: of those and their duplicates. */
  learn(work: Work, told: readonly Told[], heard?: Heard): Promise<Recognised>;
  /** What was seen committed is true no longer. */
  forget(): void;
  /** True when there is nothing to learn from them. Asks the memory only. */
  knows(told: Iterable<Told>): boolean;
};

export type RecogniseOptions = {
  /** What holds where no version of the rules says otherwise. */
  readonly settings?: IdentitySettings;
  /** How many known things to keep in mind. */
  readonly remember?: number;
};

/** One for each process and database. */
export function openRecognise(options: RecogniseOptions = {}): Recognise {
  const settings = options.settings ?? identitySettings;
  const blank = () => new Memory(options.remember ?? 300_000);
  let memory = blank();
  let revision: number | undefined;
  let rules = settings;
  /** A memory that was made void meanwhile is not built upon: it would speak of what is there no longer. */
  async function ask(tx: Tx, told: readonly Told[], first: News): Promise<Required<Omit<Heard, "told">>> {
    const { turn, ahead, revision: number } = await askAhead(tx, first);
    if (revision === number) return { turn, ahead, rules, news: first };
    const isVoid = revision !== undefined;
    rules = await loadSettings(tx, settings);
    revision = number;
    if (!isVoid) return { turn, ahead, rules, news: first };
    memory = blank();
    const news = sift(told, settings, memory);
    return { ...(await askAhead(tx, news)), rules, news };
  }
  return {
    async ahead(tx, told) {
      const news = sift(told, settings, memory);
      return isNothing(news) ? { told, news } : { told, ...(await ask(tx, told, news)) };
    },
    async learn(work, told, heard) {
      // A duplicate among them tells nothing.
      const first = heard?.told.length === told.length ? heard.news : sift(told, settings, memory);
      if (isNothing(first)) return { committed: () => undefined };
      const { turn, ahead, news, rules } =
        heard?.turn !== undefined && heard.ahead !== undefined && heard.rules !== undefined
          ? { turn: heard.turn, ahead: heard.ahead, rules: heard.rules, news: first }
          : await ask(work.tx, told, first);
      const mine = memory; // one that is forgotten meanwhile learns no more
      await learnNews(work, news, turn, ahead, rules);
      return { committed: () => remember(news, mine) };
    },
    forget() {
      memory = blank();
    },
    knows: (told) => isKnown(told, settings, memory),
  };
}

/** Learns news that are sifted already. */
export async function learnNews(
  work: Work,
  news: News,
  turn: Date,
  ahead: Ahead,
  settings: IdentitySettings,
): Promise<void> {
  const { tx } = work;
  const { streams, came, went } = await learnStreams(tx, news, ahead);
  const silence = await learnSilence(tx, news, ahead);
  const sightings = await learnSightings(tx, news, ahead);
  const marks = { came: [...came, ...silence.came], went: [...went, ...silence.went] };
  const lanes = await placeOnLanes(tx, { streams, ...marks, sightings }, ahead, settings);
  const change = await changeClaims(tx, { news, lanes, turn, now: work.now, ahead }, settings);
  await settlePeople(work, change, turn, ahead, settings);
}

type Learned = { readonly streams: Stream[]; readonly came: Map<string, Mark>; readonly went: Mark[] };

/** Writes what is new of streams and marks. */
async function learnStreams(tx: Tx, news: News, ahead: Ahead) {
  const known = await ahead.streams.read(tx, [...news.streams.keys()]);
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
  for (const trust of trusts) {
    const [first, was] = [markOf(stream, stream.firsts, trust), markOf(stream, old, trust)];
    if (first?.key === was?.key) continue;
    if (first !== undefined) came.set(first.key, first);
    if (was !== undefined) went.push(was);
  }
}

/** Visits of kiosks begin and end with silence: their marks come and go with the events around. */
async function learnSilence(
  tx: Tx,
  news: News,
  ahead: Ahead,
): Promise<Pick<Learned, "went"> & { came: Mark[] }> {
  if (news.pulses.size === 0) return { came: [], went: [] };
  const known = await ahead.pulses.read(tx, slotsAround(news.pulses.values()));
  const { saved, came, went } = hearPulses(news.pulses.values(), known);
  savePulses(tx, saved);
  await deleteFirsts(tx, went);
  saveMarks(tx, came);
  return { came, went };
}

async function learnSightings(
  tx: Tx,
  news: News,
  ahead: Ahead,
): Promise<{ now: Sighting; old?: Sighting }[]> {
  const wanted = [...news.sightings.values()];
  const known = await ahead.sightings.read(tx, wanted);
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
