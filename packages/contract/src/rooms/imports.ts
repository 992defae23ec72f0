// The words of file imports: upload, look, map, try, run, report.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { languages } from "../refusal.ts";
import { mapping, readSettings } from "./imports-mapping.ts";

export const importStates = [
  "uploaded",
  "mapped",
  "trying",
  "running",
  "paused",
  "done",
  "failed",
  "cancelled",
] as const;
export type ImportState = (typeof importStates)[number];
export const readerKinds = ["csv", "jsonl", "parquet"] as const;
export type ReaderKind = (typeof readerKinds)[number];

/** The door, the studio, the guide and docs/ops/nginx.conf say the same. */
export const MOST_FILE_BYTES = 10 * 1024 ** 3;

const iso = z.string().describe("ISO 8601, UTC");
const counts = z.object({
  rows: z.number().describe("rows read, header not counted"),
  events: z.number().describe("events made of them"),
  accepted: z.number(),
  duplicates: z
    .number()
    .describe("taken before: by an earlier import of the series, or once more after a crash"),
  parked: z.number().describe("wait in the parked list with their cause"),
  dropped: z.number().describe("left out because they break a schema of the source that drops"),
  refused: z.number().describe("rows left out; each stands in the report"),
  sameLines: z
    .number()
    .describe("rows of one group that repeat another row of it word for word; they are kept"),
});
export type ImportCounts = z.output<typeof counts>;

const noted = z.object({ code: z.string(), sentence: z.string() });
export const refusedRow = z.object({
  line: z.number().describe("line of the file (CSV, JSON Lines, header is line 1) or row (Parquet), from 1"),
  code: z.string(),
  sentence: z.string(),
  detail: z.string().nullable().describe("column, never a value"),
  row: z
    .string()
    .describe(
      "the row as JSON, at most 4 kB; null when it is about somebody who must be left alone, or may be",
    ),
});

export type RefusedLine = z.output<typeof refusedRow>;

export const tried = z.object({
  counts,
  refusedBy: z.record(z.string(), z.number()).describe("refused rows by code"),
  parkedBy: z.record(z.string(), z.number()).describe("events that would be parked, by code"),
  identifiers: z.record(z.string(), z.number()).describe("different identifiers by kind"),
  atLeast: z.boolean().describe("over a million identifiers: the figures are lower bounds"),
  firstRefused: z.array(refusedRow).describe("at most 20"),
  examples: z.array(z.unknown()).describe("at most 3 events"),
});
export type Tried = z.output<typeof tried>;

export const importView = z.object({
  id: z.string(),
  name: z.string(),
  reader: z.enum(readerKinds),
  bytes: z.number(),
  state: z.enum(importStates),
  queued: z.boolean().describe("trying or running, and no process works on it at the moment"),
  wish: z.enum(["pause", "cancel"]).nullable(),
  interruptions: z
    .number()
    .describe("times a process that worked on this run stopped without a word, and another went on"),
  share: z.number().describe("0 to 1 of the way through"),
  counts,
  columns: z.array(z.string()),
  notes: z.array(noted).describe("what was seen and done while looking at the file"),
  delimiter: z.string().nullable(),
  encoding: z.string().nullable(),
  mapping: mapping.nullable(),
  tried: tried.nullable(),
  failure: noted.nullable(),
  fileKept: z
    .boolean()
    .describe("false once it was deleted, or went with the end because somebody in it must be left alone"),
  createdAt: iso,
  startedAt: iso.nullable(),
  finishedAt: iso.nullable(),
});
export type ImportView = z.output<typeof importView>;

export const mappingProblem = z.object({
  at: z.string().describe("part of the mapping: ids.email, time.format, fields.total, total.currency …"),
  problem: z.enum(["no such column", "missing", "not possible", "unknown"]),
});
export type MappingProblem = z.output<typeof mappingProblem>;

/** What one row would become. */
export const became = z.object({
  event: z.string().describe("name of a track event, else its type"),
  at: iso.nullable().describe("its time; none: the time when it is taken in"),
  ids: z.record(z.string(), z.string()).describe("identifiers by kind"),
  fields: z.record(z.string(), z.unknown()).describe("traits or properties"),
  line: z.record(z.string(), z.unknown()).nullable().describe("its line in properties.products[]"),
});
export type Became = z.output<typeof became>;

const one = z.object({ id: z.uuid() });
const may = { may: "imports.run" } as const;

export const listImports = endpoint({
  id: "imports.list",
  method: "GET",
  url: "/api/imports",
  who: { may: "imports.read" },
  owns: "installation",
  summary: "Imports, newest first, at most 100; `next` goes into `before`. Shows no rows.",
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    before: z.uuid().optional(),
  }),
  answer: z.object({ items: z.array(importView), next: z.string().nullable() }),
});

export const openImport = endpoint({
  id: "imports.open",
  method: "GET",
  url: "/api/imports/:id",
  who: { may: "imports.read" },
  owns: "installation",
  summary:
    "One import with its progress. Rows are left out for those who may not run imports. Unknown: 404 imports.unknown.",
  params: one,
  answer: importView,
});

/** Takes the raw body as a stream: the server binds it apart from the JSON doors. */
export const uploadImport = endpoint({
  id: "imports.upload",
  method: "POST",
  url: "/api/imports",
  who: may,
  owns: "installation",
  summary:
    "Uploads a file as the raw body (application/octet-stream), at most 10 GB, streamed to disk. `name` is what staff call it; `kind` says csv, jsonl or parquet when the file should not be looked at to find out.",
  query: z.object({ name: z.string().trim().min(1).max(200), kind: z.enum(readerKinds).optional() }),
  answer: importView,
});

