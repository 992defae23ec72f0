// Closing for good after a last day, and opening again: nothing is removed, so it can be taken back.
import { Button } from "@mantine/core";
import { closeEntity, reopenEntity } from "@somlos/contract/rooms/company-entities";
import { closeLocation, reopenLocation } from "@somlos/contract/rooms/company-places";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { useNow } from "../../now.ts";
import { entityTexts } from "./entity-texts.ts";
import { storeTexts } from "./store-texts.ts";
import { useReadAgain } from "./use-company.ts";

const doors = {
  entity: { close: closeEntity, reopen: reopenEntity },
  location: { close: closeLocation, reopen: reopenLocation },
} as const;

type ClosingProps = {
  readonly what: keyof typeof doors;
  readonly one: {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly lastDay: string | null;
  };
};

export function Closing({ what, one }: ClosingProps) {
  const entity = useText(entityTexts);
  const store = useText(storeTexts);
  const text = what === "entity" ? entity : store;
  const readAgain = useReadAgain();
  const now = useNow();
  const [asked, setAsked] = useState(false);
  const [lastDay, setLastDay] = useState(() => now.toISOString().slice(0, 10));
  const { id, version } = one;
  const close = useMutation({
    mutationFn: () => call(doors[what].close, { params: { id }, body: { version, lastDay } }),
    onSuccess: async () => {
      setAsked(false);
      await readAgain();
    },
  });
  const reopen = useMutation({
    mutationFn: () => call(doors[what].reopen, { params: { id }, body: { version } }),
    onSuccess: readAgain,
  });
  return (
    <div className="rl-act">
      {one.lastDay === null ? (
        <Button variant="subtle" onClick={() => setAsked(true)}>
          {text.close}
        </Button>
      ) : (
        <Button loading={reopen.isPending} onClick={() => reopen.mutate()}>
          {text.reopen}
        </Button>
      )}
      <RefusedNote error={reopen.error} />
      <Dialog title={text.closeTitle(one.name)} opened={asked} close={() => setAsked(false)}>
        <Form
          act={text.closeAct}
          go={() => close.mutate()}
          running={close.isPending}
          error={close.error}
          close={() => setAsked(false)}
          disabled={lastDay === ""}
        >
          <p className="form-text">{text.closeSays}</p>
          <TextField label={text.lastDay} type="date" value={lastDay} set={setLastDay} required first />
        </Form>
      </Dialog>
    </div>
  );
}
