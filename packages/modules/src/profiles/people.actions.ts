// Opening a person: identity says who and which streams, facts what we know, the log what happened.
import { Refusal } from "@somlos/contract";
import type { Person, PersonRow } from "@somlos/contract/rooms/people";
import { machineNow } from "@somlos/kernel/clock";
import type { Tx } from "@somlos/kernel/db";
import {
  bodyOf,
  channelAt,
  findFirstTime,
  type LoggedRow,
  listLastSeen,
  listMessageIds,
  listTimeline,
  propertiesOf,
  show,
} from "../events/index.ts";
import { listStreams, loadPerson, type Streams } from "../identity/index.ts";
import { type Fact, MOST_LINEAGE, nameIn, settleFacts } from "./facts.rules.ts";
import { listWords } from "./facts.store.ts";

/** A place in the timeline after everything. */
export const NOW_AND_LATER = { at: new Date("9999-12-31T00:00:00Z"), seq: Number.MAX_SAFE_INTEGER };
const RECENT = 200;

type SourceNames = ReadonlyMap<number, string>;

/** The whole person, by the present id or any former one. */
export async function openPerson(
  tx: Tx,
  id: string,
  sources: SourceNames,
  entitiesIn: (circle: number) => Person["legalEntities"],
): Promise<Person> {
  const found = await loadPerson(tx, id);
  if (found === undefined) throw new Refusal("people.unknown");
  const parts = await listStreams(tx, [found.id]);
  const facts = settleFacts(await listWords(tx, parts));
  const now = machineNow();
  const recent = await listTimeline(tx, parts, { limit: RECENT, before: NOW_AND_LATER, channel: null }, now);
  const firstAt = await findFirstTime(tx, parts, now);
  return {
    id: found.id,
    formerIds: [...found.formerIds],
    name: nameIn(facts) ?? null,
    bornAt: found.bornAt.toISOString(),
    firstSeenAt: firstAt?.toISOString() ?? null,
    lastSeenAt: recent[0]?.at.toISOString() ?? null,
    channels: [...new Set(recent.map((row) => channelAt(row.channel)))],
    identifiers: found.identifiers.map((i) => ({
      kind: i.kind,
      value: i.value,
      firstSeenAt: i.firstSeenAt?.toISOString() ?? null,
      trust: i.trust,
    })),
    facts: await showFacts(tx, facts, sources),
    restriction: "none",
    legalEntities: entitiesIn(found.identifiers[0]?.circle ?? 0),
  };
}

/** That they are there, and whose customer. */
export const closedPerson = (person: Person): Person => ({
  ...person,
  ...{ name: null, firstSeenAt: null, lastSeenAt: null, channels: [], identifiers: [], facts: {} },
  restriction: "closed",
});

/** Facts with the event that each of their words came from. */
async function showFacts(
  tx: Tx,
  facts: ReadonlyMap<string, Fact>,
  sources: SourceNames,
): Promise<Person["facts"]> {
  const keys = [...facts.values()].flatMap((fact) => [fact.key, ...lately(fact).map((word) => word.key)]);
  const ids = keys.length === 0 ? new Map<string, string>() : await listMessageIds(tx, [...new Set(keys)]);
  return Object.fromEntries([...facts].map(([name, fact]) => [name, showFact(fact, sources, ids)]));
}

const lately = (fact: Fact) => fact.lineage.slice(0, MOST_LINEAGE);

function showFact(
  fact: Fact,
  sources: SourceNames,
  ids: ReadonlyMap<string, string>,
): Person["facts"][string] {
  const source = (id: number) => sources.get(id) ?? "";
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    value: fact.value,
    at: iso(fact.at),
    trust: fact.origin,
    source: source(fact.sourceId),
    messageId: ids.get(fact.key) ?? null,
    rule: fact.rule,
    confidence: fact.origin === "inferred" ? 0.5 : 1,
    lineage: lately(fact).map((word) => ({
      value: word.value,
      at: iso(word.at),
      source: source(word.sourceId),
      trust: word.origin,
      messageId: ids.get(word.key) ?? null,
    })),
  };
}

/** Names of many people at once, for lists: what their streams say. */
export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  return personIds.length === 0 ? new Map() : namesIn(tx, personIds, await listStreams(tx, personIds));
}

async function namesIn(tx: Tx, personIds: readonly string[], streams: Streams): Promise<Map<string, string>> {
  const owner = (part: number) => personIds[(streams.owners[part] ?? 0) - 1] ?? "";
  const names = new Map<string, string>();
  for (const [id, said] of Map.groupBy(await listWords(tx, streams), (word) => owner(word.part))) {
    const name = nameIn(settleFacts(said));
    if (name !== undefined) names.set(id, name);
  }
  return names;
}

export type Glance = Pick<PersonRow, "name" | "lastSeenAt" | "channels">;

/** What a list shows of many people: name, when and where seen last. */
export async function glanceAt(tx: Tx, personIds: readonly string[]): Promise<(id: string) => Glance> {
  if (personIds.length === 0) return () => ({ name: null, lastSeenAt: null, channels: [] });
  const streams = await listStreams(tx, personIds);
  const names = await namesIn(tx, personIds, streams);
  const seen = new Map(
    (await listLastSeen(tx, streams, machineNow())).map((row) => [personIds[row.owner - 1], row]),
  );
  return (id) => ({
    name: names.get(id) ?? null,
    lastSeenAt: seen.get(id)?.at.toISOString() ?? null,
    channels: (seen.get(id)?.channels ?? []).map(channelAt),
  });
}

export type TimelineWish = {
  readonly limit: number;
  readonly before: { at: Date; seq: number } | undefined;
  readonly channel: number | null;
};

/** A page of what happened, newest first. */
export async function readTimeline(
  tx: Tx,
  id: string,
  wish: TimelineWish,
): Promise<{ rows: LoggedRow[]; next: string | null }> {
  const parts = await listStreams(tx, [id]);
  if (parts.count === 0 && (await loadPerson(tx, id)) === undefined) throw new Refusal("people.unknown");
  const before = wish.before ?? NOW_AND_LATER;
  const rows = await listTimeline(tx, parts, { ...wish, before }, machineNow());
  const last = rows.length === wish.limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : `${last.at.getTime()}_${last.seq}` };
}

export function readCursor(text: string | undefined): { at: Date; seq: number } | undefined {
  const found = /^(-?\d{1,16})_(\d{1,16})$/.exec(text ?? "");
  return found === null ? undefined : { at: new Date(Number(found[1])), seq: Number(found[2]) };
}

export const showItem = (row: LoggedRow) => {
  const body = bodyOf(row);
  return { ...show(row, body), properties: { ...propertiesOf(body) } };
};
