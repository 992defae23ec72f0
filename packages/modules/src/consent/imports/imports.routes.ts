// Doors of imports of permissions. The file comes in and the report goes out as a stream: the server binds those two apart.
import { type Language, Refusal, refusals, sentenceOf } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/consent-imports";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import type { Seen } from "../../events/index.ts";
import { type ConsentHouse, staffOf } from "../consent.house.ts";
import { beginImport, type ImportHouse, runImport } from "./imports.actions.ts";
import { findImport, type ImportRow, listImports, listRefused } from "./imports.store.ts";

function sentence(code: string, language: Language): string {
  if (code === words.NO_WIDENED) return words.noWidened[language];
  return code in refusals ? sentenceOf(code, language) : code;
}

function show(row: ImportRow, language: Language): words.PermissionImportView {
  const [at, end] = [(row.place as { at: number }).at, (row.seen as Seen).end];
  return {
    ...{ id: row.id, name: row.name, state: row.state, startedAt: row.startedAt.toISOString() },
    ...{
      updatedAt: row.updatedAt.toISOString(),
      rows: row.rows,
      entries: row.taken,
      refused: row.refused,
      noted: row.noted,
    },
    share: row.state === "done" || end <= 0 ? 1 : Math.min(1, at / end),
    reason: row.code === null ? null : { code: row.code, sentence: sentence(row.code, language) },
  };
}

async function load(house: ConsentHouse, id: string): Promise<ImportRow> {
  const row = await house.db.read((tx) => findImport(tx, id));
  if (row === undefined) throw new Refusal("consent.import_unknown");
  return row;
}

export const importDoors: readonly Door<ConsentHouse>[] = [
  handle(words.listPermissionImports, async ({ db }: ConsentHouse, { language }) => ({
    items: (await db.read(listImports)).map((row) => show(row, language)),
  })),
  handle(words.openPermissionImport, async (house: ConsentHouse, { params, language }) =>
    show(await load(house, params.id), language),
  ),
];

type From = { readonly caller: Caller; readonly query: unknown; readonly language: Language };

/** `POST /api/permissions/imports`: the raw body as a stream. The caller has passed `takePermissionFile.who` already. */
export const permissionFileRoute =
  (house: ImportHouse) =>
  async (file: AsyncIterable<Uint8Array>, { caller, query, language }: From) => {
    const wish = words.takePermissionFile.query?.safeParse(query);
    if (wish?.success !== true)
      throw new Refusal("door.bad_request", { problems: ["query: name is needed, kind is csv or jsonl"] });
    const { name, kind } = wish.data;
    const actor = { kind: "staff", id: staffOf(caller).staffId } as const;
    const id = await beginImport(house, actor, { name, kind }, file);
    // What stops it is seen in the list, and the next start goes on.
    void runImport(house, id).catch((err: unknown) =>
      house.log.error({ err, importId: id }, "an import of permissions stopped"),
    );
    return show(await load(house, id), language);
  };

const REPORT_ROWS = 1000;
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** `GET /api/permissions/imports/:id/report.csv`: send it as an attachment. */
export async function* permissionReport(
  house: ConsentHouse,
  id: string,
  language: Language,
): AsyncGenerator<string> {
  yield "line,code,sentence,missing\r\n";
  for (let after = 0; ; ) {
    const from = after;
    const rows = await house.db.read((tx) => listRefused(tx, id, from, REPORT_ROWS));
    for (const { line, code, missing } of rows)
      yield `${line},${code},${cell(sentence(code, language))},${cell(missing.join(" "))}\r\n`;
    const last = rows.at(-1);
    if (last === undefined || rows.length < REPORT_ROWS) return;
    after = last.line;
  }
}
export const loadReported = load;
