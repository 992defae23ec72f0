// Asking in a person's name, with the reason; what it covers, and what happens then.
import type { Person } from "@somlos/contract/rooms/people";
import { useText } from "@somlos/look/language";
import { useState } from "react";
import { Dialog, Form } from "../../../forms/dialog.tsx";
import { scopeOfPart, wholePart } from "./part.rules.ts";
import { Foresight, PartFields } from "./part.tsx";
import { Reason, saysWhy } from "./reason.tsx";
import { rightsTexts } from "./texts.ts";
import { type Asked, type Kind, useAsk } from "./use-rights.ts";

const WHOLE_OF_IT = { kind: "whole" } as const;

type AskProps = {
  readonly person: Person;
  readonly kind: Kind;
  readonly close: () => void;
  readonly done: (answer: Asked) => void;
};

export function Ask({ person, kind, close, done }: AskProps) {
  const text = useText(rightsTexts);
  const [reason, setReason] = useState("");
  const [part, setPart] = useState(wholePart);
  const ask = useAsk(person.id, done);
  const copy = kind === "export";
  const scope = copy ? WHOLE_OF_IT : scopeOfPart(part, person.identifiers);
  return (
    <Dialog title={copy ? text.askCopy : text.askErasure} opened close={close}>
      <Form
        act={copy ? text.goCopy : text.goErasure}
        go={() => scope !== undefined && ask.mutate({ kind, scope, reason: reason.trim() })}
        running={ask.isPending}
        error={ask.error}
        close={close}
        disabled={scope === undefined || !saysWhy(reason)}
      >
        <p className="form-text">{copy ? text.copyThen : text.erasureThen}</p>
        {copy ? null : <PartFields person={person} part={part} set={setPart} />}
        {scope?.kind === "source" || scope?.kind === "span" ? (
          <Foresight personId={person.id} scope={scope} />
        ) : null}
        <Reason text={text} reason={reason} set={setReason} />
      </Form>
    </Dialog>
  );
}
