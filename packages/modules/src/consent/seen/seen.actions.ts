// Counting from the log: how many are recognised, the lines of the recognition log, and what came of what was to be had for a yes. One process at a time, some flushes
// a transaction, each once: the place moves with what was counted.
import { roles } from "@somlos/contract";
import type { Database, Work } from "@somlos/kernel/db";
import {
  bodyOf,
  channelAt,
  type FlushedRow,
  findLastFlushed,
  hearAgain,
  type LoggedRow,
  listFlushed,
  locationIn,
  type Naming,
  placeOf,
} from "../../events/index.ts";
import { findKnown } from "../../identity/index.ts";
import { keepBenefits } from "../benefits/benefits.actions.ts";
import { VISIT_MS } from "../dial/dial.rules.ts";
import { foldSights, functionIn, isMeeting, metChannels, type Sight, strongestKind } from "./seen.rules.ts";
import {
  addCounts,
  beginAt,
  type Counted,
  deleteOldLines,
  listLinesSince,
  movePlace,
  saveLines,
  takePlace,
} from "./seen.store.ts";

const FLUSHES_AT_ONCE = 20;
const ROUNDS_A_LOOK = 50;
const SYSTEM = { kind: "system", id: "consent" } as const;
const KEPT_MS = 3 * 365 * 86_400_000;
const AT_ONCE = 2000;

export type SeenHouse = { readonly db: Database; readonly naming: Naming };

/** Counts what came since the last time; true: everything is counted, or another process is at it. */
export async function countRecognition(house: SeenHouse, rounds = ROUNDS_A_LOOK): Promise<boolean> {
  for (let round = 0; round < rounds; round++)
    if (await house.db.work(SYSTEM, (work) => countSome(work, house.naming))) return true;
  return false;
}

/** What came before an installation counted is not made up: it begins where the log stands. */
async function countSome({ tx }: Work, naming: Naming): Promise<boolean> {
  const at = await takePlace(tx);
  if (at === undefined) {
    await beginAt(tx, (await findLastFlushed(tx)) ?? { tx: "0", number: 0 });
    return true;
  }
  const wish = { flushes: FLUSHES_AT_ONCE, bodiesOf: metChannels.map(placeOf) };
  const { rows, place, whole } = await listFlushed(tx, at, wish);
  if (place === undefined) return true;
  const known = await knownAmong(tx, rows);
  const counts = countByDay(rows, known);
  if (counts.length > 0) await addCounts(tx, counts);
  await keepLines(tx, naming, rows, known);
  await keepBenefits(tx, rows);
  await movePlace(tx, place);
  return whole;
}

const BY_LOGIN = 8;

/** What a login carried is known; of all else each is asked for, since whose a browser is changes with every sign-in. */
async function knownAmong(tx: Work["tx"], rows: readonly LoggedRow[]): Promise<(row: LoggedRow) => boolean> {
  const asked = rows.filter(({ flags }) => (flags & BY_LOGIN) === 0);
  const known = await findKnown(tx, asked);
  const seqs = new Set(asked.filter((_, i) => known.has(i)).map(({ seq }) => seq));
  return ({ flags, seq }) => (flags & BY_LOGIN) !== 0 || seqs.has(seq);
}

function countByDay(rows: readonly FlushedRow[], known: (row: LoggedRow) => boolean): Counted[] {
  const counts = new Map<string, { -readonly [K in keyof Counted]: Counted[K] }>();
  for (const row of rows) {
    const [day, channel] = [row.received_at.toISOString().slice(0, 10), channelAt(row.channel)];
    const name = `${day} ${channel}`;
    const count = counts.get(name) ?? { day, channel, recognised: 0, unknown: 0, told: 0 };
    const met = { sourceKind: row.source_kind, channel, at: row.at, receivedAt: row.received_at };
    count[!isMeeting(met) ? "told" : known(row) ? "recognised" : "unknown"]++;
    counts.set(name, count);
  }
  return [...counts.values()];
}

async function keepLines(
  tx: Work["tx"],
  naming: Naming,
  rows: readonly LoggedRow[],
  known: (row: LoggedRow) => boolean,
): Promise<void> {
  const sights = rows.filter(known).flatMap((row) => sightOf(row, naming));
  if (sights.length === 0) return;
  const first = Math.min(...sights.map(({ at }) => at.getTime()));
  const subjects = [...new Set(sights.map(({ subject }) => subject))];
  const there = await listLinesSince(tx, subjects, new Date(first - VISIT_MS));
  const lines = foldSights(there, sights);
  if (lines.length > 0) await saveLines(tx, lines);
}

function sightOf(row: LoggedRow, naming: Naming): Sight[] {
  const channel = channelAt(row.channel);
  const signIn = (row.flags & 2) === 2;
  if (!signIn && !metChannels.includes(channel)) return [];
  const told = hearAgain(row, naming);
  if (told === undefined) return [];
  const body = bodyOf(row);
  const kinds = [...(told.login === undefined ? [] : ["login"]), ...told.ids.map(({ kind }) => kind)];
  return [
    {
      ...{ subject: row.subject, channel, at: row.at, key: row.key, signIn },
      place: locationIn(body)?.slice(0, 100) ?? "",
      byKind: strongestKind(kinds),
      function: functionIn(body, roles),
    },
  ];
}

/** Lines whose three years are over. */
export const pruneSeen = (db: Database): Promise<number> =>
  db.work(SYSTEM, ({ tx, now }) => deleteOldLines(tx, new Date(now.getTime() - KEPT_MS), AT_ONCE));
