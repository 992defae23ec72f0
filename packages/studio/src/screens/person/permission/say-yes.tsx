// A yes that a person said to a colleague: with the exact words they were read, and what proves it.
import { type PermissionChannel, permissionChannels } from "@somlos/contract/rooms/consent";
import type { Person } from "@somlos/contract/rooms/people";
import { languageNames, useLanguage, useText } from "@somlos/look/language";
import { useState } from "react";
import { SomeOf } from "../../../forms/choices.tsx";
import { Dialog, Form } from "../../../forms/dialog.tsx";
import { SelectField, TextField } from "../../../forms/fields.tsx";
import { shortValue } from "../../../identifiers.tsx";
import { permissionTexts } from "../../../permissions.tsx";
import { Answered } from "../../../states/answered.tsx";
import { usePurposes, useTexts } from "../../permission/use-permission.ts";
import { useEntities } from "../../settings/use-company.ts";
import { Words } from "./evidence.tsx";
import { type About, carriersFor, type TextVersion, wordsToAsk } from "./said.rules.ts";
import { saidTexts } from "./texts.ts";
import { useYes } from "./use-said.ts";

type YesProps = {
  readonly person: Person;
  readonly about: About;
  readonly close: () => void;
  readonly done: () => void;
};

export function SayYes({ person, about, close, done }: YesProps) {
  const text = useText(saidTexts);
  const purposes = usePurposes();
  return (
    <Dialog title={text.writeYes} opened close={close}>
      <Answered asked={purposes} rows={3} shape="lines">
        {({ items }) => {
          const asked = items.filter(({ basis, texts }) => basis === "consent" && texts > 0);
          const first = asked.find(({ code }) => code === about?.purpose) ?? asked[0];
          if (first === undefined) return <p className="form-text">{text.noPurposes}</p>;
          return (
            <Purposed
              person={person}
              about={about}
              close={close}
              done={done}
              codes={asked.map(({ code }) => code)}
              first={first.code}
              waits={new Set(asked.filter((one) => one.doubleOptIn).map(({ code }) => code))}
            />
          );
        }}
      </Answered>
    </Dialog>
  );
}

type PurposedProps = YesProps & {
  readonly codes: readonly string[];
  readonly first: string;
  /** Purposes whose yes waits until the address confirms it. */
  readonly waits: ReadonlySet<string>;
};

function Purposed({ codes, first, waits, ...props }: PurposedProps) {
  const text = useText(saidTexts);
  const { language } = useLanguage();
  const [purpose, setPurpose] = useState(first);
  const texts = useTexts(purpose);
  return (
    <div className="form">
      <SelectField
        label={text.fields.purpose}
        value={purpose}
        set={setPurpose}
        options={codes.map((value) => ({ value, word: value }))}
        {...(waits.has(purpose) ? { hint: text.waitsHint } : {})}
      />
      <Answered asked={texts} rows={3} shape="lines">
        {({ items }) => {
          const words = wordsToAsk(items, language);
          return words.length === 0 ? (
            <p className="form-text">{text.noWordsToAsk}</p>
          ) : (
            <Asked key={purpose} purpose={purpose} words={words} {...props} />
          );
        }}
      </Answered>
    </div>
  );
}

type AskedProps = YesProps & { readonly purpose: string; readonly words: readonly TextVersion[] };

