// How the file is read: what was seen in it, and each of it changeable. Another choice asks for a new suggestion.
import type { ImportView } from "@somlos/contract/rooms/imports";
import type { ReadSettings } from "@somlos/contract/rooms/imports-mapping";
import { useText } from "@somlos/look/language";
import { IconInfoCircle } from "@tabler/icons-react";
import { useId } from "react";
import { columnTexts } from "./texts.ts";
import type { Editor } from "./use-editor.ts";

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly set: (value: string) => void;
};

function Choice({ label, value, options, set }: ChoiceProps) {
  const id = useId();
  return (
    <span className="rd-choice">
      <label htmlFor={id}>{label}</label>
      <span className="field im-select im-select-small">
        <select id={id} value={value} onChange={(change) => set(change.target.value)}>
          {options.map(([option, word]) => (
            <option key={option} value={option}>
              {word}
            </option>
          ))}
        </select>
      </span>
    </span>
  );
}

type ReadProps = { readonly view: ImportView; readonly editor: Editor };

export function ReadChoices({ view, editor }: ReadProps) {
  const text = useText(columnTexts);
  const { sample, draft, wanted } = editor;
  if (view.reader === "parquet" || draft === undefined) return null;
  const { mapping } = draft;
  const read = mapping.read ?? {};
  const again = (next: ReadSettings): void => editor.want({ ...wanted, read: { ...read, ...next } });
  const isCsv = view.reader === "csv";
  const delimiter = sample.data?.delimiter ?? ",";
  const encoding = sample.data?.encoding ?? "utf-8";
  return (
    <fieldset className="rd">
      <legend className="vh">{text.read}</legend>
      {isCsv ? (
        <>
          <Choice
            label={text.delimiter}
            value={delimiter}
            options={Object.entries(text.delimiters)}
            set={(value) => again({ delimiter: value as NonNullable<ReadSettings["delimiter"]> })}
          />
          <Choice
            label={text.encoding}
            value={encoding}
            options={Object.entries(text.encodings)}
            set={(value) => again({ encoding: value as NonNullable<ReadSettings["encoding"]> })}
          />
          <Choice
            label={text.header}
            value={read.header === false ? "no" : "yes"}
            options={Object.entries(text.headers)}
            set={(value) => again({ header: value === "yes" })}
          />
        </>
      ) : null}
      <Choice
        label={text.decimal}
        value={read.decimal === "," ? "comma" : "point"}
        options={Object.entries(text.decimals)}
        set={(value) =>
          editor.change({ ...mapping, read: { ...read, decimal: value === "comma" ? "," : "." } })
        }
      />
    </fieldset>
  );
}

/** What was seen while looking at the file: told where it matters. */
export function ReadNotes({ editor }: { readonly editor: Editor }) {
  const notes = editor.preview?.notes ?? editor.sample.data?.notes ?? [];
  return notes.map((note) => (
    <p key={note.code} className="rd-note">
      <IconInfoCircle size={16} stroke={1.6} aria-hidden className="icon" />
      {note.sentence}
    </p>
  ));
}
