// Doors of the parked list. Live and trace name people, so they stand a few floors up, in profiles.

import type { Language, RefusalCode } from "@somlos/contract";
import { sentenceOf } from "@somlos/contract";
import { type ParkedItem, parked, replay as replayEndpoint } from "@somlos/contract/rooms/events";
import type { Actor } from "@somlos/kernel/db";
import { type Caller, type Door, type House, handle } from "@somlos/kernel/http";
import { countParked, listParked, type ParkedRow } from "./parked.store.ts";
import { type ReplayHouse, replay } from "./replay.actions.ts";

export type EventsHouse = House & ReplayHouse;

export const showParked = (row: ParkedRow, language: Language): ParkedItem => ({
  id: row.id,
  receivedAt: row.received_at.toISOString(),
  source: row.source ?? "",
  name: row.name,
  messageId: row.message_id,
  code: row.code,
  sentence: sentenceOf(row.code as RefusalCode, language),
  detail: row.detail,
  body: JSON.parse(row.body),
  replayedAt: row.replayed_at?.toISOString() ?? null,
});

const actorOf = (caller: Caller): Actor =>
  caller.kind === "staff" ? { kind: "staff", id: caller.staffId } : { kind: "system", id: "events" };

const cursor = (row: ParkedRow): string => `${row.received_at.toISOString()}_${row.id}`;
function readCursor(text: string | undefined): { beforeAt: Date | null; beforeId: string | null } {
  const [at, id] = (text ?? "").split("_");
  const time = new Date(at ?? "");
  if (id === undefined || Number.isNaN(time.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    return { beforeAt: null, beforeId: null };
  return { beforeAt: time, beforeId: id };
}

export const eventDoors: readonly Door<EventsHouse>[] = [
  handle(parked, ({ db }: EventsHouse, { query, language }) =>
    db.read(async (tx) => {
      const code = query.code ?? null;
      const rows = await listParked(tx, { code, ...readCursor(query.before), limit: query.limit });
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      return {
        items: rows.map((row) => showParked(row, language)),
        next: last === undefined ? null : cursor(last),
        total: await countParked(tx, code),
      };
    }),
  ),
  handle(replayEndpoint, (house: EventsHouse, { body, caller }) => replay(house, actorOf(caller), body)),
];
