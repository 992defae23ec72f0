// The words about permissions that are taken over from other systems.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { lineText } from "./company.ts";

const view = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(["running", "done", "failed"]),
  startedAt: z.string(),
  updatedAt: z.string(),
  share: z.number().describe("of the file that is read, 0 to 1"),
  rows: z.number().describe("rows read"),
  entries: z.number().describe("how many lines the ledger grew by"),
  refused: z.number().describe("rows refused: see the report"),
  reason: z.object({ code: z.string(), sentence: z.string() }).nullable(),
});
export type PermissionImportView = z.infer<typeof view>;
const one = z.object({ id: z.uuid() });

export const takePermissionFile = endpoint({
  id: "consent.imports_take",
  method: "POST",
  url: "/api/permissions/imports",
  who: { may: "consent.manage" },
  owns: "installation",
  summary:
    "Takes permissions over from a file: the body is CSV or JSON Lines. Columns purpose, channel, entity (id or code), identifier_kind, identifier, state (granted, soft, withdrawn), at (ISO 8601 with zone; a no counts now when it has none, and to the end of a day that stands alone); for a yes also text_hash or text, collected_by, place, how, active, concluded, and for a soft opt-in its five facts, sale_ref and paid. A yes that lacks any is refused into the report; an imported yes never stands where there was a no, whatever its date. The same file again changes nothing. Answers when reading has begun.",
  query: z.object({ name: lineText(200), kind: z.enum(["csv", "jsonl"]).optional() }),
  answer: view,
});

export const listPermissionImports = endpoint({
  id: "consent.imports",
  method: "GET",
  url: "/api/permissions/imports",
  who: { may: "consent.read" },
  owns: "installation",
  summary: "The newest 100 imports of permissions, and how far each is.",
  answer: z.object({ items: z.array(view) }),
});

export const openPermissionImport = endpoint({
  id: "consent.imports_open",
  method: "GET",
  url: "/api/permissions/imports/:id",
  who: { may: "consent.read" },
  owns: "installation",
  summary: "One import of permissions. Unknown: 404 consent.import_unknown.",
  params: one,
  answer: view,
});

export const reportPermissionImport = endpoint({
  id: "consent.imports_report",
  method: "GET",
  url: "/api/permissions/imports/:id/report.csv",
  who: { may: "consent.manage" },
  owns: "installation",
  summary:
    "Every refused row as CSV: its line, the code, the sentence, and what is missing. No value of the file is in it.",
  params: one,
  answer: z.unknown(),
});
