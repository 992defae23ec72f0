// Choosing one, choosing several, on and off: native controls, so that the keyboard and readers know them.
import { type ReactNode, useId } from "react";
import "./forms.css";

type Option<Value extends string> = { readonly value: Value; readonly word: string; readonly says?: string };

type OneOfProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  /** Stand in a row: for short words without a sentence. */
  readonly row?: boolean;
};

export function OneOf<Value extends string>({ label, value, set, options, row = false }: OneOfProps<Value>) {
  const name = useId();
  return (
    <fieldset className="ff-set" data-row={row || undefined}>
      <legend className="ff-label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="ff-pick" data-on={option.value === value || undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => set(option.value)}
          />
          <span className="ff-pick-text">
            <b>{option.word}</b>
            {option.says === undefined ? null : <span>{option.says}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type SomeOfProps<Value extends string> = {
  readonly label: string;
  readonly values: readonly Value[];
  readonly set: (values: readonly Value[]) => void;
  readonly options: readonly (Option<Value> & { readonly beside?: ReactNode })[];
  readonly disabled?: boolean;
};

export function SomeOf<Value extends string>(props: SomeOfProps<Value>) {
  const { label, values, set, options, disabled = false } = props;
  const isAlone = options.length === 1 && options[0]?.word === label;
  const turn = (value: Value): void =>
    set(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <fieldset className="ff-set" disabled={disabled}>
      <legend className={isAlone ? "vh" : "ff-label"}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="ff-pick" data-on={values.includes(option.value) || undefined}>
          <input
            type="checkbox"
            checked={values.includes(option.value)}
            onChange={() => turn(option.value)}
          />
          <span className="ff-pick-text">
            <b>
              {option.word} {option.beside}
            </b>
            {option.says === undefined ? null : <span>{option.says}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
