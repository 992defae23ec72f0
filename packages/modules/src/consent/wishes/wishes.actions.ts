// Saying and reading wishes, and asking them when something is about to be sent.
import { type Language, Refusal } from "@somlos/contract";
import { MOST_WORDS, type Wish, type WishesAnswer } from "@somlos/contract/rooms/wishes";
import type { Database, Tx, Work } from "@somlos/kernel/db";
import { uuid7, uuidOf } from "@somlos/kernel/ids";
import { listEntities } from "../../company/index.ts";
import { holdToWrite, listHeads } from "../ledger/heads.store.ts";
import type { Carrier } from "../ledger/plan.rules.ts";
import { listTopics } from "./topics.store.ts";
import {
  CONTACTS_KEPT_MS,
  clockOf,
  countWithin,
  foldWishes,
  type Hours,
  type Kept,
  keptBack,
  type Message,
  minuteOf,
  type WishAct,
} from "./wishes.rules.ts";
import {
  deleteOldContacts,
  holdWishLimits,
  insertWishes,
  listContacts,
  listWishActs,
  listWishHistory,
  type NewWish,
  type NewWishes,
  saveContact,
  type ToldWish,
} from "./wishes.store.ts";

const HISTORY_MOST = 100;
const YEAR_MS = 366 * 86_400_000;
/** Where nobody entered a legal entity yet. */
const ZONE = "Europe/Stockholm";

const windowOf = (now: Date): Date => new Date(now.getTime() - CONTACTS_KEPT_MS);

/** Why a message to whoever holds these waits. `said`: those of them that ever said anything; held until the work is over. */
export async function askWishes(
  tx: Tx,
  held: readonly string[],
  said: readonly string[],
  message: Message,
): Promise<Kept | undefined> {
  const acts = await listWishActs(tx, said);
  if (acts.length === 0) return undefined;
  const wishes = foldWishes(acts, new Set(held));
  if (wishes.most.length === 0) return keptBack(wishes, [], message);
  await holdWishLimits(tx, said);
  return keptBack(wishes, await listContacts(tx, held, windowOf(message.now)), message);
}

const nothing = { item: "", hours: null, until: null, limit: null, stance: null } as const;

/** An act as rows: one a thing that it names. */
function rowsOf(wish: Wish, zone: string): NewWish[] {
  const { hours, pausedUntil, most = [], topics = {}, words = [] } = wish;
  const span = (said: NonNullable<Wish["hours"]>): Hours => ({
    ...{ from: minuteOf(said.from), to: minuteOf(said.to), zone },
    days: said.days.toSorted((a, b) => a - b),
  });
  return [
    ...(hours === undefined
      ? []
      : [{ ...nothing, name: "hours" as const, hours: hours === null ? null : span(hours) }]),
    ...(pausedUntil === undefined
      ? []
      : [
          {
            ...{ ...nothing, name: "pause" as const },
            until: pausedUntil === null ? null : new Date(pausedUntil),
          },
        ]),
    ...most.map(({ channel, limit }) => ({ ...nothing, name: "most" as const, item: channel ?? "", limit })),
    ...Object.entries(topics).map(([item, stance]) => ({ ...nothing, name: "topic" as const, item, stance })),
    ...words.map(({ word: item, stance }) => ({ ...nothing, name: "word" as const, item, stance })),
  ];
}

async function refuseBad(work: Work, wish: Wish): Promise<void> {
  const { pausedUntil = null, topics = {} } = wish;
  if (pausedUntil !== null) {
    const ahead = new Date(pausedUntil).getTime() - work.now.getTime();
    if (ahead <= 0 || ahead > YEAR_MS) throw new Refusal("consent.pause_bad");
  }
  const named = Object.keys(topics);
  if (named.length === 0) return;
  const known = new Set((await listTopics(work.tx)).map(({ code }) => code));
  if (!named.every((code) => known.has(code))) throw new Refusal("consent.topic_unknown");
}

