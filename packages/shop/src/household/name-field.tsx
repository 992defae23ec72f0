// A name that is chosen for a household: its own, or what one is called there. Never filled in from what is known.
type NameFieldProps = {
  readonly label: string;
  readonly most: number;
  readonly hint?: string;
  readonly value: string;
  readonly set: (value: string) => void;
};

export const NameField = ({ label, most, hint, value, set }: NameFieldProps) => (
  <label className="field">
    <span>{label}</span>
    <input
      required
      maxLength={most}
      placeholder={hint}
      autoComplete="off"
      value={value}
      onChange={({ target }) => set(target.value)}
    />
  </label>
);

type CalledProps = Omit<NameFieldProps, "most" | "hint">;

/** What the others may call somebody. */
export const CalledField = (props: CalledProps) => <NameField most={40} {...props} />;
