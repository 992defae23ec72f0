// The columns of the file, one line each; of very many, those that are looked for.

import { useFormats, useText } from "@somlos/look/language";
import { IconAlertTriangle, IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { ColumnLine } from "./column-line.tsx";
import { isAmount, meaningOf } from "./meaning.rules.ts";
import { type Draft, zoneHere } from "./start.rules.ts";
import { columnTexts } from "./texts.ts";
import type { Editor } from "./use-editor.ts";

const MANY = 25;

function aroundOf({ mapping }: Draft, columns: readonly string[]) {
  const amounts = [...Object.values(mapping.fields), ...Object.values(mapping.groupBy?.lines ?? {})].filter(
    isAmount,
  );
  const currency = amounts.find((rule) => rule.currency !== undefined)?.currency ?? "SEK";
  return { columns, currency, zone: mapping.time?.zone ?? zoneHere(), format: mapping.time?.format ?? "iso" };
}

type ListProps = { readonly editor: Editor; readonly draft: Draft; readonly columns: readonly string[] };

function Search({
  set,
  onlyUsed,
  setOnlyUsed,
}: {
  readonly set: (text: string) => void;
  readonly onlyUsed: boolean;
  readonly setOnlyUsed: (on: boolean) => void;
}) {
  const text = useText(columnTexts);
  return (
    <div className="cls-find">
      <span className="field">
        <IconSearch size={16} stroke={1.6} aria-hidden className="icon" />
        <input
          type="search"
          aria-label={text.find}
          placeholder={text.find}
          onChange={(event) => set(event.target.value)}
        />
      </span>
      <button
        type="button"
        className={onlyUsed ? "chip chip-on" : "chip chip-line"}
        aria-pressed={onlyUsed}
        onClick={() => setOnlyUsed(!onlyUsed)}
      >
        {text.onlyUsed}
      </button>
    </div>
  );
}

export function Columns({ editor, draft, columns }: ListProps) {
  const text = useText(columnTexts);
  const formats = useFormats();
  const [looked, setLooked] = useState("");
  const [onlyUsed, setOnlyUsed] = useState(false);
  const { mapping } = draft;
  const rows = editor.preview?.rows ?? [];
  const around = useMemo(() => aroundOf(draft, columns), [draft, columns]);
  const used = columns.filter((column) => meaningOf(mapping, column) !== "none");
  const wanted = looked.trim().toLowerCase();
  const listed = (onlyUsed ? used : columns).filter((column) => column.toLowerCase().includes(wanted));
  return (
    <section className="cls" aria-label={text.columns}>
      <header className="cls-head">
        <h2 className="h">{text.columns}</h2>
        <span className="dim num">
          {text.columnsSay(formats.number(used.length), formats.number(columns.length))}
        </span>
        {columns.length > MANY ? (
          <Search set={setLooked} onlyUsed={onlyUsed} setOnlyUsed={setOnlyUsed} />
        ) : null}
      </header>
      <div className="cl cl-heads" aria-hidden>
        <span>{text.head.column}</span>
        <span>{text.head.means}</span>
        <span>{text.head.becomes}</span>
      </div>
      <ul>
        {listed.map((column) => (
          <ColumnLine
            key={column}
            column={column}
            mapping={mapping}
            rows={rows}
            around={around}
            problem={editor.problems.find((one) => one.column === column)}
            change={editor.change}
          />
        ))}
      </ul>
      {listed.length === 0 ? <p className="cls-none">{text.noneFound}</p> : null}
    </section>
  );
}

/** What belongs to no column. */
export function Elsewhere({ editor }: { readonly editor: Editor }) {
  const text = useText(columnTexts);
  const others = editor.problems.filter(({ column, at }) => column === undefined && at !== "event.name");
  if (others.length === 0) return null;
  return (
    <ul className="cls-wrong" role="status">
      {others.map(({ at, problem }) => (
        <li key={at} className="ff-error">
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden className="icon" />
          {text.problemAt[at] ??
            text.problemAt[at.split(".").at(-1) ?? ""] ??
            `${at}: ${text.problems[problem]}`}
        </li>
      ))}
    </ul>
  );
}
