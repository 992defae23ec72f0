// What a batch will ask of the tables, asked in one breath: one way to the database and back instead of one a question.
// What turns out to be missing is asked for when it is needed. Good until something of the kind is written.
import type { Tx } from "@somlos/kernel/db";
import { findRevision } from "./anew.store.ts";
import { type Claim, nameOf, type Sighting } from "./claims.rules.ts";
import { findClaims } from "./claims.store.ts";
import { START } from "./lanes.rules.ts";
import { lanesAt, nameOfQuestion, type Question, type StoredLane } from "./lanes.store.ts";
import { findNodes, type Node } from "./nodes.store.ts";
import { findPeople, type PersonRow } from "./people.store.ts";
import { marksOf, type News, type Stream, sightingName } from "./sift.rules.ts";
import { type Pulse, pulseName, type Slot, slotsAround } from "./silence.rules.ts";
import { findPulses } from "./silence.store.ts";
import { findSightings, findStreams, lockIdentity } from "./streams.store.ts";

/** Rows that are read once. */
class Once<Key, Row> {
  readonly #find: (tx: Tx, keys: readonly Key[]) => Promise<ReadonlyMap<string, Row>>;
  readonly #nameOf: (key: Key) => string;
  readonly #asked = new Set<string>();
  readonly #found = new Map<string, Row>();

  constructor(
    nameOfKey: (key: Key) => string,
    find: (tx: Tx, keys: readonly Key[]) => Promise<ReadonlyMap<string, Row>>,
  ) {
    this.#nameOf = nameOfKey;
    this.#find = find;
  }

  /** The rows under these keys, by name; there may be others among them. */
  async read(tx: Tx, keys: readonly Key[]): Promise<ReadonlyMap<string, Row>> {
    const missing = keys.filter((key) => !this.#asked.has(this.#nameOf(key)));
    if (missing.length === 0) return this.#found;
    for (const key of missing) this.#asked.add(this.#nameOf(key));
    for (const [name, row] of await this.#find(tx, missing)) this.#found.set(name, row);
    return this.#found;
  }
}

const itself = (text: string): string => text;
const byName = <Row>(rows: readonly Row[], name: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [name(row), row]));

export class Ahead {
  readonly streams = new Once<string, Pick<Stream, "firstAt" | "firsts">>(itself, findStreams);
  readonly sightings = new Once<Sighting, Sighting>(sightingName, async (tx, like) =>
    byName(await findSightings(tx, like), sightingName),
  );
  readonly pulses = new Once<Slot, Pulse>(pulseName, async (tx, slots) =>
    byName(await findPulses(tx, slots), pulseName),
  );
  readonly lanes = new Once<Question, StoredLane>(nameOfQuestion, lanesAt);
  readonly claims = new Once<Claim, Claim>(nameOf, findClaims);
  readonly nodes = new Once<string, Node>(itself, async (tx, fps) =>
    byName(await findNodes(tx, fps), (node) => node.fp),
  );
  readonly people = new Once<string, PersonRow>(itself, findPeople);
}

/** What could be known when it was our turn. */
export type Asked = { readonly turn: Date; readonly ahead: Ahead; readonly revision: number };

/** Takes the lock of identity and asks what can be known now. */
export async function askAhead(tx: Tx, news: News): Promise<Asked> {
  const ahead = new Ahead();
  const claims = [...news.claims.values()];
  const [turn, revision] = await tx.together(() =>
    Promise.all([
      lockIdentity(tx),
      findRevision(tx), // behind the lock: what was made void before is known
      ahead.streams.read(tx, [...news.streams.keys()]),
      ahead.sightings.read(tx, [...news.sightings.values()]),
      ahead.pulses.read(tx, slotsAround(news.pulses.values())),
      ahead.lanes.read(tx, questionsOf(news)),
      ahead.claims.read(tx, claims),
      ahead.nodes.read(tx, [...news.ids.keys(), ...claims.flatMap((claim) => [claim.a, claim.b])]),
    ]),
  );
  return { turn, ahead, revision };
}

function questionsOf(news: News): Question[] {
  const streams = [...news.streams.values()];
  const sightings = [...news.sightings.values()];
  const places = [
    ...streams.map(({ device }) => ({ device, ...START })),
    ...streams.flatMap((stream) => marksOf(stream)),
    ...news.marks.values(),
    ...sightings,
  ];
  return [
    ...places.map((place) => ({ place, wide: false })),
    ...sightings.filter(({ trust }) => trust === "proven").map((place) => ({ place, wide: true })),
  ];
}
