// A purpose is entered: its code, what kind of use it is, its one basis.
import { enterPurpose, purposeBases, purposeKinds } from "@somlos/contract/rooms/consent-purposes";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../../api.ts";
import { SomeOf } from "../../forms/choices.tsx";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { sentenceFor } from "../../forms/refused.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { type PurposeBasis, type PurposeKind, permissionTexts } from "../../permissions.tsx";
import { isCode } from "./publish.rules.ts";
import { purposeTexts } from "./purpose-texts.ts";
import { useReadAgain } from "./use-permission.ts";

type FormProps = { readonly close: () => void };

function Fields({ close }: FormProps) {
  const text = useText(purposeTexts);
  const words = useText(permissionTexts);
  const readAgain = useReadAgain();
  const go = useNavigate();
  const [code, setCode] = useState("");
  const [kind, setKind] = useState<PurposeKind>("marketing");
  const [basis, setBasis] = useState<PurposeBasis>("consent");
  const [balance, setBalance] = useState("");
  const [double, setDouble] = useState(false);
  const weighs = basis === "legitimate_interest";
  const entering = useMutation({
    mutationFn: () =>
      call(enterPurpose, {
        body: {
          ...{ code, kind, basis, balance: weighs ? balance.trim() : null },
          doubleOptIn: basis === "consent" && double,
        },
      }),
    onSuccess: async (made) => {
      await readAgain();
      close();
      void go(`/permissions/purposes/${made.code}`);
    },
  });
  const taken = sentenceFor(entering.error, "consent.purpose_exists");
  const wrong = code !== "" && !isCode(code) ? text.codeWrong : taken;
  return (
    <Form
      act={text.enter}
      go={() => entering.mutate()}
      running={entering.isPending}
      error={taken === undefined ? entering.error : null}
      close={close}
      disabled={!isCode(code) || (weighs && balance.trim() === "")}
    >
      <TextField
        label={text.code}
        value={code}
        set={(value) => {
          entering.reset();
          setCode(value.trim().toLowerCase());
        }}
        hint={text.codeHint}
        error={wrong}
        most={41}
        required
        first
      />
      <SelectField
        label={text.kind}
        value={kind}
        set={setKind}
        hint={text.kindHint}
        options={purposeKinds.map((value) => ({ value, word: words.kinds[value] }))}
      />
      <SelectField
        label={text.basis}
        value={basis}
        set={setBasis}
        options={purposeBases.map((value) => ({ value, word: words.bases[value] }))}
      />
      {weighs ? (
        <TextArea label={text.balance} value={balance} set={setBalance} hint={text.balanceHint} />
      ) : null}
      {basis === "consent" ? (
        <SomeOf
          label={text.doubleLabel}
          values={double ? ["on"] : []}
          set={(on) => setDouble(on.length > 0)}
          options={[{ value: "on", word: text.doubleOn }]}
        />
      ) : null}
      <p className="form-text dim">{text.never}</p>
    </Form>
  );
}

export function NewPurpose({ opened, close }: FormProps & { readonly opened: boolean }) {
  const text = useText(purposeTexts);
  return (
    <Dialog title={text.add} opened={opened} close={close}>
      <Fields close={close} />
    </Dialog>
  );
}
