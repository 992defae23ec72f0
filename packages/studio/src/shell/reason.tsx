// Why a person is opened: asked once a day where the company wants it, before the person is shown.
import { giveGeneralReason, giveReason } from "@somlos/contract/rooms/seen";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../api.ts";
import { Dialog, Form } from "../forms/dialog.tsx";
import { TextField } from "../forms/fields.tsx";
import { whoAsksWhy } from "../why.ts";
import { shellTexts } from "./texts.ts";

type Asked = { readonly personId: string | undefined; answer(said: boolean): void };

const LEAST = 3;
const MOST = 300;

export function Reason() {
  const text = useText(shellTexts).reason;
  const [asked, setAsked] = useState<Asked>();
  const [reason, setReason] = useState("");
  useEffect(() => whoAsksWhy((personId) => new Promise((answer) => setAsked({ personId, answer }))), []);
  const end = (said: boolean): void => {
    asked?.answer(said);
    setAsked(undefined);
    setReason("");
  };
  const saying = useMutation({
    mutationFn: () =>
      asked?.personId === undefined
        ? call(giveGeneralReason, { body: { reason } })
        : call(giveReason, { params: { id: asked.personId }, body: { reason } }),
    onSuccess: () => end(true),
  });
  const general = asked?.personId === undefined;
  return (
    <Dialog
      title={general ? text.titleAll : text.title}
      opened={asked !== undefined}
      close={() => end(false)}
    >
      <Form
        act={general ? text.actAll : text.act}
        go={() => saying.mutate()}
        running={saying.isPending}
        error={saying.error}
        close={() => end(false)}
        disabled={reason.trim().length < LEAST}
      >
        <TextField
          label={text.label}
          value={reason}
          set={setReason}
          hint={general ? text.hintAll : text.hint}
          most={MOST}
          required
          first
        />
      </Form>
    </Dialog>
  );
}
