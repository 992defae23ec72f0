// A no that a person said to a colleague: it needs no proof, holds everywhere at once, and is never removed.
import { permissionChannels } from "@somlos/contract/rooms/consent";
import type { Person } from "@somlos/contract/rooms/people";
import { useText } from "@somlos/look/language";
import { useState } from "react";
import { Dialog, Form } from "../../../forms/dialog.tsx";
import { SelectField, TextField } from "../../../forms/fields.tsx";
import { permissionTexts } from "../../../permissions.tsx";
import { useEntities } from "../../settings/use-company.ts";
import type { Line } from "./said.rules.ts";
import { saidTexts } from "./texts.ts";
import { useNo } from "./use-said.ts";

const ALL = "";

type NoProps = {
  readonly person: Person;
  readonly items: readonly Line[];
  readonly close: () => void;
  readonly done: () => void;
};

export function SayNo({ person, items, close, done }: NoProps) {
  const text = useText(saidTexts);
  const words = useText(permissionTexts).channels;
  const entities = useEntities().data?.items ?? [];
  const [purpose, setPurpose] = useState<string>(ALL);
  const [channel, setChannel] = useState<string>(ALL);
  const [entityId, setEntity] = useState<string>(ALL);
  const [cause, setCause] = useState("");
  const no = useNo(person.id, done);
  const purposes = [...new Set(items.map((one) => one.purpose))].sort();
  const go = (): void =>
    no.mutate({
      purpose: purpose === ALL ? null : purpose,
      channel: permissionChannels.find((one) => one === channel) ?? null,
      entityId: entityId === ALL ? null : entityId,
      ...(cause.trim() === "" ? {} : { cause: cause.trim() }),
    });
  return (
    <Dialog title={text.writeNo} opened close={close}>
      <Form act={text.goNo} go={go} running={no.isPending} error={no.error} close={close}>
        <p className="form-text">{text.noLead}</p>
        <SelectField
          label={text.fields.purpose}
          value={purpose}
          set={setPurpose}
          options={[
            { value: ALL, word: text.everything },
            ...purposes.map((value) => ({ value, word: value })),
          ]}
        />
        <SelectField
          label={text.fields.channel}
          value={channel}
          set={setChannel}
          options={[
            { value: ALL, word: text.everywhere },
            ...permissionChannels.map((value) => ({ value, word: words[value] })),
          ]}
        />
        <SelectField
          label={text.fields.entity}
          value={entityId}
          set={setEntity}
          options={[
            { value: ALL, word: text.allEntities },
            ...entities.map(({ id, name }) => ({ value: id, word: name })),
          ]}
        />
        <TextField label={text.fields.cause} value={cause} set={setCause} hint={text.fields.causeHint} />
        <p className="ps-small">{text.neverRemoved}</p>
      </Form>
    </Dialog>
  );
}
