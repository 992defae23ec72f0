// What the first rows would become under a mapping that is still being made. Writes nothing.
import type { Language } from "@somlos/contract";
import type { Became, ImportPreview } from "@somlos/contract/rooms/imports";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { loadImport, lookAgain, needFile } from "./imports.actions.ts";
import { pathOf } from "./imports.files.ts";
import type { ImportHouse } from "./imports.house.ts";
import { firstRows, SHOWN, shorten, shortenAll } from "./imports.sample.ts";
import { layoutOf, showRefused } from "./imports.view.ts";
import { refuseRow } from "./job/job.ts";
import { BadRow } from "./mapping/bad-row.rules.ts";
import { findProblems } from "./mapping/check.rules.ts";
import { type Cells, type Json, textOf } from "./mapping/fields.rules.ts";
import { foldGroup, type Line, makeLine } from "./mapping/groups.rules.ts";
import { makeIds } from "./mapping/ids.rules.ts";
import { type File, makeRow } from "./mapping/rows.rules.ts";
import type { Row } from "./readers/index.ts";

const EXAMPLES = 3;

/** Turns rows into what they become, and keeps what the first events would be. */
type Turn = { one(cells: Cells, line: number): Became; events(): Json[] };

export async function previewMapping(
  house: ImportHouse,
  id: string,
  mapping: Mapping,
  language: Language,
): Promise<ImportPreview> {
  const row = await loadImport(house, id);
  await needFile(house, row);
  const seen = await lookAgain(house, row, mapping.read);
  const turn = turnOf(mapping, { hash: seen.hash });
  const rows = await firstRows(pathOf(house.home, id), seen, SHOWN);
  return {
    columns: [...seen.columns],
    ...layoutOf(seen, language),
    problems: findProblems(mapping, seen.columns, seen.reader),
    rows: rows.map((one) => turned(one, turn, language)),
    events: turn.events(),
  };
}

function turned(row: Row, turn: Turn, language: Language): ImportPreview["rows"][number] {
  const refuse = (code: string, detail: string | null) => ({
    became: null,
    refused: showRefused(refuseRow(row, code, detail), language),
  });
  if ("error" in row) return { line: row.line, values: {}, ...refuse(row.error, null) };
  const shown = { line: row.line, values: shortenAll(row.values) };
  try {
    return { ...shown, became: turn.one(row.values, row.line), refused: null };
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    return { ...shown, ...refuse(error.code, error.detail ?? null) };
  }
}

const shortFields = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shorten(value)]));

const turnOf = (mapping: Mapping, file: File): Turn =>
  mapping.groupBy === undefined ? turnRows(mapping, file) : turnGroups(mapping, mapping.groupBy, file);

/** Identifiers of an event that came whole: those its own fields name. */
const idsAsTheyAre = (message: Json): Record<string, string> => {
  const ids: Record<string, string> = {};
  for (const [kind, field] of [
    ["login", "userId"],
    ["visitor", "anonymousId"],
  ] as const) {
    const text = textOf(message[field]);
    if (text !== undefined) ids[kind] = text;
  }
  return ids;
};

function turnRows(mapping: Mapping, file: File): Turn {
  const events: Json[] = [];
  const rowOf = makeRow(mapping, file);
  const idsOf = mapping.event.type === "as_is" ? undefined : makeIds(mapping.ids);
  return {
    one(cells, line) {
      const message = rowOf(cells, line);
      if (events.length < EXAMPLES) events.push(message);
      const fields = message["traits"] ?? message["properties"] ?? {};
      return {
        event: textOf(message["event"]) ?? textOf(message["type"]) ?? "",
        at: textOf(message["timestamp"]) ?? null,
        ids: { ...(idsOf === undefined ? idsAsTheyAre(message) : idsOf(cells)) },
        fields: shortFields(typeof fields === "object" ? (fields as Json) : {}),
        line: null,
      };
    },
    events: () => events,
  };
}

function turnGroups(mapping: Mapping, groupBy: NonNullable<Mapping["groupBy"]>, file: File): Turn {
  const groups = new Map<string, Line[]>();
  const lineOf = makeLine(mapping, groupBy);
  return {
    one(cells, number) {
      const line = lineOf(cells, number);
      groups.set(line.key, [...(groups.get(line.key) ?? []), line]);
      return {
        event: line.name,
        at: line.at === null ? null : new Date(line.at).toISOString(),
        ids: { ...line.ids },
        fields: shortFields(line.fields),
        line: shortFields(line.product),
      };
    },
    events: () =>
      [...groups.values()]
        .slice(0, EXAMPLES)
        .flatMap((lines) => foldGroup(mapping, groupBy, file, lines).messages)
        .slice(0, EXAMPLES),
  };
}
