// A register comes in as its file, with the day it is of; it counts when it is whole.

import { addressOf } from "@somlos/contract/client";
import { type registerNames, takeRegister } from "@somlos/contract/rooms/consent-lists";
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { FileField } from "./file-field.tsx";
import "./files.css";
import { useNow } from "../../now.ts";
import { fileTexts } from "./file-texts.ts";
import { SendingBar } from "./sending.tsx";
import { useReadAgain } from "./use-permission.ts";
import { useSending } from "./use-sending.ts";

export type RegisterName = (typeof registerNames)[number];

const dayOf = (now: Date): string => {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

type Taken = { readonly lines: number; readonly unread: number };

function Fields({ list, close }: { readonly list: RegisterName; readonly close: () => void }) {
  const text = useText(fileTexts);
  const formats = useFormats();
  const readAgain = useReadAgain();
  const [file, setFile] = useState<File>();
  const clock = useNow();
  const [asOf, setAsOf] = useState(() => dayOf(clock));
  const [taken, setTaken] = useState<Taken>();
  const sender = useSending<Taken>((answer) => {
    setTaken(answer);
    void readAgain();
  });
  const { now } = sender;
  if (taken !== undefined)
    return (
      <Form act={text.ready} go={close} running={false}>
        <p className="form-said" role="status">
          {text.taken(formats.number(taken.lines))}
          {taken.unread === 0 ? null : ` ${text.unread(formats.number(taken.unread), taken.unread === 1)}.`}
        </p>
      </Form>
    );
  if (now.how === "sending") return <SendingBar now={now} stop={sender.stop} />;
  return (
    <Form
      act={text.go}
      go={() => {
        if (file !== undefined) sender.send(addressOf(takeRegister.url, { query: { list, asOf } }), file);
      }}
      running={false}
      error={now.how === "refused" ? now.error : null}
      close={close}
      disabled={file === undefined || asOf === ""}
    >
      <p className="form-text">{text.takeSays}</p>
      <FileField
        label={text.file}
        choose={text.choose}
        file={file}
        set={(chosen) => {
          sender.reset();
          setFile(chosen);
        }}
        accept=".csv,.txt"
      />
      <TextField label={text.day} value={asOf} set={setAsOf} type="date" required />
      <p className="form-said" role="status">
        {now.how === "stopped" ? text.stopped : ""}
      </p>
    </Form>
  );
}

type TakeProps = { readonly list: RegisterName | undefined; readonly close: () => void };

export function TakeRegister({ list, close }: TakeProps) {
  const text = useText(fileTexts);
  return (
    <Dialog
      title={list === undefined ? "" : text.takeTitle(text.names[list])}
      opened={list !== undefined}
      close={close}
    >
      {list === undefined ? null : <Fields list={list} close={close} />}
    </Dialog>
  );
}
