// When people were born, for rooms below that must leave children alone: the house brings these down.
import type { Tx } from "@somlos/kernel/db";
import { findSelf, homesOf, listHolders, listStreams, listStreamsOf } from "../identity/index.ts";
import { type Born, bornOfWords } from "./born.rules.ts";
import { listBirths, listYoungWords } from "./born.store.ts";

const AT_ONCE = 5000;

/** Of these people, those of whom anybody said when they were born. */
async function bornAmong(tx: Tx, personIds: readonly string[]): Promise<Map<string, Born>> {
  const streams = await listStreams(tx, personIds);
  const words = Map.groupBy(await listBirths(tx, streams), ({ part }) => streams.owners[part] ?? 0);
  const found = new Map<string, Born>();
  for (const [owner, said] of words) {
    const [id, born] = [personIds[owner - 1], bornOfWords(said)];
    if (id !== undefined && born !== undefined) found.set(id, born);
  }
  return found;
}

/** When a person was born at the latest, by all that is known of them; undefined: nobody told. */
export const bornOf = async (tx: Tx, personId: string): Promise<Born | undefined> =>
  (await bornAmong(tx, [personId])).get(personId);

/** The same for the eyes of whoever proved this identifier: nothing that is not proven to be theirs. */
export async function bornOfSelf(tx: Tx, fp: string): Promise<Born | undefined> {
  const { nodes } = await findSelf(tx, fp);
  return bornOfWords(await listBirths(tx, await listStreamsOf(tx, nodes)));
}

/** Everybody born after a day (YYYY-MM-DD), as holders of identifiers. */
export async function bornAfter(tx: Tx, day: string): Promise<string[]> {
  const words = await listYoungWords(tx, Number(day.slice(0, 4)));
  const homes = await homesOf(tx, words);
  const ids = [...new Set(homes.filter((id) => id !== undefined))];
  const young: string[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const [id, born] of await bornAmong(tx, ids.slice(from, from + AT_ONCE)))
      if (born.day > day) young.push(id);
  return young.length === 0 ? [] : listHolders(tx, young);
}
