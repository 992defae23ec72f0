// A new key: what it is trusted with, where it is accepted. A secret is shown once, when it is made.
import { Button } from "@mantine/core";
import { createKey, type KeyAnswer } from "@somlos/contract/rooms/access-staff";
import type { Source } from "@somlos/contract/rooms/sources";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { OneOf } from "../../forms/choices.tsx";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { keyTexts } from "./key-texts.ts";
import { originsIn } from "./life.rules.ts";
import { OriginsField } from "./origins-field.tsx";
import { useReadAgain } from "./use-sources.ts";

type Trust = KeyAnswer["trust"];
export type Made = { readonly text: string; readonly trust: Trust };

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
