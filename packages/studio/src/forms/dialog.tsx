// A window over the screen for one act: it holds the focus, Escape leaves it, the focus goes back where it was.
import { Button, Modal } from "@mantine/core";
import { useText } from "@somlos/look/language";
import type { FormEvent, ReactNode } from "react";
import { partTexts } from "../parts/texts.ts";
import "./forms.css";
import { RefusedNote } from "./refused.tsx";
import { formTexts } from "./texts.ts";

type DialogProps = {
  readonly title: string;
  readonly opened: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
  /** Only its own buttons close it: what it shows is shown once. */
  readonly holds?: boolean;
};

export function Dialog({ title, opened, close, children, holds = false }: DialogProps) {
  const text = useText(partTexts);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      centered
      size={480}
      radius="lg"
      withCloseButton={!holds}
      closeOnEscape={!holds}
      closeOnClickOutside={!holds}
      closeButtonProps={{ "aria-label": text.close }}
      classNames={{ content: "dlg", header: "dlg-head", title: "dlg-title", body: "dlg-body" }}
      overlayProps={{ backgroundOpacity: 0.4 }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </Modal>
  );
}

type FormProps = {
  readonly act: string;
  readonly go: () => void;
  readonly running: boolean;
  readonly error?: unknown;
  readonly close?: () => void;
  readonly disabled?: boolean;
  readonly children?: ReactNode;
};

/** Fields, what refused them, one main act. */
export function Form({ act, go, running, error = null, close, disabled = false, children }: FormProps) {
  const text = useText(formTexts);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!running) go();
  };
  return (
    <form className="form" onSubmit={submit}>
      {children}
      <RefusedNote error={error} />
      <div className="form-acts">
        <Button type="submit" variant="filled" loading={running} disabled={disabled}>
          {act}
        </Button>
        {close === undefined ? null : (
          <Button variant="subtle" onClick={close}>
            {text.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
