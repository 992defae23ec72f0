// Asking in a person's name, with the reason; what it covers, and what happens then.
import type { Person } from "@somlos/contract/rooms/people";
import type { ScopeWish } from "@somlos/contract/rooms/rights";
import { useText } from "@somlos/look/language";
import { useState } from "react";
import { Dialog, Form } from "../../../forms/dialog.tsx";
import { SelectField } from "../../../forms/fields.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { shortValue } from "../../../identifiers.tsx";
import { rightsTexts } from "./texts.ts";
import { type Asked, type Kind, useAsk } from "./use-rights.ts";

const WHOLE = "";
const LEAST = 3;
const MOST = 500;

type AskProps = {
  readonly person: Person;
  readonly kind: Kind;
  readonly close: () => void;
  readonly done: (answer: Asked) => void;
};

export function Ask({ person, kind, close, done }: AskProps) {
  const text = useText(rightsTexts);
  const [reason, setReason] = useState("");
  const [of, setOf] = useState(WHOLE);
  const ask = useAsk(person.id, done);
  const nameOf = (one: { kind: string; value: string }): string => `${one.kind} ${one.value}`;
  const part = person.identifiers.find((one) => nameOf(one) === of);
  const scope: ScopeWish =
    part === undefined
      ? { kind: "whole" }
      : { kind: "identifier", identifier: { kind: part.kind, value: part.value } };
  const copy = kind === "export";
  return (
    <Dialog title={copy ? text.askCopy : text.askErasure} opened close={close}>
      <Form
        act={copy ? text.goCopy : text.goErasure}
        go={() => ask.mutate({ kind, scope, reason: reason.trim() })}
        running={ask.isPending}
        error={ask.error}
        close={close}
        disabled={reason.trim().length < LEAST}
      >
        <p className="form-text">{copy ? text.copyThen : text.erasureThen}</p>
        {copy ? null : (
          <SelectField
            label={text.what}
            value={of}
            set={setOf}
            options={[
              { value: WHOLE, word: text.whole },
              ...person.identifiers.map((one) => ({
                value: nameOf(one),
                word: text.only(shortValue(one.kind, one.value)),
              })),
            ]}
          />
        )}
        <TextArea
          label={text.reason}
          value={reason}
          set={setReason}
          hint={text.reasonHint}
          most={MOST}
          rows={3}
        />
      </Form>
    </Dialog>
  );
}
