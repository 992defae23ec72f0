// The act at the foot: a reason, what is done, and leaving it.
import { Button } from "@mantine/core";
import { useText } from "@somlos/look/language";
import { IconScissors } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { TextField } from "../../forms/fields.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { whyTexts } from "./texts.ts";
import type { Act } from "./use-why.ts";

type BarProps = {
  readonly act: Act;
  readonly go: (reason: string) => void;
  readonly running: boolean;
  readonly error: unknown;
  readonly leave: () => void;
  /** Nothing would come of it. */
  readonly idle: boolean;
};

export function ActBar({ act, go, running, error, leave, idle }: BarProps) {
  const text = useText(whyTexts);
  const [reason, setReason] = useState("");
  const word = { split: text.makeTwo, withdraw: text.withdraw, join: text.join, apart: text.keepApart }[
    act.what
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!running) go(reason.trim());
  };
  return (
    <form className="wy-bar" onSubmit={submit}>
      <RefusedNote error={error} />
      <div className="wy-bar-line">
        <TextField
          label={text.reason}
          value={reason}
          set={setReason}
          most={500}
          required
          hint={text.reasonHint}
        />
        <div className="wy-bar-acts">
          <Button onClick={leave}>{text.clear}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={running}
            disabled={idle || reason.trim() === ""}
            leftSection={
              act.what === "join" ? undefined : <IconScissors size={16} stroke={1.6} aria-hidden />
            }
          >
            {word}
          </Button>
        </div>
      </div>
    </form>
  );
}
