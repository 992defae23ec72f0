// What staff do with imports: upload, map, try, start, pause, resume, cancel, delete the file.
import { Refusal } from "@somlos/contract";
import type { ReaderKind } from "@somlos/contract/rooms/imports";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import type { Actor, Work } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import { insertSource } from "../sources.store.ts";
import { isHere, pathOf, receiveFile, removeFiles } from "./imports.files.ts";
import type { ImportHouse } from "./imports.house.ts";
import { type Ask, type Change, decideAsk } from "./imports.rules.ts";
import {
  findImport,
  findSourceOf,
  type ImportRow,
  insertImport,
  lockImport,
  saveAfresh,
  saveFileRemoved,
  saveMapping,
  saveStarted,
  saveState,
} from "./imports.store.ts";
import { findProblems } from "./mapping/check.rules.ts";
import { readers, type Seen } from "./readers/index.ts";

export type Upload = {
  readonly name: string;
  readonly reader: ReaderKind | undefined;
  readonly actor: Actor;
};

/** Takes a file in: on disk first, looked at, then known. What cannot be read leaves nothing behind. */
export async function uploadFile(
  house: ImportHouse,
  request: AsyncIterable<Uint8Array>,
  upload: Upload,
): Promise<ImportRow> {
  const { db, home } = house;
  const id = uuid7((await db.read(async (_tx, now) => now)).getTime());
  const weighed = await receiveFile(home, id, request, upload.reader);
  try {
    const seen = await readers[weighed.reader].look(pathOf(home, id), weighed, {});
    return await db.work(upload.actor, async (work) => {
      await note(house, work, "upload", id);
      return insertImport(work.tx, { id, name: upload.name, seen, by: upload.actor.id, now: work.now });
    });
  } catch (error) {
    await removeFiles(home, id);
    throw error;
  }
}

/** One line in the audit, in the work that changes something. */
const note = (house: ImportHouse, work: Work, verb: string, id: string): Promise<void> =>
  house.audit.note(work, { who: work.actor.id, what: `imports.${verb}`, object: id });

export async function loadImport(house: ImportHouse, id: string): Promise<ImportRow> {
  const row = await house.db.read((tx) => findImport(tx, id));
  if (row === undefined) throw new Refusal("imports.unknown");
  return row;
}

/** The file must lie here to be looked at. */
export async function needFile(house: ImportHouse, row: ImportRow): Promise<void> {
  if (!row.file_kept || !(await isHere(house.home, row.id))) throw new Refusal("imports.file_gone");
}

/** How the file is read under the settings of a mapping. */
export const lookAgain = (house: ImportHouse, row: ImportRow, read: Mapping["read"]): Promise<Seen> =>
  readers[row.seen.reader].look(pathOf(house.home, row.id), row.seen, read ?? {});

export async function mapFile(
  house: ImportHouse,
  actor: Actor,
  id: string,
  mapping: Mapping,
): Promise<ImportRow> {
  const known = await loadImport(house, id);
  await needFile(house, known);
  const seen = await lookAgain(house, known, mapping.read);
  const problems = findProblems(mapping, seen.columns, seen.reader);
  if (problems.length > 0) throw new Refusal("imports.mapping_wrong", { problems: problems.slice(0, 50) });
  return house.db.work(actor, async (work) => {
    await change(work, id, "map");
    await note(house, work, "map", id);
    return saveMapping(work.tx, id, mapping, seen);
  });
}

async function change(work: Work, id: string, ask: Ask): Promise<{ row: ImportRow; change: Change }> {
  const row = await lockImport(work.tx, id);
  if (row === undefined) throw new Refusal("imports.unknown");
  const worked = row.lease_until !== null && row.lease_until > work.now;
  const decided = decideAsk(ask, { state: row.state, wish: row.wish, worked }, row.mapping !== null);
  if (decided === undefined)
    throw new Refusal(
      row.mapping === null && (ask === "try" || ask === "start")
        ? "imports.mapping_missing"
        : "imports.not_now",
    );
  return { row, change: decided };
}

/** Try, start, pause, resume, cancel. */
export async function askImport(
  house: ImportHouse,
  actor: Actor,
  id: string,
  ask: Exclude<Ask, "map" | "remove_file">,
): Promise<ImportRow> {
  if (ask === "try" || ask === "start" || ask === "resume")
    await needFile(house, await loadImport(house, id));
  const asked = await house.db.work(actor, async (work) => {
    const { row, change: decided } = await change(work, id, ask);
    await note(house, work, ask, id);
    if (decided.afresh === true) await saveAfresh(work.tx, id);
    if (ask === "start") await begin(work, row);
    return saveState(work.tx, id, decided.state, decided.wish, work.now);
  });
  if (!asked.file_kept) await removeFiles(house.home, id);
  return asked;
}

/** The source of its events: one a series, else one a file, so that the same file uploaded twice counts once. */
async function begin(work: Work, row: ImportRow): Promise<void> {
  const series = row.mapping?.series === undefined ? `file ${row.seen.hash}` : `series ${row.mapping.series}`;
  const sourceId =
    (await findSourceOf(work.tx, series)) ??
    (await insertSource(work, {
      kind: "import",
      name: row.mapping?.series ?? row.name,
      channel: "import",
      settings: { series },
    }));
  await saveStarted(work.tx, row.id, sourceId, work.now);
  work.record({ name: "import.started", v: 1, data: { import: row.id, source: sourceId } });
}

export async function removeFile(house: ImportHouse, actor: Actor, id: string): Promise<ImportRow> {
  const row = await house.db.work(actor, async (work) => {
    await change(work, id, "remove_file");
    await note(house, work, "remove_file", id);
    return saveFileRemoved(work.tx, id);
  });
  await removeFiles(house.home, id);
  return row;
}
