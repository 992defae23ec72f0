// Parked events go through the same rules again. A crash in the middle repeats some; their ids make that harmless.
import { Refusal } from "@somlos/contract";
import type { Channel } from "@somlos/contract/rooms/events";
import type { Actor, Database } from "@somlos/kernel/db";
import { isHushed, type Outcome } from "./collect.actions.ts";
import type { Collector } from "./collector.ts";
import {
  deleteParked,
  listOpenIds,
  lockParked,
  markReplayed,
  type ParkedRow,
  saveStillParked,
} from "./parked.store.ts";
import type { Naming } from "./parse/identifiers.rules.ts";
import { parse, type Terms } from "./parse/parse.rules.ts";

const AT_ONCE = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

export type ReplayWish = {
  readonly ids?: readonly string[] | undefined;
  readonly all?: boolean | undefined;
  readonly code?: string | undefined;
  readonly sourceId?: number | undefined;
  readonly name?: string | undefined;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
};
export type Replayed = { replayed: number; parked: number; duplicates: number };
export type ReplayHouse = {
  readonly db: Database;
  readonly collector: Collector;
  readonly naming: Naming;
  readonly channelOf: (sourceId: number) => Channel;
  readonly termsOf: (sourceId: number) => Terms | undefined;
};

export async function replay(house: ReplayHouse, actor: Actor, wish: ReplayWish): Promise<Replayed> {
  if (wish.body !== undefined && wish.ids?.length !== 1)
    throw new Refusal("door.bad_request", { problems: ["body goes with exactly one id"] });
  if ((wish.ids === undefined) === (wish.all !== true))
    throw new Refusal("door.bad_request", { problems: ["give ids, or all: true"] });
  const total: Replayed = { replayed: 0, parked: 0, duplicates: 0 };
  for await (const ids of portions(house.db, wish)) {
    const done = await replaySome(house, actor, ids, wish.body);
    total.replayed += done.replayed;
    total.parked += done.parked;
    total.duplicates += done.duplicates;
  }
  return total;
}

async function* portions(db: Database, wish: ReplayWish): AsyncGenerator<readonly string[]> {
  if (wish.ids !== undefined) {
    for (let i = 0; i < wish.ids.length; i += AT_ONCE) yield wish.ids.slice(i, i + AT_ONCE);
    return;
  }
  const until = await db.read(async (_tx, now) => now);
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const from: string = after;
    const ids = await db.read((tx) =>
      listOpenIds(tx, {
        after: from,
        until,
        code: wish.code ?? null,
        sourceId: wish.sourceId ?? null,
        name: wish.name ?? null,
        limit: AT_ONCE,
      }),
    );
    if (ids.length > 0) yield ids;
    after = ids.at(-1);
  }
}

async function replaySome(
  house: ReplayHouse,
  actor: Actor,
  ids: readonly string[],
  mended: ReplayWish["body"],
): Promise<Replayed> {
  const rows = await house.db.work(actor, ({ tx }) => lockParked(tx, ids));
  const messages = rows.map((row) => withId(mended ?? JSON.parse(row.body), row));
  const tried = rows.map((row, i) => ({
    row,
    message: messages[i],
    verdict: parse(messages[i], envelopeOf(house, row)),
  }));
  const outcomes = new Map<string, Outcome>();
  // What still does not fit goes the same way: it may be of somebody who was erased meanwhile. One that breaks a schema was
  // counted when it came.
  for (const { row, message, verdict } of tried) {
    if ("unfit" in verdict && verdict.unfit.breaks !== undefined) continue;
    const [outcome] = await house.collector.take({
      sender: senderOf(house, row),
      messages: [message],
      sentAt: row.sent_at?.getTime(),
      receivedAt: row.received_at.getTime(),
      digest: row.digest ?? undefined,
      parkedAs: row.id,
    });
    if (outcome !== undefined) outcomes.set(row.id, outcome);
  }
  await house.db.work(actor, async ({ tx, now }) => {
    const still = tried.flatMap(({ row, message, verdict }) =>
      "unfit" in verdict && !isHushed(outcomes.get(row.id))
        ? [
            {
              id: row.id,
              code: verdict.unfit.code,
              detail: verdict.unfit.detail ?? null,
              body: JSON.stringify(message),
            },
          ]
        : [],
    );
    if (still.length > 0) await saveStillParked(tx, still);
    const taken = [...outcomes].filter(([, outcome]) => outcome.kind !== "parked").map(([id]) => id);
    if (taken.length > 0) await markReplayed(tx, taken, now);
    const hushed = taken.filter((id) => isHushed(outcomes.get(id)));
    if (hushed.length > 0) await deleteParked(tx, hushed); // its copy goes too
  });
  const count = (kind: Outcome["kind"]) => [...outcomes.values()].filter((o) => o.kind === kind).length;
  return {
    replayed: count("accepted") + count("hushed"),
    duplicates: count("duplicate"),
    parked: tried.length - count("accepted") - count("hushed") - count("duplicate"),
  };
}

/** A message without an id gets one from its place in the parked list, so that a repeated replay counts once. */
function withId(message: unknown, row: ParkedRow): unknown {
  if (typeof message !== "object" || message === null || Array.isArray(message)) return message;
  return "messageId" in message ? message : { ...message, messageId: `parked ${row.id}` };
}

const senderOf = (house: ReplayHouse, row: ParkedRow) => ({
  sourceId: row.source_id,
  trust: row.trust === 1 ? ("proven" as const) : ("stated" as const),
  channel: house.channelOf(row.source_id),
});

const envelopeOf = (house: ReplayHouse, row: ParkedRow) => ({
  ...senderOf(house, row),
  naming: house.naming,
  receivedAt: row.received_at.getTime(),
  sentAt: row.sent_at?.getTime(),
  terms: house.termsOf(row.source_id),
  suspicious: true,
  newId: () => row.id,
  digest: row.digest ?? undefined,
});
