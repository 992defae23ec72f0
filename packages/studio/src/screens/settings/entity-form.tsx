// One legal entity: entered, changed.
import { changeEntity, createEntity, type EntityAnswer } from "@somlos/contract/rooms/company-entities";
import { useLanguage, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../../api.ts";
import { Form } from "../../forms/dialog.tsx";
import { SelectField, TextField } from "../../forms/fields.tsx";
import { SavedForm } from "../../forms/save-bar.tsx";
import { useUnsaved } from "../../forms/unsaved.tsx";
import { useSaving } from "../../forms/use-saving.ts";
import { Closing } from "./closing.tsx";
import { entityTexts } from "./entity-texts.ts";
import { LanguagesField } from "./languages-field.tsx";
import { countryChoices, currencyChoices, zoneChoices } from "./names.ts";
import { sharingTexts } from "./sharing-texts.ts";
import { useReadAgain } from "./use-company.ts";

type Draft = Pick<
  EntityAnswer,
  "name" | "organisationNumber" | "country" | "currency" | "languages" | "timeZone"
>;
const draftOf = (entity: EntityAnswer): Draft => {
  const { name, organisationNumber, country, currency, languages, timeZone } = entity;
  return { name, organisationNumber, country, currency, languages, timeZone };
};

type Near = Pick<Draft, "currency" | "languages" | "timeZone">;
/** What a country most often brings, so that one choice is enough. */
const usual: Readonly<Record<string, Near>> = {
  SE: { currency: "SEK", languages: ["sv"], timeZone: "Europe/Stockholm" },
  DK: { currency: "DKK", languages: ["da"], timeZone: "Europe/Copenhagen" },
  NO: { currency: "NOK", languages: ["nb"], timeZone: "Europe/Oslo" },
  FI: { currency: "EUR", languages: ["fi"], timeZone: "Europe/Helsinki" },
  IS: { currency: "ISK", languages: ["is"], timeZone: "Atlantic/Reykjavik" },
};
const fresh: Draft = {
  name: "",
  organisationNumber: null,
  country: "SE",
  ...(usual["SE"] ?? { currency: "SEK", languages: ["sv"], timeZone: "Europe/Stockholm" }),
};

type FieldsProps = {
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
  readonly isNew?: boolean;
};

function Fields({ draft, set, isNew = false }: FieldsProps) {
  const text = useText(entityTexts);
  const { language } = useLanguage();
  return (
    <>
      <TextField
        label={text.name}
        value={draft.name}
        set={(name) => set({ ...draft, name })}
        most={120}
        required
      />
      <TextField
        label={text.number}
        value={draft.organisationNumber ?? ""}
        set={(number) => set({ ...draft, organisationNumber: number === "" ? null : number })}
        most={40}
      />
      <SelectField
        label={text.country}
        value={draft.country}
        set={(country) => set({ ...draft, country, ...(isNew ? usual[country] : {}) })}
        options={countryChoices(language)}
      />
      <SelectField
        label={text.currency}
        hint={text.currencyHint}
        value={draft.currency}
        set={(currency) => set({ ...draft, currency })}
        options={currencyChoices(language)}
      />
      <LanguagesField
        label={text.languages}
        values={draft.languages}
        set={(languages) => set({ ...draft, languages: [...languages] })}
      />
      <SelectField
        label={text.zone}
        hint={text.zoneHint}
        value={draft.timeZone}
        set={(timeZone) => set({ ...draft, timeZone })}
        options={zoneChoices()}
      />
    </>
  );
}

export function NewEntity({
  close,
  done,
}: {
  readonly close: () => void;
  readonly done: (id: string) => void;
}) {
  const text = useText(entityTexts);
  const readAgain = useReadAgain();
  const [draft, set] = useState(fresh);
  const [code, setCode] = useState("");
  const make = useMutation({
    mutationFn: () => call(createEntity, { body: { code, ...draft } }),
    onSuccess: readAgain,
  });
  useUnsaved(!make.isSuccess && (draft.name !== "" || code !== ""));
  const id = make.data?.id;
  useEffect(() => {
    if (id !== undefined) done(id); // after the page knows that nothing is unsaved any more
  }, [id, done]);
  return (
    <div className="rl">
      <h2 className="rail-title">{text.add}</h2>
      <Form
        act={text.make}
        go={() => make.mutate()}
        running={make.isPending}
        error={make.error}
        close={close}
        disabled={draft.name.trim() === "" || code === ""}
      >
        <Fields draft={draft} set={set} isNew />
        <TextField label={text.code} hint={text.codeHint} value={code} set={setCode} most={40} required />
      </Form>
    </div>
  );
}

export function EntityRail({
  entity,
  manages,
}: {
  readonly entity: EntityAnswer;
  readonly manages: boolean;
}) {
  const text = useText(entityTexts);
  const { principalSays } = useText(sharingTexts);
  const readAgain = useReadAgain();
  const saving = useSaving<Draft>(
    { value: draftOf(entity), version: entity.version },
    (value, version) => call(changeEntity, { params: { id: entity.id }, body: { version, ...value } }),
    readAgain,
  );
  return (
    <div className="rl">
      <div>
        <h2 className="rail-title">{entity.name}</h2>
        <p className="mid">
          <code className="mono">{entity.code}</code> <span className="dim">{text.codeFixed}</span>
        </p>
        {entity.principal ? <p className="mid">{principalSays}</p> : null}
      </div>
      <SavedForm
        saving={saving}
        manages={manages}
        readAgain={readAgain}
        wrong={saving.draft.name.trim() === ""}
      >
        <Fields draft={saving.draft} set={saving.set} />
      </SavedForm>
      {manages ? <Closing what="entity" one={entity} /> : null}
    </div>
  );
}
