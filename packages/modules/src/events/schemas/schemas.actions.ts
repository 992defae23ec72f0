// Schemas: learned, tried, put in force, ended. Nothing here changes an event.
import { Refusal } from "@somlos/contract";
import type { BreakAction, SchemaType, Shape } from "@somlos/contract/rooms/schemas";
import type { Database, Tx, Work } from "@somlos/kernel/db";
import { type AuditBook, namesOfStaff } from "../../access/index.ts";
import { types } from "../parse/words.rules.ts";
import { bumpRevision } from "../sources.store.ts";
import { checkShape, hold, partOf } from "./compile.ts";
import { learnShape } from "./learn.rules.ts";
import {
  findNewest,
  insertSchema,
  listEndedSchemas,
  listSample,
  listSchemasWithLife,
  listSeen,
  listVersions,
  listWaiting,
  lockSource,
  saveEnd,
} from "./schemas.store.ts";

const LEARNED_FROM = 1000;
const WAITING_TRIED = 1000;

export type Which = { readonly sourceId: number; readonly type: SchemaType; readonly name: string };

/** Identify and group have no name of their own. */
export const whichOf = (sourceId: number, { type, name }: { type: SchemaType; name: string }): Which => ({
  sourceId,
  type,
  name: type === "identify" || type === "group" ? "" : name.trim(),
});

const titleOf = (w: Which): string => (w.name === "" ? w.type : w.name);

export async function putInForce(
  work: Work,
  audit: AuditBook,
  which: Which,
  wish: { action: BreakAction; schema: Shape; after: number | null },
): Promise<number> {
  checkShape(wish.schema);
  if (which.type === "track" && which.name === "")
    throw new Refusal("door.bad_request", { problems: ["name: a track event has one"] });
  if ((await lockSource(work.tx, which.sourceId)) === undefined) throw new Refusal("sources.unknown");
  const newest = await findNewest(work.tx, which);
  const inForce = newest !== undefined && newest.ended_at === null ? newest.version : null;
  if (wish.after !== inForce) throw new Refusal("schemas.saved_by_other");
  const version = (newest?.version ?? 0) + 1;
  await saveEnd(work.tx, which, work.now);
  const { action, schema } = wish;
  await insertSchema(work.tx, { ...which, version, action, schema }, work.now, work.actor.id);
  await bumpRevision(work.tx);
  await note(work, audit, "schemas.save", which, `${titleOf(which)}, version ${version}, ${action}`);
  return version;
}

export async function takeOutOfForce(work: Work, audit: AuditBook, which: Which): Promise<number> {
  if ((await lockSource(work.tx, which.sourceId)) === undefined) throw new Refusal("sources.unknown");
  const newest = await findNewest(work.tx, which);
  if (newest === undefined || (await saveEnd(work.tx, which, work.now)) === 0)
    throw new Refusal("schemas.unknown");
  await bumpRevision(work.tx);
  await note(work, audit, "schemas.end", which, `${titleOf(which)}, version ${newest.version}`);
  return newest.version;
}

const note = (work: Work, audit: AuditBook, what: string, which: Which, reason: string) =>
  audit.note(work, { who: work.actor.id, what, object: String(which.sourceId), reason });

type Message = Readonly<Record<string, unknown>>;
const sampleOf = (tx: Tx, now: Date, which: Which, limit: number): Promise<unknown[]> =>
  listSample(tx, { ...which, now, type: types.indexOf(which.type), limit });

export async function learn(db: Database, which: Which): Promise<{ looked: number; schema: Shape }> {
  const messages = await db.read((tx, now) => sampleOf(tx, now, which, LEARNED_FROM));
  if (messages.length === 0) throw new Refusal("schemas.nothing_to_learn");
  const place = partOf(which.type);
  return {
    looked: messages.length,
    schema: learnShape(messages.map((message) => (message as Message)[place] ?? {})),
  };
}

export async function tryOut(db: Database, which: Which, schema: Shape, last: number) {
  checkShape(schema);
  const { judge } = hold({ ...which, version: 0, action: "park", schema });
  const [came, waiting] = await db.read(async (tx, now) => [
    await sampleOf(tx, now, which, last),
    await listWaiting(tx, { ...which, limit: WAITING_TRIED }),
  ]);
  const broken = (came as Message[]).flatMap((message) => {
    const detail = judge(message);
    return detail === undefined ? [] : [{ detail, messageId: idOf(message) }];
  });
  const causes = [...Map.groupBy(broken, ({ detail }) => detail)].map(([detail, all]) => ({
    detail,
    count: all.length,
    messageId: all[0]?.messageId ?? null,
  }));
  return {
    looked: came.length,
    fit: came.length - broken.length,
    causes: causes.sort((a, b) => b.count - a.count).slice(0, 50),
    waiting: {
      looked: waiting.length,
      fit: (waiting as Message[]).filter((message) => judge(message) === undefined).length,
    },
  };
}

const idOf = (message: Message): string | null =>
  typeof message["messageId"] === "string" ? message["messageId"] : null;

export function lookAtSchemas(db: Database, sourceId: number) {
  return db.read(async (tx, now) => {
    const items = await listSchemasWithLife(tx, sourceId, now);
    const has = new Set(items.map((item) => `${item.type} ${item.name}`));
    const seen = (await listSeen(tx, now, sourceId)).flatMap(({ type, name, count }) => {
      const word = types[type];
      return word === undefined || word === "alias" || has.has(`${word} ${name}`)
        ? []
        : [{ type: word, name, count }];
    });
    return { items, ended: await listEndedSchemas(tx, sourceId), seen };
  });
}

/** Every version of one schema, newest first, each with the name of who put it in force. */
export function lookBack(db: Database, which: Which) {
  return db.read(async (tx) => {
    const rows = await listVersions(tx, which);
    const names = await namesOfStaff(tx, [...new Set(rows.map((row) => row.created_by))]);
    return rows.map((row) => ({ ...row, by: names.get(row.created_by) ?? null }));
  });
}
