// Doors to what is happening: the newest events with their people, and one event's way through the six words.

import { type Language, Refusal, sentenceOf } from "@somlos/contract";
import { live, trace } from "@somlos/contract/rooms/events";
import { machineNow } from "@somlos/kernel/clock";
import type { Tx } from "@somlos/kernel/db";
import { type Door, handle } from "@somlos/kernel/http";
import { isUuid } from "@somlos/rules/uuid";
import {
  bodyOf,
  channelAt,
  countDuplicates,
  countParked,
  countRate,
  findByKeys,
  findParkedMessage,
  identifierOf,
  isObject,
  type LoggedRow,
  listNewest,
  listSources,
  listTimeline,
  measureAck,
  type Naming,
  placeOf,
  propertiesOf,
  show,
  showParked,
  summaryOf,
  traitsOf,
} from "../events/index.ts";
import { findPerson, homesOf, listPeople, listStreams } from "../identity/index.ts";
import { notFactsIn } from "./facts.rules.ts";
import { NOW_AND_LATER, namesOf } from "./people.actions.ts";
import type { PeopleHouse } from "./people.routes.ts";
import { traceSteps } from "./trace.rules.ts";

/** What the endpoint asks for. */
const MAY_TRACE = "events.read";
const FIVE_MINUTES_MS = 300_000;
const SLOTS = 100;
const SAMPLE = 500;
const NAMES_A_PERSON: ReadonlySet<string> = new Set(["login", "email", "phone", "club_card"]);
const LOOK_BACK_MS = 7 * 86_400_000;

export const liveDoors: readonly Door<PeopleHouse>[] = [
  handle(live, ({ db, sight }: PeopleHouse, { query, caller }) =>
    db.read(async (tx, now) => {
      const rows = await listNewest(tx, {
        after: query.after ?? 0,
        since: new Date(now.getTime() - (query.after === undefined ? LOOK_BACK_MS : FIVE_MINUTES_MS)),
        channel: query.channel === undefined ? null : placeOf(query.channel),
        name: query.q === undefined || query.q === "" ? null : `%${query.q.replace(/[\\%_]/g, "\\$&")}%`,
        limit: query.limit,
      });
      return {
        items: await itemsOf(
          tx,
          await shownTo(tx, (ids) => sight.hidden(tx, caller, "events.read", ids), rows),
          async (ids) =>
            (await sight.hidden(tx, caller, "people.read", ids)).union(
              (await sight.restricted(tx, caller, ids)).closed,
            ),
        ),
        cursor: rows[0]?.seq ?? query.after ?? 0,
        ...(await pulse(tx, now)),
      };
    }),
  ),
  handle(trace, ({ db, naming, sight }: PeopleHouse, { params, language, caller }) =>
    db.read((tx) =>
      traceOf(tx, naming, params.messageId, language, (ids) => sight.hidden(tx, caller, MAY_TRACE, ids)),
    ),
  ),
];

type HiddenOf = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

const known = (homes: readonly (string | undefined)[]): string[] => [
  ...new Set(homes.filter((id) => id !== undefined)),
];

/** Without what people did who are not there for who asks. */
async function shownTo<Row extends LoggedRow>(
  tx: Tx,
  hiddenOf: HiddenOf,
  rows: readonly Row[],
): Promise<Row[]> {
  const homes = await homesOf(tx, rows);
  const hidden = await hiddenOf(known(homes));
  return rows.filter((_, i) => !hidden.has(homes[i] ?? ""));
}

/** Who may not read people sees that an event has one, not who. */
async function itemsOf(
  tx: Tx,
  rows: readonly (LoggedRow & { ack_ms: number | null })[],
  unreadable: HiddenOf,
) {
  const homes = await homesOf(tx, rows);
  const nameless = await unreadable(known(homes));
  const names = await namesOf(
    tx,
    known(homes).filter((id) => !nameless.has(id)),
  );
  return rows.map((row, i) => {
    const body = bodyOf(row);
    const id = homes[i];
    return {
      ...show(row, body),
      seq: row.seq,
      receivedAt: row.received_at.toISOString(),
      ackMs: row.ack_ms,
      person: id === undefined ? null : { id, name: names.get(id) ?? null, by: recognisedBy(row, body) },
      summary: summaryOf(body),
    };
  });
}

const recognisedBy = (row: LoggedRow, body: Readonly<Record<string, unknown>>): string | null =>
  (row.flags & 8) === 8 ? "login" : typeof body["anonymousId"] === "string" ? "visitor" : null;

