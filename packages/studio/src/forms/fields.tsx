// Our fields: the label above, help and refusal below, tied together for those who do not see them.

import { useText } from "@somlos/look/language";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import "./forms.css";
import { formTexts } from "./texts.ts";

type FrameProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: ReactNode;
};

export function Frame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className="ff">
      <label className="ff-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p className="ff-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p className="ff-error" id={`${id}-error`} role="status">
        {error === undefined ? null : (
          <>
            <IconAlertTriangle size={14} stroke={1.8} aria-hidden className="icon" />
            {error}
          </>
        )}
      </p>
    </div>
  );
}

export const described = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`]
    .filter((part) => part !== "")
    .join(" ") || undefined;

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly type?: "text" | "email" | "date" | "time" | "password";
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly autoComplete?: string;
  readonly required?: boolean;
  readonly most?: number;
  readonly placeholder?: string;
  /** Gets the focus when its dialog opens. */
  readonly first?: boolean;
};

export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    set,
    type = "text",
    hint,
    error,
    required = false,
    most = 200,
    first = false,
  } = props;
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <span className="field ff-box" data-wrong={error !== undefined || undefined}>
        <input
          id={id}
          type={type}
          value={value}
          maxLength={most}
          required={required}
          autoComplete={props.autoComplete ?? "off"}
          placeholder={props.placeholder}
          spellCheck={false}
          aria-invalid={error !== undefined}
          aria-describedby={described(id, hint, error)}
          data-autofocus={first || undefined}
          onChange={(change) => set(change.target.value)}
        />
      </span>
    </Frame>
  );
}

type PasswordFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly kind: "current-password" | "new-password";
  readonly error?: string | undefined;
};

export function PasswordField({ label, value, set, kind, error }: PasswordFieldProps) {
  const text = useText(formTexts);
  const id = useId();
  const [shown, setShown] = useState(false);
  const hint = kind === "new-password" ? text.newPasswordHint : undefined;
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <span className="field ff-box" data-wrong={error !== undefined || undefined}>
        <input
          id={id}
          type={shown ? "text" : "password"}
          value={value}
          maxLength={200}
          required
          autoComplete={kind}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={error !== undefined}
          aria-describedby={described(id, hint, error)}
          onChange={(change) => set(change.target.value)}
        />
        <button
          type="button"
          className="plain ff-show"
          aria-pressed={shown}
          onClick={() => setShown((before) => !before)}
        >
          {shown ? text.hide : text.show}
          <span className="vh"> {label}</span>
        </button>
      </span>
    </Frame>
  );
}

type Option<Value extends string> = { readonly value: Value; readonly word: string };

type SelectFieldProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  readonly hint?: ReactNode;
};

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, set, options, hint } = props;
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint}>
      <span className="field ff-box ff-select">
        <select
          id={id}
          value={value}
          aria-describedby={described(id, hint, undefined)}
          onChange={(change) => {
            const found = options.find((option) => option.value === change.target.value);
            if (found !== undefined) set(found.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.word}
            </option>
          ))}
        </select>
      </span>
    </Frame>
  );
}
