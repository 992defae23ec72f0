// What can be done with a key that is there: changed, rolled, closed.
import { changeKey, closeKey, type KeyAnswer, rollKey } from "@somlos/contract/rooms/access-staff";
import { useFormats, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { OneOf } from "../../forms/choices.tsx";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { formTexts } from "../../forms/texts.ts";
import { useNow } from "../../now.ts";
import { keyTexts } from "./key-texts.ts";
import { originsIn } from "./life.rules.ts";
import type { Made } from "./new-key.tsx";
import { OriginsField } from "./origins-field.tsx";
import { useReadAgain } from "./use-sources.ts";

type ItemProps = { readonly item: KeyAnswer | undefined; readonly close: () => void };

function ChangeForm({ item, close }: { readonly item: KeyAnswer; readonly close: () => void }) {
  const text = useText(keyTexts);
  const forms = useText(formTexts);
  const readAgain = useReadAgain();
  const [name, setName] = useState(item.name);
  const [lines, setLines] = useState(item.origins.join("\n"));
  const save = useMutation({
    mutationFn: () => call(changeKey, { params: { id: item.id }, body: { name, origins: originsIn(lines) } }),
    onSuccess: async () => {
      await readAgain();
      close();
    },
  });
  return (
    <Form
      act={forms.save}
      go={() => save.mutate()}
      running={save.isPending}
      error={save.error}
      close={close}
      disabled={name.trim() === ""}
    >
      <TextField label={text.name} value={name} set={setName} most={100} required first />
      <OriginsField text={lines} set={setLines} />
    </Form>
  );
}

export function ChangeKey({ item, close }: ItemProps) {
  const text = useText(keyTexts);
  return (
    <Dialog title={text.renameTitle} opened={item !== undefined} close={close}>
      {item === undefined ? null : <ChangeForm item={item} close={close} />}
    </Dialog>
  );
}

const overlaps = ["0", "3600", "86400", "604800"] as const;
type Overlap = (typeof overlaps)[number];
const secondsOf: Readonly<Record<Overlap, 0 | 3600 | 86_400 | 604_800>> = {
  "0": 0,
  "3600": 3600,
  "86400": 86_400,
  "604800": 604_800,
};

type RollProps = ItemProps & { readonly made: (made: Made) => void };

function RollForm({ item, close, made }: RollProps & { readonly item: KeyAnswer }) {
  const text = useText(keyTexts);
  const readAgain = useReadAgain();
  const [overlap, setOverlap] = useState<Overlap>("86400");
  const roll = useMutation({
    mutationFn: () =>
      call(rollKey, { params: { id: item.id }, body: { overlapSeconds: secondsOf[overlap] } }),
    onSuccess: async (answer) => {
      await readAgain();
      close();
      made({ text: answer.text, trust: item.trust });
    },
  });
  return (
    <Form
      act={text.rollAct}
      go={() => roll.mutate()}
      running={roll.isPending}
      error={roll.error}
      close={close}
    >
      <p className="form-text">{text.rollSays}</p>
      <OneOf
        row
        label={text.overlap}
        value={overlap}
        set={setOverlap}
        options={overlaps.map((value) => ({ value, word: text.overlaps[secondsOf[value]] }))}
      />
    </Form>
  );
}

export function RollKey({ item, close, made }: RollProps) {
  const text = useText(keyTexts);
  return (
    <Dialog title={text.rollTitle(item?.name ?? "")} opened={item !== undefined} close={close}>
      {item === undefined ? null : <RollForm item={item} close={close} made={made} />}
    </Dialog>
  );
}

function CloseForm({ item, close }: { readonly item: KeyAnswer; readonly close: () => void }) {
  const text = useText(keyTexts);
  const formats = useFormats();
  const now = useNow();
  const readAgain = useReadAgain();
  const end = useMutation({
    mutationFn: () => call(closeKey, { params: { id: item.id } }),
    onSuccess: async () => {
      await readAgain();
      close();
    },
  });
  return (
    <Form act={text.closeAct} go={() => end.mutate()} running={end.isPending} error={end.error} close={close}>
      <div className="note-alarm ky-warning">
        {item.lastUsedAt === null ? null : <b>{text.closeUsed(formats.ago(item.lastUsedAt, now))}</b>}
        <p>{text.closeSays}</p>
      </div>
    </Form>
  );
}

export function CloseKey({ item, close }: ItemProps) {
  const text = useText(keyTexts);
  return (
    <Dialog title={text.closeTitle(item?.name ?? "")} opened={item !== undefined} close={close}>
      {item === undefined ? null : <CloseForm item={item} close={close} />}
    </Dialog>
  );
}