async function pulse(tx: Tx, now: Date) {
  const counts = await countRate(tx, now);
  const rate = Array.from({ length: SLOTS }, () => 0);
  const channels: Record<string, number> = {};
  for (const { slot, channel, count } of counts) {
    const place = SLOTS - 1 - Math.min(SLOTS - 1, Math.max(0, slot));
    rate[place] = (rate[place] ?? 0) + count / 3;
    if (slot < 20) channels[channelAt(channel)] = (channels[channelAt(channel)] ?? 0) + count;
  }
  const ack = await measureAck(tx, now);
  return {
    rate: rate.map((r) => Math.round(r * 100) / 100),
    channels,
    parked: await countParked(tx, null),
    duplicates: await countDuplicates(tx, now),
    recognised: await shareRecognised(tx, now),
    ackMs: ack.p50 === null || ack.p99 === null ? null : { p50: ack.p50, p99: ack.p99 },
  };
}

/** Of the newest events of the last five minutes (500 at most), how many belong to somebody with a name or an address. */
async function shareRecognised(tx: Tx, now: Date): Promise<number | null> {
  const rows = await listNewest(tx, {
    after: 0,
    since: new Date(now.getTime() - FIVE_MINUTES_MS),
    channel: null,
    name: null,
    limit: SAMPLE,
  });
  if (rows.length === 0) return null;
  const homes = await homesOf(tx, rows);
  const ids = known(homes);
  const named = new Set(
    (await listPeople(tx, { ids }))
      .filter((p) => p.identifiers.some((i) => NAMES_A_PERSON.has(i.kind)))
      .map((p) => p.id),
  );
  return homes.filter((id) => id !== undefined && named.has(id)).length / rows.length;
}

/** An event of somebody who is not there for who asks is as unknown as one that never came. */
async function traceOf(tx: Tx, naming: Naming, messageId: string, language: Language, hiddenOf: HiddenOf) {
  const row = await findEvent(tx, naming, messageId);
  if (row === undefined) return parkedTrace(tx, messageId, language);
  const [personId] = await homesOf(tx, [row]);
  if ((await hiddenOf(known([personId]))).size > 0) throw new Refusal("events.unknown");
  const body = bodyOf(row);
  const names = personId === undefined ? new Map<string, string>() : await namesOf(tx, [personId]);
  return {
    ...show(row, body),
    receivedAt: row.received_at.toISOString(),
    personId: personId ?? null,
    personName: personId === undefined ? null : (names.get(personId) ?? null),
    parked: null,
    body: row.body === null ? null : body,
    steps: traceSteps({
      receivedAt: row.received_at,
      writtenAt: row.written_at,
      recognised: personId !== undefined,
      toldFacts: row.type === 3,
    }),
    notFacts: row.type === 3 ? notFactsOf(body, row.at.getTime(), language) : [],
  };
}

const notFactsOf = (body: unknown, at: number, language: Language) =>
  notFactsIn((isObject(body) ? traitsOf(body) : undefined) ?? {}, at).map(({ name, code }) => ({
    name: name.slice(0, 100),
    code,
    sentence: sentenceOf(code, language),
  }));

async function parkedTrace(tx: Tx, messageId: string, language: Language) {
  const parked = await findParkedMessage(tx, messageId);
  if (parked === undefined) throw new Refusal("events.unknown");
  const body: unknown = JSON.parse(parked.body);
  const type = isObject(body) && typeof body["type"] === "string" ? body["type"] : "";
  return {
    messageId,
    personId: null,
    personName: null,
    name: parked.name ?? "",
    type,
    channel: "unknown" as const,
    source: parked.source ?? "",
    at: parked.received_at.toISOString(),
    receivedAt: parked.received_at.toISOString(),
    parked: showParked(parked, language),
    body,
    steps: traceSteps({
      receivedAt: parked.received_at,
      writtenAt: null,
      recognised: false,
      toldFacts: false,
    }),
    notFacts: [],
  };
}

/** By message id under any source, by the event's own key, or the newest event of an order number. */
async function findEvent(tx: Tx, naming: Naming, messageId: string) {
  const sources = await listSources(tx);
  const keys = sources.map((s) => naming.print(`message ${s.id}`, `id ${messageId}`)).map(hexOf);
  const own = isUuid(messageId) ? [messageId] : [];
  const found = await findByKeys(tx, [...keys, ...own]);
  if (found !== undefined) return found;
  const newest = await findOrderEvent(tx, naming, messageId);
  return newest === undefined ? undefined : findByKeys(tx, [newest.key]);
}

const LOOK_THROUGH = 200;

/** The newest event that names an order or receipt by this number, among what its person did lately. */
async function findOrderEvent(tx: Tx, naming: Naming, number: string): Promise<LoggedRow | undefined> {
  for (const kind of ["order", "receipt"] as const) {
    const identifier = identifierOf(naming, kind, number);
    const person = identifier === undefined ? undefined : await findPerson(tx, identifier);
    if (person === undefined) continue;
    const parts = await listStreams(tx, [person]);
    const wish = { limit: LOOK_THROUGH, before: NOW_AND_LATER, channel: null };
    const rows = await listTimeline(tx, parts, wish, machineNow());
    const found = rows.find((row) =>
      Object.values(propertiesOf(bodyOf(row))).some((value) => String(value) === number),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

const hexOf = (fp: string): string => Buffer.from(fp, "latin1").toString("hex");
