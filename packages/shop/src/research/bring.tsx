// A file from another shop: chosen, dropped or pasted, and read in the browser by the same rules as on the server.
import type { MyResearch } from "@somlos/contract/rooms/research";
import { researchRefusals } from "@somlos/contract/rooms/research-refusals";
import { useLanguage, useText } from "@somlos/look/language";
import { MOST_FILE_BYTES, type NotResearch, type Reading, readResearch } from "@somlos/rules/research";
import { type ClipboardEvent, type DragEvent, useState } from "react";
import { Holds } from "./holds.tsx";
import { Opened } from "./opened.tsx";
import { researchTexts } from "./research-texts.ts";

/** Too large is said before it is read: it could be a film. */
const readFile = async (file: File): Promise<Reading> =>
  file.size > MOST_FILE_BYTES
    ? { ok: false, why: "too_large" }
    : readResearch(await file.text().catch(() => ""));

export function Bring({ mine, back }: { readonly mine: MyResearch; readonly back: (told?: string) => void }) {
  const text = useText(researchTexts);
  const [reading, setReading] = useState<Reading>();
  const [pasted, setPasted] = useState("");
  const open = (file: File | undefined) => {
    if (file !== undefined) void readFile(file).then(setReading);
  };
  if (reading?.ok === true)
    return (
      <Holds
        mine={mine}
        research={reading.research}
        skipped={reading.skipped}
        other={() => setReading(undefined)}
        back={back}
      />
    );
  const paste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    if (file === undefined) return;
    event.preventDefault();
    open(file);
  };
  return (
    <Opened
      title={text.bringTitle}
      lead={text.bringLead}
      submit={(event) => {
        event.preventDefault();
        setReading(readResearch(pasted));
      }}
    >
      <Drop open={open} />
      <label className="field">
        <span>{text.paste}</span>
        <textarea
          rows={3}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          value={pasted}
          onPaste={paste}
          onChange={({ target }) => setPasted(target.value)}
        />
      </label>
      <WhyNot why={reading?.why} />
      <div className="rights-acts">
        <button type="submit" className="button" disabled={pasted.trim() === ""}>
          {text.look}
        </button>
        <button type="button" className="button" onClick={() => back()}>
          {text.cancel}
        </button>
      </div>
    </Opened>
  );
}

function Drop({ open }: { readonly open: (file: File | undefined) => void }) {
  const text = useText(researchTexts);
  const [over, setOver] = useState(false);
  const drag = (to: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(to);
  };
  return (
    <label
      className={over ? "drop drop-over" : "drop"}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        open(event.dataTransfer.files[0]);
      }}
    >
      <span className="button">{text.choose}</span>
      <span className="drop-too" aria-hidden="true">
        {text.drop}
      </span>
      <input
        type="file"
        className="vh"
        accept=".json,application/json"
        onChange={({ target }) => {
          open(target.files?.[0]);
          target.value = ""; // the same file once more, after it was mended, is read once more
        }}
      />
    </label>
  );
}

function WhyNot({ why }: { readonly why: NotResearch | undefined }) {
  const { language } = useLanguage();
  if (why === undefined) return null;
  return (
    <p className="note note-alarm" role="alert">
      {researchRefusals[`research.${why}`][language]}
    </p>
  );
}
