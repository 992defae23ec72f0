// What was just done, with the way back beside it.
import { Button } from "@mantine/core";
import { useText } from "@somlos/look/language";
import { IconCheck } from "@tabler/icons-react";
import { RefusedNote } from "../../forms/refused.tsx";
import { whyTexts } from "./texts.ts";
import { type Act, useUndo } from "./use-why.ts";

export type Told = { readonly rulingId: string | null; readonly what: Act["what"] | "undo" } | undefined;
type NoticeProps = { readonly told: Told; readonly set: (told: Told) => void };

export function Notice({ told, set }: NoticeProps) {
  const text = useText(whyTexts);
  const undo = useUndo(() => set({ rulingId: null, what: "undo" }));
  const words = {
    split: text.doneTwo,
    withdraw: text.doneClaim,
    join: text.doneOne,
    apart: text.doneApart,
    undo: text.doneUndo,
  };
  return (
    <div role="status" className="wy-notice-place">
      {told === undefined ? null : (
        <div className="wy-notice">
          <IconCheck size={18} stroke={1.8} aria-hidden className="icon" />
          <span>{words[told.what]}</span>
          {told.rulingId === null ? null : (
            <Button
              size="xs"
              loading={undo.isPending}
              onClick={() => undo.mutate({ rulingId: told.rulingId ?? "", reason: text.undoAtOnce })}
            >
              {text.undo}
            </Button>
          )}
          <RefusedNote error={undo.error} />
        </div>
      )}
    </div>
  );
}
