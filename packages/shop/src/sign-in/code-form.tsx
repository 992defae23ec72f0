// The eight digits from a mail: at the way in, and as the second proof.
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { RefusedNote } from "../corner/pane.tsx";

export function CodeForm({
  label,
  act,
  wide = false,
  redeem,
  done,
  children,
}: {
  readonly label: string;
  readonly act: string;
  readonly wide?: boolean;
  readonly redeem: (code: string) => Promise<unknown>;
  readonly done: () => void;
  /** Above the field. */
  readonly children?: ReactNode;
}) {
  const [code, setCode] = useState("");
  const redeeming = useMutation({ mutationFn: () => redeem(code), onSuccess: done });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    redeeming.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      {children}
      <label className="field">
        <span>{label}</span>
        <input
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          maxLength={20}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
      </label>
      <button
        type="submit"
        className={`button button-main ${wide ? "button-wide" : ""}`}
        disabled={redeeming.isPending}
      >
        {act}
      </button>
      <RefusedNote error={redeeming.error} />
    </form>
  );
}
