// Several of a few short words, as chips with real checkboxes in them.
type Option<Value extends string> = { readonly value: Value; readonly word: string };

type PicksProps<Value extends string> = {
  readonly label: string;
  readonly values: readonly Value[];
  readonly set: (values: readonly Value[]) => void;
  readonly options: readonly Option<Value>[];
};

export function Picks<Value extends string>({ label, values, set, options }: PicksProps<Value>) {
  const turn = (value: Value): void =>
    set(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <fieldset className="pm-picks">
      <legend className="ff-label">{label}</legend>
      {options.map(({ value, word }) => (
        <label key={value} className="pm-pick" data-on={values.includes(value) || undefined}>
          <input type="checkbox" checked={values.includes(value)} onChange={() => turn(value)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
