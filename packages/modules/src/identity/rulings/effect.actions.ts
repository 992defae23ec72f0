// What a ruling did, or would do: who was there, who is there now, and what went from whom to whom.
import type { Tx } from "@somlos/kernel/db";
import { type ListedPerson, listPeople, listStreamsOfNodes, type Streams } from "../identity.store.ts";
import { findHoldings, type Holding, listHoldings } from "./named.store.ts";

/** What goes over from one person to another. */
export type Move = {
  readonly from: string;
  readonly to: string;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  /** Its place among the owners of `streams`, from 1. */
  readonly owner: number;
};

export type Effect = {
  readonly before: readonly ListedPerson[];
  readonly after: readonly ListedPerson[];
  readonly moves: readonly Move[];
  /** Which events and facts go, by move. */
  readonly streams: Streams;
};

const isAlone = (person: string): boolean => person.length === 16;

export class EffectBook {
  readonly #tx: Tx;
  #were: readonly Holding[] = [];
  #before: readonly ListedPerson[] = [];

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** These are the people concerned, as they are still. */
  async before(people: readonly string[]): Promise<void> {
    const components = people.filter((person) => !isAlone(person));
    this.#were = await listHoldings(this.#tx, components, people.filter(isAlone));
    this.#before = await listPeople(this.#tx, { ids: [...new Set(this.#were.map((one) => one.personId))] });
  }

  async after(): Promise<Effect> {
    const were = new Map(this.#were.map((one) => [one.fp, one.personId]));
    const now = await findHoldings(this.#tx, [...were.keys()]);
    const moved = now.filter((one) => were.get(one.fp) !== one.personId);
    const groups = Map.groupBy(moved, (one) => `${were.get(one.fp)} ${one.personId}`);
    const moves = [...groups.values()].map((list, i) => moveOf(list, were, i + 1));
    const owners = [...groups.values()].flatMap((list, i) => list.map(({ fp }) => ({ fp, owner: i + 1 })));
    const concerned = new Set(moves.flatMap(({ from, to }) => [from, to]));
    const standing = [...new Set(now.map((one) => one.personId))].filter((id) => concerned.has(id));
    return {
      before: this.#before.filter(({ id }) => concerned.has(id)),
      after: await listPeople(this.#tx, { ids: standing }),
      moves,
      streams: await listStreamsOfNodes(this.#tx, owners),
    };
  }
}

function moveOf(list: readonly Holding[], were: ReadonlyMap<string, string>, owner: number): Move {
  const [first] = list;
  return {
    from: (first && were.get(first.fp)) ?? "",
    to: first?.personId ?? "",
    identifiers: list.flatMap(({ kind, value }) => (value === undefined ? [] : [{ kind, value }])),
    owner,
  };
}
