// The words about permissions that are taken over from other systems.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { Language } from "../refusal.ts";
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
  noted: z.number().describe("noes that were taken wider than written: see the report"),
  reason: z.object({ code: z.string(), sentence: z.string() }).nullable(),
});
export type PermissionImportView = z.infer<typeof view>;
/** Code of a line of the report whose row was taken. */
export const NO_WIDENED = "consent.no_widened";
export const noWidened: Readonly<Record<Language, string>> = {
  en: "The no was taken, wider than it was written: what the details name is not known here, so it counts for all.",
  sv: "Nejet togs emot, bredare än det var skrivet: det som detaljerna nämner är inte känt här, så det gäller alla.",
  da: "Nejet er taget imod, bredere end det var skrevet: det, detaljerne nævner, er ikke kendt her, så det gælder alle.",
};

const one = z.object({ id: z.uuid() });

export const takePermissionFile = endpoint({
  id: "consent.imports_take",
  method: "POST",
  url: "/api/permissions/imports",
  who: { may: "consent.manage" },
  owns: "installation",
  summary:
    "Takes permissions over from a file: the body is CSV or JSON Lines. Columns purpose, channel, entity (id or code), identifier_kind, identifier, state (granted, soft, withdrawn), at (ISO 8601 with zone; a no counts now when it has none, so a file of noes needs no such column, and to the end of a day that stands alone); for a yes also text_hash or text, collected_by, place, how, active, concluded, and for a soft opt-in its five facts, sale_ref and paid. The usual words of other systems in English, Swedish and Danish are understood for channel, identifier_kind and state (`e-post`, `opted_out`, `frameldt`). A yes that lacks any is refused into the report; a no never is for its words: a purpose, channel or legal entity that is not known here, like an empty one, counts for all, and its line stands in the report; an imported yes never stands where there was a no, whatever its date. The same file again changes nothing. Answers when reading has begun.",
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
    "Every refused row, and every no taken wider than written, as CSV: its line, the code, the sentence, and what is missing. No value of the file is in it.",
  params: one,
  answer: z.unknown(),
});