function refuseFull(acts: readonly WishAct[], held: ReadonlySet<string>, { words = [] }: Wish): void {
  const there = new Set(foldWishes(acts, held).words.keys());
  const added = words.filter(({ word, stance }) => stance !== null && !there.has(word));
  const gone = words.filter(({ word, stance }) => stance === null && there.has(word));
  if (added.length > 0 && there.size + added.length - gone.length > MOST_WORDS)
    throw new Refusal("consent.words_full");
}

export type Sayer = Pick<NewWishes, "by" | "saidBy">;

/** Writes what a person wishes, on each of what they hold. Said again it changes nothing. */
export async function sayWishes(
  work: Work,
  carriers: readonly Carrier[],
  wish: Wish,
  sayer: Sayer,
): Promise<void> {
  await refuseBad(work, wish);
  const fps = carriers.map(({ fp }) => fp).sort();
  await holdToWrite(work.tx, fps);
  const before = await listWishActs(work.tx, fps);
  if (before.some(({ act }) => act === wish.actId)) return;
  refuseFull(before, new Set(fps), wish);
  const zone = wish.zone ?? (await listEntities(work.tx))[0]?.timeZone ?? ZONE;
  const wishes = rowsOf(wish, zone);
  await insertWishes(work.tx, { act: wish.actId, identifiers: carriers, wishes, at: work.now, ...sayer });
  const data = { actId: wish.actId, names: [...new Set(wishes.map(({ name }) => name))] };
  work.record({ name: "wishes.set", v: 1, data });
}

const shownHours = ({ from, to, days, zone }: Hours) => ({
  ...{ from: clockOf(from), to: clockOf(to), days: [...days], zone },
});

const shownAct = ({ act, at, by, name, item, hours, until, limit, stance }: ToldWish) => ({
  ...{ id: act, at: new Date(at).toISOString(), by, name, item, stance, limit },
  hours: hours === null ? null : shownHours(hours),
  until: until?.toISOString() ?? null,
});

/** What holds for whoever holds these now, and how it came to be. */
export async function readWishes(
  tx: Tx,
  held: readonly string[],
  language: Language,
  now: Date,
): Promise<WishesAnswer> {
  const said = await listHeads(tx, held);
  const wishes = foldWishes(await listWishActs(tx, said), new Set(held));
  const contacts = wishes.most.length === 0 ? [] : await listContacts(tx, held, windowOf(now));
  const topics = (await listTopics(tx)).filter(({ code, open }) => open || wishes.topics.has(code));
  return {
    hours: wishes.hours.map(shownHours),
    pausedUntil: wishes.until !== null && wishes.until > now ? wishes.until.toISOString() : null,
    most: wishes.most.map((limit) => ({
      ...{ times: limit.times, per: limit.per, had: countWithin(contacts, limit, now).length },
      channel: limit.item === "" ? null : (limit.item as WishesAnswer["most"][number]["channel"]),
    })),
    topics: topics.map(({ code, names }) => ({
      ...{ code, name: names[language], stance: wishes.topics.get(code) ?? null },
    })),
    words: [...wishes.words].map(([word, stance]) => ({ word, stance })),
    history: (await listWishHistory(tx, [...said], HISTORY_MOST)).map(shownAct),
  };
}

/** A message that is sent: it counts towards how often they want to hear of us. */
export const noteContact = (
  work: Work,
  reached: readonly { readonly fp: string }[],
  channel: string,
): Promise<number> =>
  saveContact(
    work.tx,
    uuid7(work.now.getTime()),
    [...new Set(reached.map(({ fp }) => uuidOf(fp)))],
    channel,
    work.now,
  );

const AT_ONCE = 10_000;
/** Counted messages that no limit looks at any more. */
export const pruneContacts = (db: Database): Promise<number> =>
  db.work({ kind: "system", id: "consent" }, ({ tx, now }) => deleteOldContacts(tx, windowOf(now), AT_ONCE));
