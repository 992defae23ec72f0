// A new basis for sharing: who, on what ground, and what customers read, with a proposal for each language to write on.
import type { EntityAnswer } from "@somlos/contract/rooms/company-entities";
import { recordSharing, type SharingGround, sharingGrounds } from "@somlos/contract/rooms/company-sharings";
import { newActId } from "@somlos/look/act-id";
import { type Language, languageNames, languages, useText } from "@somlos/look/language";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../../api.ts";
import { OneOf, SomeOf } from "../../forms/choices.tsx";
import { Form } from "../../forms/dialog.tsx";
import { TextField } from "../../forms/fields.tsx";
import { TextArea } from "../../forms/text-area.tsx";
import { useUnsaved } from "../../forms/unsaved.tsx";
import { sharingTexts } from "./sharing-texts.ts";
import { proposeWords } from "./sharing-words.rules.ts";
import { useReadAgain } from "./use-company.ts";

const SHORTEST = 10;

type NewProps = {
  readonly entities: readonly EntityAnswer[];
  readonly close: () => void;
  readonly done: (id: string) => void;
};

function useDraft(free: readonly EntityAnswer[]) {
  const [ground, setGround] = useState<SharingGround>("joint_controllers");
  const [entityIds, setEntityIds] = useState<readonly string[]>(
    free.length === 2 ? free.map(({ id }) => id) : [],
  );
  const [written, setWritten] = useState<Partial<Record<Language, string>>>({});
  const [document, setDocument] = useState("");
  const names = free.filter(({ id }) => entityIds.includes(id)).map(({ name }) => name);
  const wordsIn = (language: Language): string => written[language] ?? proposeWords(ground, names, language);
  const words = { en: wordsIn("en"), sv: wordsIn("sv"), da: wordsIn("da") };
  return {
    ...{ ground, setGround, entityIds, setEntityIds, document, setDocument, words },
    write: (language: Language, said: string) => setWritten({ ...written, [language]: said }),
    touched: Object.keys(written).length > 0 || document !== "",
    wrong: entityIds.length < 2 || languages.some((language) => words[language].trim().length < SHORTEST),
  };
}

export function NewSharing({ entities, close, done }: NewProps) {
  const text = useText(sharingTexts);
  const readAgain = useReadAgain();
  const [actId] = useState(newActId);
  const free = entities
    .filter((entity) => entity.lastDay === null && entity.sharingId === null)
    .toSorted((a, b) => a.number - b.number);
  const draft = useDraft(free);
  const { ground, words, entityIds, document } = draft;
  const make = useMutation({
    mutationFn: () =>
      call(recordSharing, {
        body: {
          ...{ actId, ground, words },
          entityIds: [...entityIds],
          document: document.trim() === "" ? null : document,
        },
      }),
    onSuccess: readAgain,
  });
  useUnsaved(!make.isSuccess && draft.touched);
  const id = make.data?.id;
  useEffect(() => {
    if (id !== undefined) done(id); // after the page knows that nothing is unsaved any more
  }, [id, done]);
  return (
    <div className="rl">
      <div>
        <h2 className="rail-title">{text.add}</h2>
        <p className="mid">{text.holdsFrom}</p>
      </div>
      <Form
        act={text.record}
        go={() => make.mutate()}
        running={make.isPending}
        error={make.error}
        close={close}
        disabled={draft.wrong}
      >
        <SomeOf
          label={text.who}
          values={entityIds}
          set={draft.setEntityIds}
          options={free.map(({ id: value, name, code }) => ({ value, word: name, says: code }))}
        />
        {free.length < entities.length ? <p className="ff-hint">{text.whoHint}</p> : null}
        <OneOf
          label={text.ground}
          value={ground}
          set={draft.setGround}
          options={sharingGrounds.map((value) => ({
            value,
            word: text.grounds[value],
            says: text.groundSays[value],
          }))}
        />
        <TextField
          label={text.document}
          hint={text.documentHint}
          value={document}
          set={draft.setDocument}
          most={300}
        />
        <div className="sh-write">
          <h3 className="ff-label">{text.wordsTitle}</h3>
          <p className="ff-hint">{text.wordsHint}</p>
          {languages.map((language) => (
            <TextArea
              key={language}
              label={languageNames[language]}
              value={words[language]}
              set={(said) => draft.write(language, said)}
              lang={language}
              most={1000}
            />
          ))}
        </div>
      </Form>
    </div>
  );
}
