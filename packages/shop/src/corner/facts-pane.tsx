// What we believe: each fact with where it came from, and a way to put it right; below them, by what we know who it is.
import { type Myself, readMyself } from "@somlos/contract/rooms/people";
import { correct } from "@somlos/contract/rooms/rights";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { type FactValue, valueTyped } from "@somlos/rules/fact-typed";
import { factName } from "@somlos/rules/fact-words";
import { IconPencil } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { call } from "../api.ts";
import { factTexts } from "./fact-texts.ts";
import { readable, shownFacts } from "./facts.rules.ts";
import { Identifiers } from "./identifiers.tsx";
import { Pane, RefusedNote } from "./pane.tsx";

type MyFact = Myself["facts"][number];
export const useMyself = () => useQuery({ queryKey: ["me"], queryFn: () => call(readMyself) });

export function FactsPane() {
  const text = useText(factTexts);
  const asked = useMyself();
  return (
    <Pane title={text.title} asked={asked}>
      {({ facts, identifiers }) => {
        const shown = shownFacts(facts, identifiers);
        return (
          <>
            {shown.length === 0 ? <p className="pane-empty">{text.none}</p> : null}
            <ul>
              {shown.map((fact) => (
                <FactLine key={fact.name} fact={fact} />
              ))}
            </ul>
            <Identifiers list={identifiers} />
          </>
        );
      }}
    </Pane>
  );
}

function FactLine({ fact }: { readonly fact: MyFact }) {
  const text = useText(factTexts);
  const { date } = useFormats();
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const label = factName(fact.name, language);
  return (
    <li className={open ? "line line-open" : "line"}>
      <div>
        {label}: {readable(fact.value, text)}
        <small>
          {text.toldBy[fact.trust]}, {date(fact.at)}
        </small>
      </div>
      {open ? (
        <Correction fact={fact} label={label} close={() => setOpen(false)} />
      ) : (
        <button
          type="button"
          className="round line-end"
          aria-label={text.notRight(`${label}: ${readable(fact.value, text)}`)}
          onClick={() => setOpen(true)}
        >
          <IconPencil className="icon" size={18} stroke={1.6} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

function Correction({
  fact,
  label,
  close,
}: {
  readonly fact: MyFact;
  readonly label: string;
  readonly close: () => void;
}) {
  const text = useText(factTexts);
  const client = useQueryClient();
  const [value, setValue] = useState(readable(fact.value, text));
  const saving = useMutation({
    mutationFn: (right: FactValue) => call(correct, { params: { name: fact.name }, body: { value: right } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["me"] });
      close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(valueTyped(value, fact.value));
  };
  return (
    <form className="correction" onSubmit={submit}>
      <label className="field">
        <span>
          {text.right} <span className="vh">{label}</span>
        </span>
        <input value={value} maxLength={1000} onChange={({ target }) => setValue(target.value)} />
      </label>
      <div className="correction-acts">
        <button type="submit" className="button button-main" disabled={saving.isPending}>
          {text.save}
        </button>
        <button
          type="button"
          className="button"
          disabled={saving.isPending}
          onClick={() => saving.mutate(null)}
        >
          {text.drop}
        </button>
        <button type="button" className="button" onClick={close}>
          {text.cancel}
        </button>
      </div>
      <RefusedNote error={saving.error} />
    </form>
  );
}
