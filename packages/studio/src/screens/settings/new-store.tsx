// A new place: the little that is needed, in a window; the rest on its own page afterwards.
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import { createLocation, type LocationKind, locationKinds } from "@somlos/contract/rooms/company-places";
import { useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../../api.ts";
import { Dialog, Form } from "../../forms/dialog.tsx";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { storeTexts } from "./store-texts.ts";
import { useReadAgain } from "./use-company.ts";

type NewProps = { readonly close: () => void; readonly entities: readonly EntityAnswer[] };

/** Malmö Södra → malmo-sodra: what most would choose, free to change. */
export const codeFrom = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/æ/gi, "ae")
    .replaceAll(/ø/gi, "o")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);

function NewForm({ close, entities }: NewProps) {
  const text = useText(storeTexts);
  const go = useNavigate();
  const readAgain = useReadAgain();
  const [name, setName] = useState("");
  const [ownCode, setCode] = useState<string>();
  const [kind, setKind] = useState<LocationKind>("store");
  const [entityId, setEntity] = useState(entities[0]?.id ?? "");
  const code = ownCode ?? codeFrom(name);
  const country = entities.find((entity) => entity.id === entityId)?.country ?? "SE";
  const make = useMutation({
    mutationFn: () => call(createLocation, { body: { code, entityId, name, kind, country } }),
    onSuccess: async ({ id }) => {
      await readAgain();
      close();
      void go(`/settings/stores/${id}`);
    },
  });
  return (
    <Form
      act={text.make}
      go={() => make.mutate()}
      running={make.isPending}
      error={make.error}
      close={close}
      disabled={name.trim() === "" || code === ""}
    >
      <TextField label={text.name} value={name} set={setName} most={80} required first />
      <TextField label={text.code} hint={text.codeHint} value={code} set={setCode} most={40} required />
      <SelectField
        label={text.kind}
        value={kind}
        set={setKind}
        options={locationKinds.map((value) => ({ value, word: text.kinds[value] }))}
      />
      <SelectField
        label={text.entity}
        value={entityId}
        set={setEntity}
        options={entities.map((entity) => ({ value: entity.id, word: entity.name }))}
      />
    </Form>
  );
}

export function NewStore({ opened, close, entities }: NewProps & { readonly opened: boolean }) {
  const text = useText(storeTexts);
  return (
    <Dialog title={text.addTitle} opened={opened} close={close}>
      <NewForm close={close} entities={entities} />
    </Dialog>
  );
}
