// The properties of a schema, a line each: name, type, whether it must be there, one rule.
import { Button } from "@mantine/core";
import { formats, valueTypes } from "@somlos/contract/rooms/schemas";
import { useText } from "@somlos/look/language";
import { IconPlus, IconX } from "@tabler/icons-react";
import { emptyRow, type Row, type Rule } from "./rows.rules.ts";
import { schemaTexts } from "./schema-texts.ts";

const rules: readonly Rule[] = ["none", "enum", "pattern", "format"];

type OneProps = { readonly row: Row; readonly set: (row: Row) => void; readonly remove: () => void };

function RuleFields({ row, set }: Omit<OneProps, "remove">) {
  const text = useText(schemaTexts);
  const label = `${text.ruleValue}: ${row.name}`;
  return (
    <>
      <select
        aria-label={`${text.rule}: ${row.name}`}
        value={row.rule}
        onChange={(change) => {
          const rule = rules.find((one) => one === change.target.value) ?? "none";
          set({ ...row, rule, value: rule === "format" ? formats[0] : "" });
        }}
      >
        {rules.map((rule) => (
          <option key={rule} value={rule}>
            {text.rules[rule]}
          </option>
        ))}
      </select>
      {row.rule === "none" ? null : row.rule === "format" ? (
        <select
          aria-label={label}
          value={row.value}
          onChange={(change) => set({ ...row, value: change.target.value })}
        >
          {formats.map((format) => (
            <option key={format} value={format}>
              {format}
            </option>
          ))}
        </select>
      ) : (
        <input
          aria-label={label}
          value={row.value}
          spellCheck={false}
          className="mono"
          placeholder={row.rule === "enum" ? "S, M, L" : "^G-\\d+$"}
          onChange={(change) => set({ ...row, value: change.target.value })}
        />
      )}
    </>
  );
}

function One({ row, set, remove }: OneProps) {
  const text = useText(schemaTexts);
  return (
    <li className="pr">
      <div className="pr-line">
        <input
          aria-label={text.name}
          placeholder={text.name}
          value={row.name}
          maxLength={200}
          spellCheck={false}
          className="mono pr-name"
          onChange={(change) => set({ ...row, name: change.target.value })}
        />
        <button type="button" className="plain pr-remove" onClick={remove} aria-label={text.remove(row.name)}>
          <IconX size={16} stroke={1.6} aria-hidden />
        </button>
      </div>
      <div className="pr-line">
        <select
          aria-label={`${text.type}: ${row.name}`}
          value={row.type}
          onChange={(change) => {
            const type = valueTypes.find((one) => one === change.target.value) ?? "any";
            set({ ...row, type });
          }}
        >
          {(["any", ...valueTypes] as const).map((type) => (
            <option key={type} value={type}>
              {text.types[type]}
            </option>
          ))}
        </select>
        <label className="pr-required">
          <input
            type="checkbox"
            checked={row.required}
            onChange={(change) => set({ ...row, required: change.target.checked })}
          />
          {text.required}
        </label>
        <RuleFields row={row} set={set} />
      </div>
    </li>
  );
}

type RowsProps = { readonly rows: readonly Row[]; readonly set: (rows: readonly Row[]) => void };

export function PropertyRows({ rows, set }: RowsProps) {
  const text = useText(schemaTexts);
  return (
    <>
      <ul className="prs" aria-label={text.properties}>
        {rows.map((row) => (
          <One
            key={row.id}
            row={row}
            set={(next) => set(rows.map((one) => (one.id === row.id ? next : one)))}
            remove={() => set(rows.filter((one) => one.id !== row.id))}
          />
        ))}
      </ul>
      <div>
        <Button
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
          onClick={() => set([...rows, emptyRow()])}
        >
          {text.add}
        </Button>
      </div>
    </>
  );
}