function useDraft({ person, about, purpose, words }: AskedProps) {
  const [wordsId, setWords] = useState(words[0]?.id ?? "");
  const version = words.find(({ id }) => id === wordsId) ?? words[0];
  const asked = version?.channels ?? [];
  const [wished, setChannels] = useState<readonly PermissionChannel[]>(
    about === undefined ? asked.slice(0, 1) : [about.channel],
  );
  const channels = permissionChannels.filter((one) => wished.includes(one) && asked.includes(one));
  const carriers = carriersFor(person.identifiers, channels);
  const [wishedCarrier, setCarrier] = useState("");
  const nameOf = ({ kind, value }: { kind: string; value: string }): string => `${kind} ${value}`;
  const carrier = carriers.find((one) => nameOf(one) === wishedCarrier) ?? carriers[0];
  const [wishedEntity, setEntity] = useState("");
  const entityId = version?.entityIds.find((id) => id === wishedEntity) ?? version?.entityIds[0];
  const [place, setPlace] = useState("");
  const [how, setHow] = useState("");
  const [sure, setSure] = useState<readonly ("active" | "concluded")[]>([]);
  const whole =
    version !== undefined && carrier !== undefined && entityId !== undefined && channels.length > 0;
  const ready = whole && place.trim() !== "" && how.trim() !== "" && sure.length === 2;
  const wish = whole
    ? {
        ...{
          identifiers: [carrier],
          purpose,
          channels,
          entityId,
          textId: version.id,
          textHash: version.hash,
        },
        evidence: {
          ...{ place: place.trim(), how: how.trim() },
          ...{ active: sure.includes("active"), concluded: sure.includes("concluded") },
        },
      }
    : undefined;
  return {
    ...{ version, asked, channels, carriers, carrier, entityId, place, how, sure, ready, wish, nameOf },
    ...{ setWords, setChannels, setCarrier, setEntity, setPlace, setHow, setSure },
  };
}

function Asked(props: AskedProps) {
  const text = useText(saidTexts);
  const draft = useDraft(props);
  const yes = useYes(props.person.id, props.done);
  const { wish, carriers, carrier, channels } = draft;
  const go = (): void => {
    if (wish !== undefined) yes.mutate(wish);
  };
  return (
    <Form
      act={text.goYes}
      go={go}
      running={yes.isPending}
      error={yes.error}
      close={props.close}
      disabled={!draft.ready}
    >
      <WhatWords draft={draft} words={props.words} />
      {carriers.length === 0 && channels.length > 0 ? (
        <p className="note-alarm">{text.noCarrier}</p>
      ) : (
        <SelectField
          label={text.fields.carrier}
          value={carrier === undefined ? "" : draft.nameOf(carrier)}
          set={draft.setCarrier}
          options={carriers.map((one) => ({
            value: draft.nameOf(one),
            word: shortValue(one.kind, one.value),
          }))}
        />
      )}
      <Proof draft={draft} />
    </Form>
  );
}

type Draft = ReturnType<typeof useDraft>;

function WhatWords({ draft, words }: { readonly draft: Draft; readonly words: readonly TextVersion[] }) {
  const text = useText(saidTexts);
  const channels = useText(permissionTexts).channels;
  const entities = useEntities().data?.items ?? [];
  const { version, asked } = draft;
  if (version === undefined) return null;
  const named = version.entityIds;
  return (
    <>
      {words.length === 1 ? null : (
        <SelectField
          label={text.fields.words}
          value={version.id}
          set={draft.setWords}
          options={words.map((one) => ({ value: one.id, word: languageNames[one.language] }))}
        />
      )}
      <Words words={version} />
      <SomeOf
        label={text.fields.channels}
        values={draft.channels}
        set={draft.setChannels}
        options={asked.map((value) => ({ value, word: channels[value] }))}
      />
      {named.length < 2 ? null : (
        <SelectField
          label={text.fields.entity}
          value={draft.entityId ?? ""}
          set={draft.setEntity}
          options={named.map((id) => ({
            value: id,
            word: entities.find((one) => one.id === id)?.name ?? id,
          }))}
        />
      )}
    </>
  );
}

function Proof({ draft }: { readonly draft: Draft }) {
  const text = useText(saidTexts);
  return (
    <>
      <TextField
        label={text.rows.place}
        value={draft.place}
        set={draft.setPlace}
        hint={text.fields.placeHint}
        most={300}
        required
      />
      <TextField
        label={text.rows.how}
        value={draft.how}
        set={draft.setHow}
        hint={text.fields.howHint}
        most={300}
        required
      />
      <SomeOf
        label={text.fields.proof}
        values={draft.sure}
        set={draft.setSure}
        options={[
          { value: "active", word: text.fields.active },
          { value: "concluded", word: text.fields.concluded },
        ]}
      />
    </>
  );
}
