import { useText } from "@somlos/look/language";
import { useId } from "react";
import { keyTexts } from "./key-texts.ts";

export function OriginsField({
  text: typed,
  set,
}: {
  readonly text: string;
  readonly set: (text: string) => void;
}) {
  const text = useText(keyTexts);
  const id = useId();
  return (
    <div className="ff">
      <label className="ff-label" htmlFor={id}>
        {text.origins}
      </label>
      <textarea
        id={id}
        className="ky-lines mono"
        rows={3}
        spellCheck={false}
        autoComplete="off"
        placeholder="https://www.example.com"
        aria-describedby={`${id}-hint`}
        value={typed}
        onChange={(change) => set(change.target.value)}
      />
      <p className="ff-hint" id={`${id}-hint`}>
        {text.originsHint}
      </p>
    </div>
  );
}
