// What a version holds, to be read: each property with its type, whether it must be there, and its rule.
import type { SchemaVersion } from "@somlos/contract/rooms/schemas";
import { useFormats, useText } from "@somlos/look/language";
import { rowsOf } from "./rows.rules.ts";
import { schemaTexts } from "./schema-texts.ts";
import { versionTexts } from "./version-texts.ts";

/** The words of one or several types, as the rules write them: number | string. */
export function useTypeWords(): (type: string) => string {
  const { types } = useText(schemaTexts);
  const known: Readonly<Record<string, string>> = types;
  return (type) =>
    type
      .split(" | ")
      .map((one) => known[one] ?? one)
      .join(" / ");
}

export function HeldProperties({ item }: { readonly item: SchemaVersion }) {
  const text = useText(versionTexts);
  const words = useText(schemaTexts);
  const formats = useFormats();
  const types = useTypeWords();
  const rows = rowsOf(item.schema);
  const typeOf = ({ type }: (typeof rows)[number]["rest"]): string =>
    types(type === undefined ? "any" : typeof type === "string" ? type : type.join(" | "));
  return (
    <div className="vs-held">
      <p>{text.breaks(words.actions[item.action].word)}</p>
      {rows.length === 0 ? <p className="dim">{text.free}</p> : null}
      <ul aria-label={text.holds(formats.number(item.version))}>
        {rows.map((row) => (
          <li key={row.name}>
            <code className="mono">{row.name}</code>
            <span className="dim">
              {[typeOf(row.rest), ...(row.required ? [text.required] : [])].join(", ")}
            </span>
            {row.rule === "none" ? null : (
              <span className="vs-rule">
                {words.rules[row.rule]} <code className="mono">{row.value}</code>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
