// Who is who, and what holds about them: written a second time, slowly and plainly, from the definitions alone. It shares no
// line with the rooms it is held against. The definitions: the README of the room identity, and profiles' rule that of equal
// origin the latest word counts.
import { createHmac } from "node:crypto";
import {
  byTime,
  type Event,
  type Lane,
  type Lanes,
  laneAt,
  laneNode,
  lanesOf,
  type Told,
  type Trust,
} from "./reference-lanes.ts";
import {
  claimsOf,
  idsOf,
  kindOf,
  loginOf,
  type Print,
  type Rule,
  strongest,
  type United,
  unite,
} from "./reference-people.ts";

export type Fact = { readonly value: unknown; readonly at: number; readonly trust: Trust };
export type Group = {
  readonly ids: ReadonlySet<string>;
  readonly messages: ReadonlySet<string>;
  readonly facts: ReadonlyMap<string, Fact>;
};
export type World = {
  readonly groups: readonly Group[];
  /** From an identifier (`kind value`) to the place of its group. */
  readonly home: ReadonlyMap<string, number>;
  /** From a message to the place of its group. */
  readonly homeOfMessage: ReadonlyMap<string, number>;
  readonly refusedByLimit: number;
};

export function settle(secret: string, told: readonly Told[], rules: readonly Rule[] = []): World {
  const print = (space: string, text: string) =>
    createHmac("sha256", secret).update(`${space}\0${text}`).digest("binary").slice(0, 16);
  const events = told.map((t) => ({
    ...t,
    key: print(`message ${t.trust === "stated" ? 1 : 2}`, `id ${t.messageId}`),
  }));
  const lanes = new Map<string, Lane[]>();
  for (const device of new Set(events.flatMap((e) => (e.device === undefined ? [] : [e.device]))))
    lanes.set(device, lanesOf(events.filter((e) => e.device === device)));
  const fpOf = (node: string) => {
    const kind = kindOf(node);
    return print(`id ${kind}`, node.slice(kind.length + 1));
  };
  const claims = claimsOf(events, lanes, fpOf);
  const proven = new Set(events.filter((e) => e.trust === "proven").flatMap(idsOf));
  const united = unite(
    claims,
    proven,
    rules.map((rule) => ({ ...rule, ties: inOrder(rule.ties, fpOf) })),
  );
  return drawUp(events, lanes, united, fpOf);
}

/** Ties of one ruling are heard by their ends, the stronger first. */
function inOrder(ties: Rule["ties"], fpOf: Print): Rule["ties"] {
  const printOf = (tie: readonly [string, string]) => {
    const strong = strongest(tie, fpOf);
    return tie
      .toSorted((x, y) => Number(y === strong) - Number(x === strong))
      .map(fpOf)
      .join("");
  };
  return ties.toSorted((x, y) => (printOf(x) < printOf(y) ? -1 : 1));
}

type Draft = { readonly ids: Set<string>; readonly messages: Set<string>; readonly words: Event[] };

/** Groups as they are met, each with what can be asked for from outside. */
class Drafts {
  readonly all: Draft[] = [];
  readonly #places = new Map<Set<string>, number>();
  readonly #groupOf: United["groupOf"];

  constructor(groupOf: United["groupOf"]) {
    this.#groupOf = groupOf;
  }

  placeOf(node: string): number {
    const set = this.#groupOf(node);
    const place =
      this.#places.get(set) ?? this.all.push({ ids: new Set(), messages: new Set(), words: [] }) - 1;
    this.#places.set(set, place);
    return place;
  }

  of(node: string): Draft {
    const draft = this.all[this.placeOf(node)];
    if (draft === undefined) throw new Error(`no group for ${node}`);
    return draft;
  }
}

/** From groups of nodes to what can be asked for from outside. */
function drawUp(
  events: readonly Event[],
  lanes: Lanes,
  { groupOf, refusedByLimit }: United,
  fpOf: Print,
): World {
  const drafts = new Drafts(groupOf);
  const home = new Map<string, number>();
  const homeOfMessage = new Map<string, number>();
  for (const e of events) {
    for (const id of idsOf(e)) {
      home.set(id, drafts.placeOf(id));
      drafts.of(id).ids.add(id);
    }
    const at = homeNode(e, lanes, fpOf);
    if (at === undefined) continue;
    homeOfMessage.set(e.messageId, drafts.placeOf(at));
    put(e, drafts.of(at));
  }
  for (const [device, all] of lanes) {
    for (const place of all.keys()) drafts.of(laneNode(device, place)).ids.add(`visitor ${device}`);
    home.set(`visitor ${device}`, drafts.placeOf(laneNode(device, all.length - 1)));
  }
  const groups = drafts.all.map(({ ids, messages, words }) => ({ ids, messages, facts: factsOf(words) }));
  return { groups, home, homeOfMessage, refusedByLimit };
}

const homeNode = (e: Event, lanes: Lanes, fpOf: Print): string | undefined =>
  e.login === undefined ? (laneAt(lanes, e)?.node ?? strongest(idsOf(e), fpOf)) : loginOf(e.login);

function put(e: Event, { ids, messages, words }: Draft): void {
  messages.add(e.messageId);
  if (e.traits !== undefined) words.push(e);
  if (e.device !== undefined && e.login !== undefined) ids.add(`visitor ${e.device}`);
}

function factsOf(words: readonly Event[]): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const inOrder = [...words].sort(
    (a, b) => (a.trust === b.trust ? 0 : a.trust === "stated" ? -1 : 1) || byTime(a, b),
  );
  for (const { traits = {}, at, trust } of inOrder)
    for (const [name, value] of Object.entries(traits)) facts.set(name, { value, at, trust });
  for (const [name, { value }] of facts) if (value === null) facts.delete(name);
  return facts;
}
