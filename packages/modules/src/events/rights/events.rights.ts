// What a person may ask of the log: every event with its body; bodies gone, envelopes freed of whose they were, and their
// identifiers taken out of what others said, what waits parked, and files that were brought.
import { createReadStream } from "node:fs";
import { type Language, type RefusalCode, sentenceOf } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import {
  type Erased,
  type ExportPage,
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
  countOwnEvents,
  deleteBesides,
  findNamesPortion,
  findParkedPortion,
  findPortion,
  freeEvents,
  listKeptFiles,
  listNaming,
  listOwnEvents,
  listParkedNaming,
  type Of,
  saveBodies,
  saveFilesGone,
  saveNamesWithout,
} from "./events.rights.store.ts";
import { wholeValues, whoseParked } from "./parked.rules.ts";

const EXPORTED_AT_ONCE = 1000;
const FREED_AT_ONCE = 1000;
const SEARCHED_AT_ONCE = 2000;
const NAMED_AT_ONCE = 20_000;
const BESIDES = "besides";
const NAMES = "names ";
const PARKED = "parked ";
const FIRST = "00000000-0000-0000-0000-000000000000";

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
  const named = pattern ?? needlesOf(whom.identifiers) ?? null; // no name of theirs speaks of them, whatever the scope
  const { bodies, freed } = await freeEvents(tx, whom.parts, ofScope(scope), FREED_AT_ONCE, named);
  const removed = { "events.bodies": bodies, "events.log (freed)": freed };
  if (freed > 0) return { removed, next: "own" };
  return pattern === undefined ? { removed } : { removed, next: "0" };
}

async function othersEvents({ tx }: Work, after: number, pattern: string, circle: number): Promise<Erased> {
  const upTo = await findPortion(tx, after, SEARCHED_AT_ONCE);
  if (upTo === undefined) return { removed: {}, next: `${NAMES}0` };
  const found = await listNaming(tx, after, upTo, pattern, circle);
  const cleaned = await saveBodies(
    tx,
    found.map((row) => ({ ...row, body: redact(row.body, pattern) })),
  );
  return { removed: { "events.bodies (cleaned)": cleaned }, next: String(upTo) };
}

async function othersNames({ tx }: Work, after: number, pattern: string): Promise<Erased> {
  const upTo = await findNamesPortion(tx, after, NAMED_AT_ONCE);
  if (upTo === undefined) return { removed: {}, next: BESIDES };
  const cleaned = await saveNamesWithout(tx, after, upTo, pattern);
  return { removed: { "events.log (cleaned)": cleaned }, next: `${NAMES}${upTo}` };
}

/** What waits and names them, with its cause. What may be another's is told, and not shown. */
async function exportParked(
  tx: Tx,
  { identifiers }: Whom,
  after: string,
  language: Language,
): Promise<ExportPage> {
  const upTo = await findParkedPortion(tx, after, SEARCHED_AT_ONCE);
  const pattern = [needlesOf(identifiers), wholeValues(identifiers)]
    .filter((one) => one !== undefined)
    .join("|");
  if (upTo === undefined || pattern === "") return { items: [] };
  const rows = await listParkedNaming(tx, after, upTo, pattern);
  const items = rows.flatMap((row) => {
    const message: unknown = JSON.parse(row.body);
    const whose = whoseParked(message, row.trust === 1, identifiers);
    return whose === "none"
      ? []
      : [
          {
            table: "events.parked",
            receivedAt: row.received_at,
            source: row.source,
            code: row.code,
            cause: sentenceOf(row.code as RefusalCode, language),
            detail: row.detail,
            ...(whose === "own"
              ? { name: row.name, messageId: row.message_id, sentAt: row.sent_at, body: message }
              : { withheld: withheld[language] }),
          },
        ];
  });
  return { items, next: `${PARKED}${upTo}` };
}
const withheld: Readonly<Record<Language, string>> = {
  en: "Not shown: it names somebody else too, or comes from a browser that we do not know as yours.",
  sv: "Visas inte: den nämner någon annan också, eller kommer från en webbläsare som vi inte vet är din.",
  da: "Vises ikke: den nævner også en anden, eller kommer fra en browser, som vi ikke ved er din.",
};

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
  async export(tx, whom, after, language) {
    if (after?.startsWith(PARKED)) return exportParked(tx, whom, after.slice(PARKED.length), language);
    const rows = await listOwnEvents(tx, whom.parts, Number(after ?? 0), EXPORTED_AT_ONCE);
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
      next: last === undefined ? `${PARKED}${FIRST}` : String(last.seq),
    };
  },
  async foresee(tx, whom, scope) {
    const { bodies, freed } = await countOwnEvents(tx, whom.parts, ofScope(scope));
    return { "events.bodies": bodies, "events.log (freed)": freed };
  },
  async erase(work, whom, scope, after, { home }) {
    const pattern = needlesOf(identifiersIn(whom, scope));
    if (after === undefined || after === "own" || pattern === undefined)
      return ownEvents(work, whom, scope, pattern);
    if (after.startsWith(NAMES)) return othersNames(work, Number(after.slice(NAMES.length)), pattern);
    if (after !== BESIDES) return othersEvents(work, Number(after), pattern, whom.circle);
    const removed = await deleteBesides(work.tx, pattern);
    const kept = await listKeptFiles(work.tx);
    const found: string[] = [];
    for (const id of kept) if (await holds(pathOf(home, id), pattern)) found.push(id);
    for (const id of found) await removeFiles(home, id);
    await saveFilesGone(work.tx, found);
    return { removed: { ...removed, "files of imports": found.length } };
  },
};
