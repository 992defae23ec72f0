// Permissions of another system, taken over from a file: by 5,000 rows a commit, each with its place, so that a crash goes
// on where it was and no row counts twice. What lacks its evidence is refused into a report.
import { Refusal } from "@somlos/contract";
import { NO_WIDENED } from "@somlos/contract/rooms/consent-imports";
import type { Actor, Database } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import {
  hasFile,
  type Place,
  pathOf,
  type Row,
  readers,
  receiveFile,
  removeFiles,
  type Seen,
} from "../../events/index.ts";
import type { ConsentHouse } from "../consent.house.ts";
import { listPurposes } from "../purposes/purposes.store.ts";
import type { PermissionAct } from "../say/acts.rules.ts";
import { readEntities } from "../say/entities.actions.ts";
import { prepare, say } from "../say/say.actions.ts";
import {
  endImport,
  findImport,
  type ImportRow,
  insertImport,
  listRunning,
  lockImport,
  moveImport,
  type RefusedRow,
} from "./imports.store.ts";
import { lacking, type RowTeller, readRow } from "./rows.rules.ts";

export type ImportHouse = ConsentHouse & { readonly home: string };
const SYSTEM = { kind: "system", id: "consent" } as const;
const PORTION = 5000;

/** The file is on disk and readable, and reading has begun, when this resolves. */
export async function beginImport(
  house: ImportHouse,
  actor: Actor,
  wish: { readonly name: string; readonly kind: "csv" | "jsonl" | undefined },
  file: AsyncIterable<Uint8Array>,
): Promise<string> {
  const { db, home } = house;
  const id = uuid7((await db.read(async (_tx, now) => now)).getTime());
  const weighed = await receiveFile(home, id, file, wish.kind);
  try {
    const seen = await readers[weighed.reader].look(pathOf(home, id), weighed, {});
    const missing = lacking(seen.columns);
    if (weighed.reader === "csv" && missing.length > 0)
      throw new Refusal("consent.columns_missing", { missing });
    const row = { id, name: wish.name, reader: weighed.reader, seen, place: seen.start };
    await db.work(actor, async (work) => {
      await insertImport(work.tx, row, work.now, actor.id);
      await house.audit.note(work, { who: actor.id, what: "consent.imports_take", object: id });
    });
  } catch (error) {
    await removeFiles(home, id);
    throw error;
  }
  return id;
}

/** Reads the file to its end. Called again after a crash it goes on from the last commit. */
export async function runImport(house: ImportHouse, id: string): Promise<void> {
  const { db, home } = house;
  const found = await db.read((tx) => findImport(tx, id));
  if (found === undefined || found.state !== "running") return;
  try {
    await readOn(house, found);
    await db.work(SYSTEM, ({ tx, now }) => endImport(tx, id, { state: "done", code: null }, now));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === "database.away") throw error; // the next start goes on
    await db.work(SYSTEM, ({ tx, now }) => endImport(tx, id, { state: "failed", code: error.code }, now));
  }
  await removeFiles(home, id);
}

/** Imports whose file lies in this home and that a stop or a crash left half read. */
export async function goOnImporting(house: ImportHouse): Promise<void> {
  for (const { id } of await house.db.read(listRunning))
    if (await hasFile(house.home, id)) await runImport(house, id);
}

async function readOn(house: ImportHouse, row: ImportRow): Promise<void> {
  const seen = row.seen as Seen;
  let portion: Row[] = [];
  let from = row.place as Place;
  for await (const { rows, next } of readers[row.reader].read(pathOf(house.home, row.id), seen, from)) {
    portion.push(...rows);
    if (portion.length < PORTION) {
      continue;
    }
    from = await takePortion(house, row.id, portion, from, next);
    portion = [];
  }
  if (portion.length > 0) await takePortion(house, row.id, portion, from, { at: seen.end, line: -1 });
}

async function tellerOf(db: Database, house: ImportHouse): Promise<RowTeller> {
  return db.read(async (tx, now) => ({
    ...{ naming: house.naming, secret: house.access.secret, entities: await readEntities(tx), now },
    purposes: new Set((await listPurposes(tx)).map(({ code }) => code)),
  }));
}

async function takePortion(house: ImportHouse, id: string, rows: readonly Row[], from: Place, next: Place) {
  const teller = await tellerOf(house.db, house);
  const acts: PermissionAct[] = [];
  const read: { readonly line: number; readonly widened: readonly string[] }[] = [];
  const refused: RefusedRow[] = [];
  for (const row of rows) {
    const one =
      "error" in row ? { refused: { code: "consent.row_unreadable" } } : readRow(row.values, teller);
    if ("act" in one) {
      acts.push(one.act);
      read.push({ line: row.line, widened: one.widened });
    } else refused.push({ line: row.line, code: one.refused.code, missing: missingOf(one.refused) });
  }
  await prepare(house, acts);
  await house.db.work(SYSTEM, async (work) => {
    const now = await lockImport(work.tx, id);
    if (now?.state !== "running" || (now.place as Place).at !== from.at) return; // another process has read it
    const said = await say(work, house, acts);
    for (const [index, one] of said.refused)
      refused.push({ line: read[index]?.line ?? 0, code: one.code, missing: missingOf(one) });
    const noted = read
      .filter(({ widened }, index) => widened.length > 0 && !said.refused.has(index))
      .map(({ line, widened }) => ({ line, code: NO_WIDENED, missing: widened }));
    const moved = { place: next, rows: rows.length, taken: said.entries, refused, noted };
    await moveImport(work.tx, id, moved, work.now);
  });
  return next;
}

const missingOf = (unwilling: {
  readonly code: string;
  readonly missing?: readonly string[];
}): readonly string[] => unwilling.missing ?? [];
