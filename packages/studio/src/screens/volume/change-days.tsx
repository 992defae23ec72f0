// Another time for one kind: the number of days, and before it is chosen what would go.

import { useDebouncedValue } from "@mantine/hooks";
import { changeLifetime, foreseeLifetime, type LifetimeLine } from "@somlos/contract/rooms/volume";
import { useFormats, useText } from "@somlos/look/language";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { kindTexts } from "./kind-texts.ts";
import { volumeTexts } from "./texts.ts";
import { useConsequence } from "./use-consequence.ts";

type ChangeProps = { readonly line: LifetimeLine; readonly close: () => void };

function useForeseen(line: LifetimeLine, days: number, valid: boolean) {
  const [settled] = useDebouncedValue(days, 200);
  return useQuery({
    queryKey: ["retention", line.kind, settled],
    queryFn: ({ signal }) =>
      call(foreseeLifetime, { params: { kind: line.kind }, query: { days: settled } }, signal),
    enabled: valid && settled === days,
    placeholderData: keepPreviousData,
  });
}

function ChangeForm({ line, close }: ChangeProps) {
  const text = useText(volumeTexts);
  const formats = useFormats();
  const client = useQueryClient();
  const [typed, setTyped] = useState(String(line.days));
  const days = Number(typed);
  const valid = /^\d{1,5}$/.test(typed) && days >= line.least && days <= line.most;
  const foreseen = useForeseen(line, days, valid);
  const told = useConsequence(line.kind, foreseen.data);
  const save = useMutation({
    mutationFn: () => call(changeLifetime, { params: { kind: line.kind }, body: { days } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["retention"] });
      close();
    },
  });
  const bounds = text.bounds(formats.number(line.least), formats.number(line.most), formats.number(line.own));
  return (
    <Form
      act={text.keepFor(valid ? formats.number(days) : "–")}
      go={() => save.mutate()}
      running={save.isPending}
      error={save.error}
      close={close}
      disabled={!valid || days === line.days}
    >
      <TextField
        label={text.daysLabel}
        value={typed}
        set={setTyped}
        most={5}
        required
        first
        hint={bounds}
        error={valid ? undefined : bounds}
      />
      <div className="vo-told" aria-live="polite">
        {valid ? <p>{told}</p> : null}
        {valid && days < line.days ? <p className="mid">{text.tomorrow}</p> : null}
      </div>
    </Form>
  );
}

export function ChangeDays({
  line,
  close,
}: {
  readonly line: LifetimeLine | undefined;
  readonly close: () => void;
}) {
  const text = useText(volumeTexts);
  const names = useText(kindTexts);
  const title = line === undefined ? "" : text.changeOf(names.lifetimes[line.kind].name);
  return (
    <Dialog title={title} opened={line !== undefined} close={close}>
      {line === undefined ? null : <ChangeForm line={line} close={close} />}
    </Dialog>
  );
}
