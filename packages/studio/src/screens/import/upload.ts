// The file of an import on its way to the server, and what needs no server to be said of it.

import { addressOf, Refused } from "@somlos/contract/client";
import { type ImportView, MOST_FILE_BYTES, uploadImport } from "@somlos/contract/rooms/imports";
import { importRefusals } from "@somlos/contract/rooms/imports-refusals";
import type { Language } from "@somlos/look/language";
import { type Sent, sendFile } from "../../parts/send-file.ts";

export { Stopped } from "../../parts/send-file.ts";

export function refusalOf(file: File, language: Language): Refused | undefined {
  const code =
    file.size === 0
      ? "imports.file_empty"
      : file.size > MOST_FILE_BYTES
        ? "imports.file_too_large"
        : undefined;
  if (code === undefined) return undefined;
  const line = importRefusals[code];
  return new Refused(line.status, code, line[language]);
}

const nameOf = (file: File): string => (file.name.trim() === "" ? "file" : file.name.trim().slice(0, 200));

export const upload = (
  file: File,
  told: { readonly sent: (sent: Sent) => void; readonly signal: AbortSignal },
): Promise<ImportView> =>
  sendFile<ImportView>(addressOf(uploadImport.url, { query: { name: nameOf(file) } }), file, told);
