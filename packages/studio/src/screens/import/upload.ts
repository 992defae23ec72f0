// A file on its way to the server: the one call that tells how far it is, so it goes by XMLHttpRequest.
import { type ImportView, MOST_FILE_BYTES, uploadImport } from "@somlos/contract/rooms/imports";
import { importRefusals } from "@somlos/contract/rooms/imports-refusals";
import { currentLanguage, type Language } from "@somlos/look/language";
import { addressOf, Refused, refusedFrom } from "../../api.ts";
import { networkAnswered, networkFailed } from "../../network.ts";

export type Sent = { readonly bytes: number; readonly of: number };
export class Stopped extends Error {}

/** What needs no server to be said. */
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

export function upload(
  file: File,
  told: { readonly sent: (sent: Sent) => void; readonly signal: AbortSignal },
): Promise<ImportView> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", addressOf(uploadImport.url, { query: { name: nameOf(file) } }));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept-language", currentLanguage());
    request.upload.onprogress = ({ loaded }) => told.sent({ bytes: loaded, of: file.size });
    request.onload = () => {
      networkAnswered();
      if (request.status === 200) done(JSON.parse(request.responseText) as ImportView);
      else void refusedFrom(new Response(request.responseText, { status: request.status })).then(failed);
    };
    request.onerror = () => {
      networkFailed();
      failed(new Refused(0, "network.away", ""));
    };
    request.onabort = () => failed(new Stopped());
    told.signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
