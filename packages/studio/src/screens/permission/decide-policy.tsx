// Counsel decides for a country: begins with what holds there, from today or a later day on.
import { decidePolicy, type PolicyDecision } from "@somlos/contract/rooms/consent-policies";
import { newActId } from "@somlos/look/act-id";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { SomeOf } from "../../forms/choices.tsx";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { useNow } from "../../now.ts";
import { policyTexts } from "./policy-texts.ts";
import { useReadAgain } from "./use-permission.ts";

type Props = { readonly holds: PolicyDecision; readonly close: () => void };

const isDays = (text: string): boolean =>
  /^\d{2,4}$/.test(text) && Number(text) >= 30 && Number(text) <= 3650;

function Fields({ holds, close }: Props) {
  const text = useText(policyTexts);
  const readAgain = useReadAgain();
  const today = useNow().toISOString().slice(0, 10); // days of the law are days in UTC, as the server counts them
  const [actId] = useState(newActId);
  const [from, setFrom] = useState(today);
  const [coldCalls, setColdCalls] = useState(holds.coldCalls);
  const [free, setFree] = useState(holds.softFromFreeAccount);
  const [days, setDays] = useState(String(holds.dormantDays));
  const [note, setNote] = useState("");
  const deciding = useMutation({
    mutationFn: () =>
      call(decidePolicy, {
        params: { id: actId },
        body: {
          ...{ country: holds.country, validFrom: from, note: note.trim() },
          ...{ coldCalls, softFromFreeAccount: free, dormantDays: Number(days) },
        },
      }),
    onSuccess: async () => {
      await readAgain();
      close();
    },
  });
  const one = (on: boolean, set: (on: boolean) => void, word: string, says: string) => (
    <SomeOf
      label={word}
      values={on ? ["on"] : []}
      set={(chosen) => set(chosen.length > 0)}
      options={[{ value: "on", word, says }]}
    />
  );
  return (
    <Form
      act={text.decide}
      go={() => deciding.mutate()}
      running={deciding.isPending}
      error={deciding.error}
      close={close}
      disabled={note.trim() === "" || from < today || !isDays(days)}
    >
      <TextField
        label={text.from}
        type="date"
        value={from}
        set={setFrom}
        hint={text.fromHint}
        required
        first
      />
      {one(coldCalls, setColdCalls, text.head.calls, text.callsSays)}
      {one(free, setFree, text.head.free, text.freeSays)}
      <TextField label={text.daysLabel} value={days} set={setDays} hint={text.daysHint} most={4} required />
      <TextArea label={text.why} value={note} set={setNote} hint={text.whyHint} />
    </Form>
  );
}

type WindowProps = {
  readonly holds: PolicyDecision | undefined;
  readonly country: string;
  readonly close: () => void;
};

export function DecidePolicy({ holds, country, close }: WindowProps) {
  const text = useText(policyTexts);
  return (
    <Dialog title={text.decideFor(country)} opened={holds !== undefined} close={close}>
      {holds === undefined ? null : <Fields holds={holds} close={close} />}
    </Dialog>
  );
}
