// What can be done with a key: made, rolled, changed, closed. A secret is shown once, when it is made.
import { Button } from "@mantine/core";
import { changeKey, closeKey, createKey, type KeyAnswer, rollKey } from "@somlos/contract/rooms/access-staff";
import type { Source } from "@somlos/contract/rooms/sources";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call } from "../../api.ts";
import { OneOf } from "../../forms/choices.tsx";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { formTexts } from "../../forms/texts.ts";
import { useFormats, useText } from "../../language.tsx";
import { useNow } from "../../now.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { keyTexts } from "./key-texts.ts";
import { originsIn } from "./life.rules.ts";
import { useReadAgain } from "./use-sources.ts";

type Trust = KeyAnswer["trust"];
export type Made = { readonly text: string; readonly trust: Trust };

function OriginsField({ text: typed, set }: { readonly text: string; readonly set: (text: string) => void }) {
  const text = useText(keyTexts);
  const id = useId();
  return (
    <div className="ff">
      <label className="ff-label" htmlFor={id}>
        {text.origins}
      </label>
      <textarea
        id={id}
        className="ky-lines mono"
        rows={3}
        spellCheck={false}
        autoComplete="off"
        placeholder="https://www.example.com"
        aria-describedby={`${id}-hint`}
        value={typed}
        onChange={(change) => set(change.target.value)}
      />
      <p className="ff-hint" id={`${id}-hint`}>
        {text.originsHint}
      </p>
    </div>
  );
}

type MakeProps = {
  readonly source: Source;
  readonly close: () => void;
  readonly made: (made: Made) => void;
};

const trustOf = (kind: string): Trust => (kind === "server" || kind === "till" ? "server" : "public");

function MakeForm({ source, close, made }: MakeProps) {
  const text = useText(keyTexts);
  const readAgain = useReadAgain();
  const [name, setName] = useState(source.name);
  const [trust, setTrust] = useState<Trust>(trustOf(source.kind));
  const [lines, setLines] = useState("");
  const make = useMutation({
    mutationFn: () => {
      const origins = trust === "public" ? originsIn(lines) : [];
      return call(createKey, { body: { sourceId: source.id, name, trust, origins } });
    },
    onSuccess: async (answer) => {
      await readAgain();
      close();
      made({ text: answer.text, trust });
    },
  });
  return (
    <Form
      act={text.makeAct}
      go={() => make.mutate()}
      running={make.isPending}
      error={make.error}
      close={close}
      disabled={name.trim() === ""}
    >
      <TextField label={text.name} value={name} set={setName} most={100} required first />
      <OneOf
        label={text.trustLabel}
        value={trust}
        set={setTrust}
        options={(["public", "server"] as const).map((value) => ({ value, ...text.trust[value] }))}
      />
      {trust === "public" ? <OriginsField text={lines} set={setLines} /> : null}
    </Form>
  );
}

export function NewKey(props: MakeProps & { readonly opened: boolean }) {
  const text = useText(keyTexts);
  return (
    <Dialog title={text.makeTitle} opened={props.opened} close={props.close}>
      <MakeForm source={props.source} close={props.close} made={props.made} />
    </Dialog>
  );
}

export function MadeKey({ made, close }: { readonly made: Made | undefined; readonly close: () => void }) {
  const text = useText(keyTexts);
  return (
    <Dialog title={text.madeTitle} opened={made !== undefined} close={close} holds={made?.trust === "server"}>
      {made === undefined ? null : (
        <div className="form">
          <p className="form-text">{made.trust === "server" ? text.madeServer : text.madePublic}</p>
          <code className="mono ky-made">{made.text}</code>
          <div className="form-acts">
            <CopyButton primary text={made.text} label={text.copyKey} />
            <Button onClick={close}>{text.kept}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

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
