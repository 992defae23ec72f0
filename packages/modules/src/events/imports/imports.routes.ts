// Doors of imports. Upload and report are streams: the server binds those two apart from the JSON doors.
import { type Language, Refusal, sentenceOf } from "@somlos/contract";
import {
  cancelImport,
  type ImportView,
  listImports as listEndpoint,
  listImportKinds,
  listRefused as listRefusedEndpoint,
  mapImport,
  openImport,
  pauseImport,
  previewImport,
  removeImportFile,
  resumeImport,
  sampleImport,
  startImport,
  tryImport,
  uploadImport,
} from "@somlos/contract/rooms/imports";
import { mapping } from "@somlos/contract/rooms/imports-mapping";
import type { Actor } from "@somlos/kernel/db";
import { type Caller, type Door, handle } from "@somlos/kernel/http";
import { z } from "zod";
import { askImport, loadImport, mapFile, removeFile, uploadFile } from "./imports.actions.ts";
import type { ImportHouse } from "./imports.house.ts";
import { previewMapping } from "./imports.preview.ts";
import { takeSample } from "./imports.sample.ts";
import { countCauses, type ImportRow, listImports, listRefused } from "./imports.store.ts";
import { reportHead, reportLine, showImport, showRefused } from "./imports.view.ts";
import { importKinds } from "./kinds/index.ts";

const actorOf = (caller: Caller): Actor =>
  caller.kind === "staff" ? { kind: "staff", id: caller.staffId } : { kind: "system", id: "imports" };
const seesRows = (caller: Caller): boolean => caller.kind === "staff" && caller.may.includes("imports.run");

type From = { readonly caller: Caller; readonly language: Language };
async function show(house: ImportHouse, row: ImportRow, { caller, language }: From): Promise<ImportView> {
  const now = await house.db.read(async (_tx, at) => at);
  return showImport(row, { language, seesRows: seesRows(caller), now });
}

const acts = [
  [tryImport, "try"],
  [startImport, "start"],
  [pauseImport, "pause"],
  [resumeImport, "resume"],
  [cancelImport, "cancel"],
] as const;

export const importDoors: readonly Door<ImportHouse>[] = [
  handle(listEndpoint, (house: ImportHouse, { query, caller, language }) =>
    house.db.read(async (tx, now) => {
      const rows = await listImports(tx, query.before ?? null, query.limit);
      const viewer = { language, seesRows: seesRows(caller), now };
      return {
        items: rows.map((row) => showImport(row, viewer)),
        next: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null,
      };
    }),
  ),
  handle(listImportKinds, async (_house: ImportHouse, { language }) => ({
    kinds: importKinds.map(({ kind, title }) => ({ kind, title: title[language] })),
    mapping: z.toJSONSchema(mapping, { io: "input" }),
  })),
  handle(openImport, async (house: ImportHouse, knock) =>
    show(house, await loadImport(house, knock.params.id), knock),
  ),
  handle(sampleImport, (house: ImportHouse, { params, query, language }) =>
    takeSample(house, params.id, query, language),
  ),
  handle(previewImport, (house: ImportHouse, { params, body, language }) =>
    previewMapping(house, params.id, body.mapping, language),
  ),
  handle(mapImport, async (house: ImportHouse, knock) =>
    show(house, await mapFile(house, actorOf(knock.caller), knock.params.id, knock.body.mapping), knock),
  ),
  ...acts.map(([endpoint, ask]) =>
    handle(endpoint, async (house: ImportHouse, knock) =>
      show(house, await askImport(house, actorOf(knock.caller), knock.params.id, ask), knock),
    ),
  ),
  handle(listRefusedEndpoint, async (house: ImportHouse, { params, query, language }) => {
    await loadImport(house, params.id);
    return house.db.read(async (tx) => {
      const rows = await listRefused(tx, params.id, query);
      return {
        items: rows.map((row) => showRefused(row, language)),
        next: rows.length === query.limit ? (rows.at(-1)?.line ?? null) : null,
        causes: (await countCauses(tx, params.id)).map((cause) => ({
          ...cause,
          sentence: sentenceOf(cause.code, language),
        })),
      };
    });
  }),
  handle(removeImportFile, async (house: ImportHouse, knock) =>
    show(house, await removeFile(house, actorOf(knock.caller), knock.params.id), knock),
  ),
];

/** `POST /api/imports`: the raw body as a stream. The caller has passed `uploadImport.who` already. */
export const uploadRoute =
  (house: ImportHouse) =>
  async (
    request: AsyncIterable<Uint8Array>,
    meta: From & { readonly query: unknown },
  ): Promise<ImportView> => {
    const query = uploadImport.query?.safeParse(meta.query);
    if (query?.success !== true)
      throw new Refusal("door.bad_request", {
        problems: ["query: name is needed, kind is csv, jsonl or parquet"],
      });
    const { name, kind } = query.data;
    return show(
      house,
      await uploadFile(house, request, { name, reader: kind, actor: actorOf(meta.caller) }),
      meta,
    );
  };

export type Report = {
  readonly name: string;
  readonly contentType: string;
  readonly body: AsyncIterable<string>;
};
const REPORT_ROWS = 1000;

/** `GET /api/imports/:id/report.csv`: send it as an attachment. */
export const reportRoute =
  (house: ImportHouse) =>
  async (id: string, { caller, language }: From): Promise<Report> => {
    if (!z.uuid().safeParse(id).success) throw new Refusal("imports.unknown");
    const row = await loadImport(house, id);
    await house.audit.look([{ who: actorOf(caller).id, what: "imports.report", object: id }]);
    return {
      name: `import-${id}.csv`,
      contentType: "text/csv; charset=utf-8",
      body: reportBody(house, row, language),
    };
  };

async function* reportBody(
  house: ImportHouse,
  { id, seen }: ImportRow,
  language: Language,
): AsyncGenerator<string> {
  yield reportHead(seen.columns, language);
  for (let after = 0; ; ) {
    const from = after;
    const rows = await house.db.read((tx) => listRefused(tx, id, { after: from, limit: REPORT_ROWS }));
    if (rows.length > 0) yield rows.map((row) => reportLine(row, seen.columns, language)).join("");
    if (rows.length < REPORT_ROWS) return;
    after = rows.at(-1)?.line ?? after;
  }
}
