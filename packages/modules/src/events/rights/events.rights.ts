// What a person may ask of the log: every event with its body; bodies gone, envelopes freed of whose they were, and their
// identifiers taken out of what others said, what waits parked, and files that were brought.
import { createReadStream } from "node:fs";
import type { Work } from "@somlos/kernel/db";
import {
  type Erased,
  identifiersIn,
  needlesOf,
  type RoomRights,
  redact,
  type Scope,
  type Whom,
} from "@somlos/kernel/rights";
import { pathOf, removeFiles } from "../imports/imports.files.ts";
import { bodyOf, show } from "../shown.rules.ts";
import {
  deleteBesides,
  findPortion,
  freeEvents,
  listKeptFiles,
  listNaming,
  listOwnEvents,
  type Of,
  saveBodies,
  saveFilesGone,
} from "./events.rights.store.ts";

const EXPORTED_AT_ONCE = 1000;
const FREED_AT_ONCE = 1000;
const SEARCHED_AT_ONCE = 2000;
const BESIDES = "besides";

const EVERYTHING: Of = { sourceId: null, from: null, to: null };
const ofScope = (scope: Scope): Of =>
  scope.kind === "source"
    ? { ...EVERYTHING, sourceId: scope.sourceId }
    : scope.kind === "span"
      ? { sourceId: null, from: scope.from, to: scope.to }
      : EVERYTHING;

async function ownEvents(
  { tx }: Work,
  whom: Whom,
  scope: Scope,
  pattern: string | undefined,
): Promise<Erased> {
  const { bodies, freed } = await freeEvents(tx, whom.parts, ofScope(scope), FREED_AT_ONCE, pattern ?? null);
  const removed = { "events.bodies": bodies, "events.log (freed)": freed };
  if (freed > 0) return { removed, next: "own" };
  return pattern === undefined ? { removed } : { removed, next: "0" };
}

async function othersEvents({ tx }: Work, after: number, pattern: string): Promise<Erased> {
  const upTo = await findPortion(tx, after, SEARCHED_AT_ONCE);
  if (upTo === undefined) return { removed: {}, next: BESIDES };
  const found = await listNaming(tx, after, upTo, pattern);
  const cleaned = await saveBodies(
    tx,
    found.map((row) => ({ ...row, body: redact(row.body, pattern) })),
  );
  return { removed: { "events.bodies (cleaned)": cleaned }, next: String(upTo) };
}

/** Whether a file holds one of the needles: read through in pieces that overlap. */
async function holds(path: string, pattern: string): Promise<boolean> {
  const needle = new RegExp(pattern, "i");
  let rest = "";
  try {
    for await (const piece of createReadStream(path, { encoding: "latin1" })) {
      const text = rest + Buffer.from(piece as string, "latin1").toString("utf8");
      if (needle.test(text)) return true;
      rest = text.slice(-500);
    }
  } catch {
    return true; // what cannot be read cannot be vouched for
  }
  return false;
}

export const eventsRights: RoomRights = {
  room: "events",
  tables: [
    "events.log",
    "events.bodies",
    "events.parked",
    "events.import_refusals",
    "events.imports",
    "events.tapped",
    "events.taps",
    "events.schemas",
  ],
  late: "events",
  stays: "events.log",
  async export(tx, { parts }, after) {
    const rows = await listOwnEvents(tx, parts, Number(after ?? 0), EXPORTED_AT_ONCE);
    const last = rows.length === EXPORTED_AT_ONCE ? rows.at(-1) : undefined;
    return {
      items: rows.map((row) => {
        const body = bodyOf(row);
        return {
          table: "events.log",
          ...show(row, body),
          receivedAt: row.received_at,
          body: row.body === null ? null : body,
        };
      }),
      ...(last === undefined ? {} : { next: String(last.seq) }),
    };
  },
  async erase(work, whom, scope, after, { home }) {
    const pattern = needlesOf(identifiersIn(whom, scope));
    if (after === undefined || after === "own" || pattern === undefined)
      return ownEvents(work, whom, scope, pattern);
    if (after !== BESIDES) return othersEvents(work, Number(after), pattern);
    const removed = await deleteBesides(work.tx, pattern);
    const kept = await listKeptFiles(work.tx);
    const found: string[] = [];
    for (const id of kept) if (await holds(pathOf(home, id), pattern)) found.push(id);
    for (const id of found) await removeFiles(home, id);
    await saveFilesGone(work.tx, found);
    return { removed: { ...removed, "files of imports": found.length } };
  },
};
