// Beside the columns: one row of the file as the event it becomes, and the rows that would be left out.
import { ActionIcon } from "@mantine/core";
import type { Became, ImportPreview } from "@somlos/contract/rooms/imports";
import { useFormats, useText } from "@somlos/look/language";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { IdentifierSign, identifierTexts } from "../../../identifiers.tsx";
import { JsonView } from "../../../parts/json-view.tsx";
import "./becomes.css";
import { columnTexts } from "./texts.ts";
import { shown } from "./values.ts";

type Row = ImportPreview["rows"][number];

function Fields({
  label,
  fields,
}: {
  readonly label: string;
  readonly fields: Readonly<Record<string, unknown>>;
}) {
  const formats = useFormats();
  const entries = Object.entries(fields);
  if (entries.length === 0) return null;
  return (
    <>
      <h3 className="be-part">{label}</h3>
      <dl className="be-fields">
        {entries.slice(0, 40).map(([name, value]) => (
          <div key={name}>
            <dt className="el" title={name}>
              {name}
            </dt>
            <dd>{shown(value, formats)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Whole({ became }: { readonly became: Became }) {
  const text = useText(columnTexts);
  const words = useText(identifierTexts);
  const formats = useFormats();
  return (
    <>
      <dl className="be-fields">
        <div>
          <dt>{text.becomesWhat}</dt>
          <dd>
            <b>{became.event}</b>
          </dd>
        </div>
        <div>
          <dt>{text.becomesAt}</dt>
          <dd className="num">{became.at === null ? text.becomesNow : formats.moment(became.at)}</dd>
        </div>
      </dl>
      <h3 className="be-part">{text.becomesWho}</h3>
      <ul className="be-ids">
        {Object.entries(became.ids).map(([kind, value]) => (
          <li key={kind}>
            <IdentifierSign kind={kind} />
            <span className="dim">{words.kinds[kind] ?? kind}</span>
            <b>{value}</b>
          </li>
        ))}
      </ul>
      <Fields label={text.becomesFields} fields={became.fields} />
      {became.line === null ? null : <Fields label={text.becomesLine} fields={became.line} />}
    </>
  );
}

function LeftOut({ row }: { readonly row: Row }) {
  const text = useText(columnTexts);
  if (row.refused === null) return null;
  return (
    <div className="note-alarm be-refused">
      <b>{text.becomesRefused}</b>
      <p>
        {row.refused.detail === null ? "" : `${row.refused.detail}: `}
        {row.refused.sentence}
      </p>
    </div>
  );
}

export function Becomes({ preview }: { readonly preview: ImportPreview }) {
  const text = useText(columnTexts);
  const formats = useFormats();
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, preview.rows.length - 1);
  const row = preview.rows[at];
  if (row === undefined) return null;
  const example = preview.events[0];
  return (
    <div className="be">
      <header className="be-head">
        <h2 className="rail-title" aria-live="polite">
          {text.becomesTitle(formats.number(row.line))}
        </h2>
        <ActionIcon
          variant="default"
          aria-label={text.before}
          disabled={at === 0}
          onClick={() => setChosen(at - 1)}
        >
          <IconChevronLeft size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={text.after}
          disabled={at >= preview.rows.length - 1}
          onClick={() => setChosen(at + 1)}
        >
          <IconChevronRight size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </header>
      <div className="be-ticks" aria-hidden>
        {preview.rows.map((one, i) => (
          <i
            key={one.line}
            data-refused={one.refused !== null || undefined}
            data-here={i === at || undefined}
          />
        ))}
      </div>
      <LeftOut row={row} />
      {row.became === null ? (
        <Fields label={text.head.examples} fields={row.values} />
      ) : (
        <Whole became={row.became} />
      )}
      {example === undefined ? null : (
        <details className="be-event">
          <summary>{text.asEvent}</summary>
          <JsonView
            value={preview.events[Math.min(at, preview.events.length - 1)] ?? example}
            label={text.asEvent}
          />
        </details>
      )}
    </div>
  );
}
