// One row that was left out: where it stands, why, which column, and its own cells.
import type { RefusedLine } from "@somlos/contract/rooms/imports";
import { useFormats, useText } from "@somlos/look/language";
import { shown } from "../columns/values.ts";
import { runTexts } from "./texts.ts";

const CELLS = 14;

/** The kept row is JSON: cells by column, the text of what could not be read, or null where nothing of it may be kept. */
function cellsOf(row: string): [string, unknown][] | string | undefined {
  try {
    const kept: unknown = JSON.parse(row);
    if (kept === null) return undefined;
    if (typeof kept === "object" && !Array.isArray(kept)) return Object.entries(kept);
    return typeof kept === "string" ? kept : row;
  } catch {
    return row;
  }
}

export function RefusedRow({ item }: { readonly item: RefusedLine }) {
  const text = useText(runTexts);
  const formats = useFormats();
  const cells = cellsOf(item.row);
  const wrong = (column: string): boolean => item.detail === column;
  const first =
    typeof cells === "object" ? [...cells].sort(([a], [b]) => Number(wrong(b)) - Number(wrong(a))) : [];
  return (
    <li className="rr">
      <span className="rr-line num">{text.line(formats.number(item.line))}</span>
      <div className="rr-what">
        <p className="rr-why">
          {item.detail === null ? null : <b>{item.detail}: </b>}
          {item.sentence}
        </p>
        {cells === undefined ? (
          <p className="mid">{text.rowQuiet}</p>
        ) : typeof cells === "string" ? (
          <code className="mono rr-text">{cells}</code>
        ) : (
          <dl className="rr-cells">
            {first
              .filter(([column, value]) => wrong(column) || (value !== "" && value !== null))
              .slice(0, CELLS)
              .map(([column, value]) => (
                <div key={column} data-wrong={wrong(column) || undefined}>
                  <dt className="rr-name">{column}</dt>
                  <dd className="rr-cell">{shown(value, formats) || "–"}</dd>
                </div>
              ))}
          </dl>
        )}
      </div>
    </li>
  );
}
