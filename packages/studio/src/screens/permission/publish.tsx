// New words for a purpose: three languages beside each other; each that is refused says why at its own field.
import { Button } from "@mantine/core";
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import { permissionChannels } from "@somlos/contract/rooms/consent";
import { publishText } from "@somlos/contract/rooms/consent-purposes";
import { type Language, languageNames, languages, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call, Refused } from "../../api.ts";
import { OneOf } from "../../forms/choices.tsx";
import { TextField } from "../../forms/fields.tsx";
import { RefusedNote } from "../../forms/refused.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { formTexts } from "../../forms/texts.ts";
import { useUnsaved } from "../../forms/unsaved.tsx";
import { permissionTexts } from "../../permissions.tsx";
import { Answered } from "../../states/answered.tsx";
import { useEntities } from "../settings/use-company.ts";
import { BenefitFields } from "./benefit-fields.tsx";
import { Picks } from "./picks.tsx";
import {
  type Draft,
  draftOf,
  isCode,
  isProofWrong,
  listed,
  softChannels,
  type TextView,
  type WordsBasis,
  wishesOf,
} from "./publish.rules.ts";
import { purposeTexts } from "./purpose-texts.ts";
import type { PurposeView } from "./purposes.screen.tsx";
import { useReadAgain } from "./use-permission.ts";

type PublishProps = {
  readonly purpose: PurposeView;
  readonly items: readonly TextView[];
  readonly basis: WordsBasis;
  readonly close: () => void;
};

type Refusals = Partial<Record<Language, { readonly body: string; readonly sentence: string }>>;

/** Each language is an act of its own: one that is refused keeps no other back. */
function usePublishing({ purpose, items, close }: PublishProps) {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: async (draft: Draft): Promise<Refusals> => {
      const refused: Refusals = {};
      for (const wish of wishesOf(draft, items))
        await call(publishText, { params: { purpose: purpose.code }, body: wish }).catch((error: unknown) => {
          if (!(error instanceof Refused) || !error.code.startsWith("consent.text_")) throw error;
          refused[wish.language] = { body: wish.body, sentence: error.sentence };
        });
      return refused;
    },
    onSuccess: async (refused) => {
      await readAgain();
      if (Object.keys(refused).length === 0) close();
    },
  });
}

/** Holds for the words that were refused; other words have not been judged. */
const saidOf = (refused: Refusals[Language], body: string): string | undefined =>
  refused?.body === body.trim() ? refused.sentence : undefined;

type FieldsProps = {
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
  readonly marketing: boolean;
};

function What({ draft, set, marketing }: FieldsProps) {
  const text = useText(purposeTexts);
  const words = useText(permissionTexts);
  const entities = useEntities();
  const channels = draft.basis === "soft" ? softChannels : permissionChannels;
  const scopesWrong = !listed(draft.scopes).every(isCode);
  return (
    <div className="pm-what">
      {marketing ? (
        <OneOf
          label={text.basisLabel}
          value={draft.basis}
          set={(basis) => set({ ...draft, basis })}
          options={[
            { value: "consent", word: text.ask, says: text.askSays },
            { value: "soft", word: text.notice, says: text.noticeSays },
          ]}
        />
      ) : null}
      <Picks
        label={text.channels}
        values={draft.channels}
        set={(chosen) => set({ ...draft, channels: chosen })}
        options={channels.map((value) => ({ value, word: words.channels[value] }))}
      />
      <Picks
        label={text.entities}
        values={draft.entityIds}
        set={(entityIds) => set({ ...draft, entityIds })}
        options={(entities.data?.items ?? [])
          .filter((one) => !one.closed || draft.entityIds.includes(one.id))
          .map((one) => ({ value: one.id, word: one.name }))}
      />
      <TextField
        label={text.scopes}
        value={draft.scopes}
        set={(scopes) => set({ ...draft, scopes })}
        hint={text.scopesHint}
        error={scopesWrong ? text.scopesWrong : undefined}
        most={1000}
      />
      <TextArea
        label={text.goods}
        value={draft.categories}
        set={(categories) => set({ ...draft, categories })}
        hint={text.goodsHint}
        rows={2}
      />
    </div>
  );
}

type WriteProps = PublishProps & { readonly open: readonly EntityAnswer[] };

function Write(props: WriteProps) {
  const { purpose, items, basis, close, open } = props;
  const text = useText(purposeTexts);
  const form = useText(formTexts);
  const [draft, set] = useState(() => draftOf(items, basis, open.length === 1 ? [open[0]?.id ?? ""] : []));
  const publishing = usePublishing(props);
  const wishes = wishesOf(draft, items);
  const whole = draft.channels.length > 0 && draft.entityIds.length > 0 && listed(draft.scopes).length > 0;
  const ready = wishes.length > 0 && whole && !isProofWrong(draft) && listed(draft.scopes).every(isCode);
  useUnsaved(wishes.length > 0);
  const named = open.filter((one) => draft.entityIds.includes(one.id)).map((one) => one.name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !publishing.isPending) publishing.mutate(draft);
  };
  return (
    <form className="pm-publish" onSubmit={submit}>
      <p className="mid">{text.publishLead}</p>
      <div className="pm-tongues pm-tongues-open">
        {languages.map((language) => (
          <TextArea
            key={language}
            label={languageNames[language]}
            lang={language}
            value={draft.bodies[language]}
            set={(body) => set({ ...draft, bodies: { ...draft.bodies, [language]: body } })}
            hint={named.length === 0 ? text.namesNone : text.names(named.join(", "))}
            error={saidOf(publishing.data?.[language], draft.bodies[language])}
            most={10_000}
            rows={7}
          />
        ))}
      </div>
      {draft.basis === "consent" ? <BenefitFields draft={draft} set={set} /> : null}
      <What draft={draft} set={set} marketing={purpose.kind === "marketing"} />
      <RefusedNote error={publishing.error} />
      <div className="form-acts">
        <Button type="submit" variant="filled" loading={publishing.isPending} disabled={!ready}>
          {text.go}
        </Button>
        <Button variant="subtle" onClick={close}>
          {form.cancel}
        </Button>
        {wishes.length === 0 ? <span className="dim">{text.nothing}</span> : null}
      </div>
    </form>
  );
}

/** The legal entities that the words may name are known before the form is filled in from them. */
export function Publish(props: PublishProps) {
  const entities = useEntities();
  return (
    <Answered asked={entities} shape="lines">
      {({ items }) => <Write {...props} open={items.filter((one) => !one.closed)} />}
    </Answered>
  );
}