export const sampleImport = endpoint({
  id: "imports.sample",
  method: "GET",
  url: "/api/imports/:id/sample",
  who: may,
  owns: "installation",
  summary:
    "The first 20 rows, and a suggested mapping: `as` chooses the kind, else the one that fits best. `delimiter`, `encoding` and `header` read the file otherwise than it was seen.",
  params: one,
  query: z.object({
    as: z.string().max(50).optional(),
    delimiter: readSettings.shape.delimiter,
    encoding: readSettings.shape.encoding,
    header: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
  }),
  answer: z.object({
    columns: z.array(z.string()),
    delimiter: z.string().nullable(),
    encoding: z.string().nullable(),
    notes: z.array(noted),
    rows: z.array(z.record(z.string(), z.unknown())),
    refused: z.array(refusedRow),
    kind: z.string(),
    suggestion: mapping,
    unsure: z.array(z.string()).describe("parts of the suggestion that the sample does not decide: ask"),
    earlier: z
      .object({ id: z.string(), name: z.string(), at: iso, mapping })
      .nullable()
      .describe("the newest other import of a file with the same columns, and what was said of them"),
  }),
});

export const previewImport = endpoint({
  id: "imports.preview",
  method: "POST",
  url: "/api/imports/:id/preview",
  who: may,
  owns: "installation",
  summary:
    "What the first 20 rows would become under a mapping that is not saved: values as they would be kept, refused rows, and what is wrong with the mapping, by part. Writes nothing.",
  params: one,
  body: z.object({ mapping }),
  answer: z.object({
    columns: z.array(z.string()),
    delimiter: z.string().nullable(),
    encoding: z.string().nullable(),
    notes: z.array(noted),
    problems: z.array(mappingProblem),
    rows: z.array(
      z.object({
        line: z.number(),
        values: z.record(z.string(), z.unknown()),
        became: became.nullable(),
        refused: refusedRow.nullable(),
      }),
    ),
    events: z.array(z.unknown()).describe("at most 3 events made of these rows"),
  }),
});
export type ImportPreview = z.output<(typeof previewImport)["answer"]>;

export const listImportKinds = endpoint({
  id: "imports.kinds",
  method: "GET",
  url: "/api/imports/kinds",
  who: { may: "imports.read" },
  owns: "installation",
  summary: "The kinds of files that a mapping can be suggested for, and the mapping as JSON Schema.",
  answer: z.object({
    kinds: z.array(z.object({ kind: z.string(), title: z.string() })),
    mapping: z.unknown(),
  }),
});

export const mapImport = endpoint({
  id: "imports.map",
  method: "PUT",
  url: "/api/imports/:id/mapping",
  who: may,
  owns: "installation",
  summary:
    "Saves what the columns mean. 400 imports.mapping_wrong names the columns that the file lacks. Not while it runs: 409 imports.not_now.",
  params: one,
  body: z.object({ mapping }),
  answer: importView,
});

const act = (verb: string, summary: string) =>
  endpoint({
    id: `imports.${verb}`,
    method: "POST",
    url: `/api/imports/:id/${verb}`,
    who: may,
    owns: "installation",
    summary: `${summary} In a state where this cannot be done: 409 imports.not_now.`,
    params: one,
    answer: importView,
  });

export const tryImport = act(
  "try",
  "Dry run: reads the whole file, counts and shows what would happen, writes nothing.",
);
export const startImport = act(
  "start",
  "Starts, or starts again with a mended mapping: what was taken before counts once.",
);
export const pauseImport = act(
  "pause",
  "Stops after the events in hand, at most 5,000; resume goes on from there.",
);
export const resumeImport = act("resume", "Goes on where it stopped.");
export const cancelImport = act("cancel", "Ends it; what was taken stays.");

export const listRefused = endpoint({
  id: "imports.refused",
  method: "GET",
  url: "/api/imports/:id/refused",
  who: may,
  owns: "installation",
  summary:
    "Refused rows with their cause, by line; `next` goes into `after`, `code` shows one cause only. Kept for 90 days.",
  params: one,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.coerce.number().int().default(0),
    code: z.string().max(100).optional(),
  }),
  answer: z.object({
    items: z.array(refusedRow),
    next: z.number().nullable(),
    causes: z
      .array(z.object({ code: z.string(), sentence: z.string(), rows: z.number() }))
      .describe("how many rows each cause left out, most first"),
  }),
});

/** A stream of CSV: the server binds it apart from the JSON doors. */
export const reportImport = endpoint({
  id: "imports.report",
  method: "GET",
  url: "/api/imports/:id/report.csv",
  who: may,
  owns: "installation",
  summary:
    "Every refused row as CSV (UTF-8 with BOM): line, code, sentence, column, then the row's own cells, guarded so that no spreadsheet runs them as formulas.",
  params: one,
  query: z.object({
    language: z.enum(languages).optional().describe("else that of Accept-Language"),
  }),
  answer: z.string(),
});

export const removeImportFile = endpoint({
  id: "imports.remove_file",
  method: "DELETE",
  url: "/api/imports/:id/file",
  who: may,
  owns: "installation",
  summary:
    "Deletes the uploaded file, the dry run's rows and the refused rows. What was taken stays. Not while it runs.",
  params: one,
  answer: importView,
});
