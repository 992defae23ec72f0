// More than a line: grows with what is written.
import type { ReactNode } from "react";
import { useId } from "react";
import { described, Frame } from "./fields.tsx";

type TextAreaProps = {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly most?: number;
  readonly rows?: number;
  /** The language of what is written, where it is not that of the screen. */
  readonly lang?: string;
};

export function TextArea(props: TextAreaProps) {
  const { label, value, set, hint, error, most = 2000, rows = 4, lang } = props;
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <span className="field ff-box ff-area" data-wrong={error !== undefined || undefined}>
        <textarea
          id={id}
          value={value}
          rows={rows}
          maxLength={most}
          lang={lang}
          aria-invalid={error !== undefined}
          aria-describedby={described(id, hint, error)}
          onChange={(change) => set(change.target.value)}
        />
      </span>
    </Frame>
  );
}
