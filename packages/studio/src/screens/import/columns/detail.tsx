// What a meaning needs to know besides: name, currency, format, line or whole.
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { useText } from "@somlos/look/language";
import { useEffect, useState } from "react";
import { currencies } from "./currencies.ts";
import { formats as dateFormats } from "./dates.rules.ts";
import {
  type Around,
  isAmount,
  type Kept,
  keptOf,
  type Meaning,
  move,
  rename,
  setCurrency,
} from "./meaning.rules.ts";
import { columnTexts } from "./texts.ts";

type DetailProps = {
  readonly column: string;
  readonly meaning: Meaning;
  readonly mapping: Mapping;
  readonly around: Around;
  readonly change: (mapping: Mapping) => void;
};

type SmallProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly set: (value: string) => void;
};

export function SmallSelect({ label, value, options, set }: SmallProps) {
  return (
    <span className="field im-select im-select-small">
      <select aria-label={label} value={value} onChange={(change) => set(change.target.value)}>
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}

function NameField({
  kept,
  column,
  mapping,
  change,
}: Omit<DetailProps, "meaning" | "around"> & { readonly kept: Kept }) {
  const text = useText(columnTexts);
  const [name, setName] = useState(kept.name);
  useEffect(() => setName(kept.name), [kept.name]);
  const taken = kept.where === "fields" ? mapping.fields : mapping.groupBy?.lines;
  const settle = (): void => {
    const wanted = name.trim();
    if (wanted === kept.name) return;
    if (wanted === "" || (taken !== undefined && Object.hasOwn(taken, wanted))) setName(kept.name);
    else change(rename(mapping, kept, wanted));
  };
  return (
    <label className="cl-called">
      <span>{text.called}</span>
      <span className="field">
        <input
          value={name}
          maxLength={100}
          aria-label={text.calledOf(column)}
          spellCheck={false}
          onChange={(event) => setName(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => (event.key === "Enter" ? settle() : undefined)}
        />
      </span>
    </label>
  );
}

function CurrencyField({
  kept,
  column,
  mapping,
  change,
}: Omit<DetailProps, "meaning" | "around"> & { readonly kept: Kept }) {
  const text = useText(columnTexts);
  if (!isAmount(kept.rule)) return null;
  if (kept.rule.currencyColumn !== undefined)
    return <span className="cl-note">{text.fromColumn(kept.rule.currencyColumn)}</span>;
  const value = kept.rule.currency ?? "";
  const listed = currencies.includes(value) ? currencies : [value, ...currencies];
  return (
    <SmallSelect
      label={text.currencyOf(column)}
      value={value}
      options={listed.map((code) => [code, code])}
      set={(code) => change(setCurrency(mapping, column, code))}
    />
  );
}

const OWN = "own";

function TimeField({ column, mapping, change }: Omit<DetailProps, "meaning" | "around">) {
  const text = useText(columnTexts);
  const format = mapping.time?.format ?? "iso";
  const [own, setOwn] = useState(false);
  const set = (next: string): void => {
    setOwn(next === OWN);
    if (next !== OWN && mapping.time !== undefined)
      change({ ...mapping, time: { ...mapping.time, format: next } });
  };
  const listed: readonly string[] = dateFormats.some((one) => one === format)
    ? dateFormats
    : [format, ...dateFormats];
  return (
    <>
      <SmallSelect
        label={text.formatOf(column)}
        value={own ? OWN : format}
        options={[
          ...listed.map((one) => [one, text.formats[one] ?? one] as const),
          [OWN, text.otherFormat] as const,
        ]}
        set={set}
      />
      {own ? (
        <span className="field cl-own">
          <input
            aria-label={text.ownFormat}
            title={text.ownFormatHint}
            placeholder="dd/MM/yyyy HH:mm"
            spellCheck={false}
            onChange={(event) => {
              const next = event.target.value.trim();
              if (next !== "" && mapping.time !== undefined)
                change({ ...mapping, time: { ...mapping.time, format: next.slice(0, 60) } });
            }}
          />
        </span>
      ) : null}
    </>
  );
}

export function Detail({ column, meaning, mapping, change }: DetailProps) {
  const text = useText(columnTexts);
  const kept = keptOf(mapping, column);
  const props = { column, mapping, change };
  if (meaning === "time") return <TimeField {...props} />;
  if (kept === undefined) return null;
  return (
    <div className="cl-detail">
      <CurrencyField {...props} kept={kept} />
      <NameField {...props} kept={kept} />
      {mapping.groupBy === undefined ? null : (
        <SmallSelect
          label={text.belongs(column)}
          value={kept.where}
          options={[
            ["lines", text.ofLine],
            ["fields", text.ofWhole],
          ]}
          set={(to) => change(move(mapping, kept, to === "lines" ? "lines" : "fields"))}
        />
      )}
    </div>
  );
}
