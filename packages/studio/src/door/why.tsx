import { useText } from "@somlos/look/language";
import { Note, RefusedNote } from "../forms/refused.tsx";
import { PasskeyFailed } from "./passkey.ts";
import { doorTexts } from "./texts.ts";

/** Why somebody did not come in: the device said no, or the server did. */
export function Why({ error }: { readonly error: unknown }) {
  const text = useText(doorTexts);
  if (error instanceof PasskeyFailed) return <Note says={text.trouble[error.trouble]} />;
  return <RefusedNote error={error} />;
}
