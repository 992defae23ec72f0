// A window in which staff puts a fact right or adds one, with the reason; and what was just done, with the way back.
import { Button } from "@mantine/core";
import { useLanguage, useText } from "@somlos/look/language";
import { type FactValue, valueTyped } from "@somlos/rules/fact-typed";
import { factName } from "@somlos/rules/fact-words";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Dialog, Form } from "../../../forms/dialog.tsx";
import { SelectField, TextField } from "../../../forms/fields.tsx";
import { RefusedNote } from "../../../forms/refused.tsx";
import { TextArea } from "../../../forms/text-area.tsx";
import { factValue } from "../fact-value.ts";
import "./correct.css";
import { correctTexts } from "./texts.ts";
import { type Said, useCorrect, useTakeBack } from "./use-correct.ts";

const LEAST = 3;

/** `name` none: one that is missing. */
export type Wish = { readonly name?: string; readonly value?: FactValue };
type CorrectProps = {
  readonly personId: string;
  readonly wish: Wish;
  readonly close: () => void;
  readonly done: (said: Said) => void;
};

const switched = { yes: true, no: false, none: null } as const;
type Switched = keyof typeof switched;

export function Correct({ personId, wish, close, done }: CorrectProps) {
  const text = useText(correctTexts);
  const { language } = useLanguage();
  const [name, setName] = useState(wish.name ?? "");
  const [typed, setTyped] = useState(
    wish.value === undefined ? "" : factValue(wish.value, { ...text, none: "" }),
  );
  const [choice, setChoice] = useState<Switched>(wish.value === true ? "yes" : "no");
  const [reason, setReason] = useState("");
  const correct = useCorrect(personId, done);
  const isSwitch = typeof wish.value === "boolean";
  const value = isSwitch ? switched[choice] : valueTyped(typed, wish.value);
  return (
    <Dialog
      title={wish.name === undefined ? text.addTitle : text.title(factName(wish.name, language))}
      opened
      close={close}
    >
      <Form
        act={text.save}
        go={() => correct.mutate({ name: name.trim(), value, reason: reason.trim() })}
        running={correct.isPending}
        error={correct.error}
        close={close}
        disabled={
          name.trim() === "" || reason.trim().length < LEAST || (wish.name === undefined && value === null)
        }
      >
        <p className="form-text">{text.says}</p>
        {wish.name === undefined ? (
          <TextField
            label={text.name}
            hint={text.nameHint}
            value={name}
            set={setName}
            most={100}
            required
            first
          />
        ) : null}
        {isSwitch ? (
          <SelectField
            label={text.value}
            value={choice}
            set={setChoice}
            options={[
              { value: "yes", word: text.yes },
              { value: "no", word: text.no },
              { value: "none", word: text.none },
            ]}
          />
        ) : (
          <TextField
            label={text.value}
            {...(wish.name === undefined ? {} : { hint: text.valueHint })}
            value={typed}
            set={setTyped}
            most={1000}
            first={wish.name !== undefined}
          />
        )}
        <TextArea label={text.why} hint={text.whyHint} value={reason} set={setReason} most={500} rows={2} />
      </Form>
    </Dialog>
  );
}

export type Told = Said | "back" | undefined;

export function Corrected({
  personId,
  told,
  set,
}: {
  readonly personId: string;
  readonly told: Told;
  readonly set: (told: Told) => void;
}) {
  const text = useText(correctTexts);
  const { language } = useLanguage();
  const takeBack = useTakeBack(personId, () => set("back"));
  return (
    <div role="status">
      {told === undefined ? null : (
        <div className="ps-note corrected">
          <IconCheck size={18} stroke={1.8} aria-hidden className="icon" />
          <span>{told === "back" ? text.back : text.saved(factName(told.name, language))}</span>
          {told === "back" ? null : (
            <Button size="xs" loading={takeBack.isPending} onClick={() => takeBack.mutate(told)}>
              {text.undo}
            </Button>
          )}
          <RefusedNote error={takeBack.error} />
        </div>
      )}
    </div>
  );
}
