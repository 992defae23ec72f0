// What the file does not decide: asked, with its own values, before anything is saved.
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { OneOf } from "../../../forms/choices.tsx";
import { currencies } from "./currencies.ts";
import { dayIn, tellingValue, turned } from "./dates.rules.ts";
import { SmallSelect } from "./detail.tsx";
import { asAmounts } from "./meaning.rules.ts";
import type { Draft, Sample } from "./start.rules.ts";
import { columnTexts } from "./texts.ts";
import type { Editor } from "./use-editor.ts";

type AskProps = {
  readonly draft: Draft;
  readonly sample: Sample;
  readonly answer: Editor["answer"];
};

function DateQuestion({ draft, sample, answer }: AskProps) {
  const text = useText(columnTexts);
  const formats = useFormats();
  const { time } = draft.mapping;
  const other = time === undefined ? undefined : turned(time.format);
  if (time === undefined || other === undefined) return null;
  const texts = sample.rows.map((row) => String(row[time.column] ?? ""));
  const value = tellingValue(time.format, texts) ?? texts[0] ?? "";
  const options = [time.format, other].map((format) => {
    const day = dayIn(format, value);
    return { value: format, word: day === undefined ? format : formats.date(day), says: format };
  });
  return (
    <div className="qu">
      <OneOf
        label={text.askDate(value)}
        value={draft.open.includes("time.format") ? "" : time.format}
        set={(format) => answer("time.format", { ...draft.mapping, time: { ...time, format } })}
        options={options}
        row
      />
      <p className="ff-hint">{text.askDateSays}</p>
    </div>
  );
}

const NONE = "none";
const AMOUNTS = ["total", "price"];

function CurrencyQuestion({ draft, answer }: AskProps) {
  const text = useText(columnTexts);
  const [chosen, setChosen] = useState("");
  const set = (next: string): void => {
    setChosen(next);
    const { mapping } = draft;
    if (next !== "")
      answer("currency", next === NONE ? mapping : summed(asAmounts(mapping, AMOUNTS, next), next));
  };
  return (
    <div className="qu">
      <p className="ff-label">{text.askCurrency}</p>
      <div className="qu-row">
        {currencies.slice(0, 6).map((code) => (
          <button
            key={code}
            type="button"
            className={chosen === code ? "chip chip-on" : "chip chip-line"}
            aria-pressed={chosen === code}
            onClick={() => set(code)}
          >
            {code}
          </button>
        ))}
        <SmallSelect
          label={text.askCurrency}
          value={currencies.indexOf(chosen) < 6 && chosen !== NONE ? "" : chosen}
          options={[
            ["", "…"],
            ...currencies.slice(6).map((code) => [code, code] as const),
            [NONE, text.plainNumbers],
          ]}
          set={set}
        />
      </div>
      <p className="ff-hint">{text.askCurrencySays}</p>
    </div>
  );
}

/** An order of lines with a price and a quantity has a sum once its currency is known. */
function summed(mapping: Mapping, currency: string): Mapping {
  const { groupBy } = mapping;
  if (groupBy === undefined || groupBy.sum !== undefined) return mapping;
  const both = ["price", "quantity"].every((name) => Object.hasOwn(groupBy.lines, name));
  return both
    ? { ...mapping, groupBy: { ...groupBy, sum: { price: "price", quantity: "quantity", currency } } }
    : mapping;
}

export function Questions(props: AskProps) {
  const text = useText(columnTexts);
  const { asked, open } = props.draft;
  if (asked.length === 0) return null;
  const title = open.length === 0 ? text.asked : text.askTitle(open.length);
  return (
    <section className="qus" aria-label={title} data-done={open.length === 0 || undefined}>
      <h2 className="h" aria-live="polite">
        {title}
      </h2>
      {asked.includes("time.format") ? <DateQuestion {...props} /> : null}
      {asked.includes("currency") ? <CurrencyQuestion {...props} /> : null}
    </section>
  );
}
