// A file on its way to the server: the one call that tells how far it is, so it goes by XMLHttpRequest.

import { Refused, refusedFrom } from "@somlos/contract/client";
import { currentLanguage } from "@somlos/look/language";
import { networkAnswered, networkFailed } from "../network.ts";

export type Sent = { readonly bytes: number; readonly of: number };
export class Stopped extends Error {}

export function sendFile<Answer>(
  address: string,
  file: File,
  told: { readonly sent: (sent: Sent) => void; readonly signal: AbortSignal },
): Promise<Answer> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept-language", currentLanguage());
    request.upload.onprogress = ({ loaded }) => told.sent({ bytes: loaded, of: file.size });
    request.onload = () => {
      networkAnswered();
      if (request.status === 200) done(JSON.parse(request.responseText) as Answer);
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
