// One column: what stands in it, what it means, what becomes of it.

import type { ImportPreview } from "@somlos/contract/rooms/imports";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { useFormats, useText } from "@somlos/look/language";
import { IconAlertTriangle } from "@tabler/icons-react";
import { memo, useId } from "react";
import { becomesOf } from "./becomes.rules.ts";
import { Detail } from "./detail.tsx";
import { type Around, idMeanings, type Meaning, meaningOf, setMeaning } from "./meaning.rules.ts";
import type { Placed } from "./problems.rules.ts";
import { columnTexts } from "./texts.ts";
import { shown } from "./values.ts";

const groups: readonly (readonly [keyof (typeof columnTexts)["en"]["groups"], readonly Meaning[]])[] = [
  ["none", ["none"]],
  ["who", idMeanings.filter((one) => one !== "id order" && one !== "id receipt")],
  ["what", ["id order", "id receipt"]],
  ["when", ["time"]],
  ["values", ["text", "number", "money", "price", "currency", "boolean"]],
];

type MeaningFieldProps = {
  readonly id: string;
  readonly column: string;
  readonly value: Meaning;
  readonly set: (meaning: Meaning) => void;
};

function MeaningField({ id, column, value, set }: MeaningFieldProps) {
  const text = useText(columnTexts);
  return (
    <span className="field im-select" data-used={value !== "none" || undefined}>
      <select
        id={id}
        value={value}
        aria-label={text.means(column)}
        onChange={(change) => set(change.target.value as Meaning)}
      >
        {groups.map(([group, meanings]) => (
          <optgroup key={group} label={text.groups[group]}>
            {meanings.map((meaning) => (
              <option key={meaning} value={meaning}>
                {text.meanings[meaning]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}

export type LineProps = {
  readonly column: string;
  readonly mapping: Mapping;
  readonly rows: ImportPreview["rows"];
  readonly around: Around;
  readonly problem: Placed | undefined;
  readonly change: (mapping: Mapping) => void;
};

const EXAMPLES = 3;

function examplesOf(rows: ImportPreview["rows"], column: string): unknown[] {
  const filled = rows.map(({ values }) => values[column]).filter((value) => value !== "" && value != null);
  return [...new Set(filled)].slice(0, EXAMPLES);
}

function Line({ column, mapping, rows, around, problem, change }: LineProps) {
  const text = useText(columnTexts);
  const formats = useFormats();
  const id = useId();
  const meaning = meaningOf(mapping, column);
  const examples = examplesOf(rows, column);
  const becomes = becomesOf(mapping, column, meaning, rows, formats);
  return (
    <li
      className="cl"
      data-unused={meaning === "none" || undefined}
      data-wrong={problem !== undefined || undefined}
    >
      <div className="cl-name">
        <label htmlFor={id} className="el" title={column}>
          {column}
        </label>
        <span className="cl-examples el">
          {rows.length > 0 && examples.length === 0
            ? text.empty
            : examples.map((value) => shown(value, formats)).join(" · ")}
        </span>
      </div>
      <div className="cl-means">
        <MeaningField
          id={id}
          column={column}
          value={meaning}
          set={(next) => change(setMeaning(mapping, column, next, around))}
        />
        <Detail column={column} meaning={meaning} mapping={mapping} around={around} change={change} />
        {problem === undefined ? null : (
          <p className="ff-error" role="status">
            <IconAlertTriangle size={14} stroke={1.8} aria-hidden className="icon" />
            {text.problems[problem.problem]}
          </p>
        )}
      </div>
      <div className="cl-becomes">
        {becomes === undefined ? null : (
          <span className={becomes.refused ? "cl-refused" : "cl-value"} title={becomes.says}>
            {becomes.says}
          </span>
        )}
      </div>
    </li>
  );
}

/** Three hundred of them stand below each other: only those that changed are drawn again. */
export const ColumnLine = memo(Line);
