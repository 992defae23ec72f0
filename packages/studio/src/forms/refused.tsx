// Why a form was not taken: the server's own sentence, or that it did not answer.

import { useFormats, useText } from "@somlos/look/language";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Refused } from "../api.ts";
import "./forms.css";
import { formTexts } from "./texts.ts";

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Refused ? error.code : undefined;

/** The sentence of a refusal that belongs to one field: its code begins so. */
export const sentenceFor = (error: unknown, begins: string): string | undefined =>
  error instanceof Refused && error.code.startsWith(begins) ? error.sentence : undefined;

export function useWhy(error: unknown): string | undefined {
  const text = useText(formTexts);
  const formats = useFormats();
  if (error === null || error === undefined) return undefined;
  if (!(error instanceof Refused)) return text.broken;
  if (error.code === "network.away") return text.away;
  const wait = error.retryAfter === undefined ? "" : ` ${text.wait(formats.number(error.retryAfter))}`;
  return error.sentence === "" ? text.broken : `${error.sentence}${wait}`;
}

export function Note({ code, says }: { readonly code?: string | undefined; readonly says: string }) {
  return (
    <div className="ff-refused" role="alert">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden className="icon" />
      <p>
        {says} {code === undefined ? null : <code className="mono">{code}</code>}
      </p>
    </div>
  );
}

export function RefusedNote({ error }: { readonly error: unknown }) {
  const why = useWhy(error);
  return why === undefined ? null : <Note code={codeOf(error)} says={why} />;
}
