// Weighs people just heard of, seconds after the log holds what was said of them: the walk through all may take an hour to come by.
import type { Work } from "@somlos/kernel/db";
import { type FlushedRow, findLastFlushed, listFlushed } from "../../events/index.ts";
import { findKnown, homesOf } from "../identity.store.ts";
import type { MatchHouse } from "./matches.house.ts";
import { findPrints, saveHeard, takeHeard } from "./walk.store.ts";
import { weighPeople } from "./weigh.actions.ts";

/** What is read and weighed at once; a step is a transaction of a second at most. */
const FLUSHES = 16;
const PEOPLE = 300;
const IDENTIFY = 3;

const saysWho = ({ type }: FlushedRow): boolean => type === IDENTIFY;

/** People of whom something was said, and those who were never weighed: the last heard first. */
async function peopleIn({ tx }: Work, rows: readonly FlushedRow[]): Promise<string[]> {
  const known = await findKnown(tx, rows);
  const told = rows.filter((row, at) => saysWho(row) || known.has(at)).reverse();
  const homes = await homesOf(tx, told);
  const changed = new Set(homes.filter((_, at) => saysWho(told[at] as FlushedRow)));
  const all = [...new Set(homes)].filter((id) => id !== undefined);
  const weighed = await findPrints(tx, all);
  return all.filter((id) => changed.has(id) || !weighed.has(id));
}

/** One step: true while there is more to read. In a flood, as of a large import, some are left to the walk: nobody waits behind a million. */
export async function weighNews(work: Work, house: Pick<MatchHouse, "likenessOf">): Promise<boolean> {
  const { tx } = work;
  const at = await takeHeard(tx);
  const newest = (await findLastFlushed(tx)) ?? { tx: "0", number: 0 };
  if (at === undefined) {
    // Whoever came before is the walk's.
    await saveHeard(tx, newest);
    return false;
  }
  const { rows, place, whole } = await listFlushed(tx, at, { flushes: FLUSHES, bodiesOf: [] });
  if (place === undefined) return false;
  const people = await peopleIn(work, rows);
  await weighPeople(work, house, people.slice(0, PEOPLE).sort());
  await saveHeard(tx, whole || people.length <= PEOPLE ? place : newest);
  return !whole && people.length <= PEOPLE;
}
