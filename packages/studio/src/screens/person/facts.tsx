// What we know, each with its origin; opened, it tells where it came from and what it won over.

import { Button } from "@mantine/core";
import type { Person } from "@somlos/contract/rooms/people";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { isCorrectable } from "@somlos/rules/fact-typed";
import { factName } from "@somlos/rules/fact-words";
import { IconChevronRight, IconCircleMinus } from "@tabler/icons-react";
import { useId, useState } from "react";
import { Link } from "react-router";
import { RefusedNote } from "../../forms/refused.tsx";
import { useNow } from "../../now.ts";
import { Correct, Corrected, type Told, type Wish } from "./correct/correct.tsx";
import { correctTexts } from "./correct/texts.ts";
import { useTakeBack } from "./correct/use-correct.ts";
import { factValue } from "./fact-value.ts";
import "./facts.css";
import { personTexts } from "./texts.ts";

type Fact = Person["facts"][string];

const trustWord = (said: Readonly<Record<Fact["trust"], string>>, trust: string): string =>
  Object.hasOwn(said, trust) ? said[trust as Fact["trust"]] : trust;

function Origin({ fact, traces }: { readonly fact: Fact; readonly traces: boolean }) {
  const text = useText(personTexts);
  const formats = useFormats();
  return (
    <>
      <h3>{text.origin}</h3>
      <p>
        {[text.said[fact.trust], fact.source, formats.moment(fact.at)].filter(Boolean).join(", ")}.{" "}
        {text.sure(formats.percent(fact.confidence))}, {text.rule(formats.number(fact.rule))}.{" "}
        {fact.messageId !== null && traces ? (
          <Link className="link" to={`/live?event=${encodeURIComponent(fact.messageId)}`}>
            {text.fromEvent}
          </Link>
        ) : null}
      </p>
      <h3>{text.lost}</h3>
      {fact.lineage.length === 0 ? (
        <p>{text.lostNone}</p>
      ) : (
        <ol className="fact-lost">
          {fact.lineage.map((lost) => (
            <li key={`${lost.at} ${lost.source} ${JSON.stringify(lost.value)}`}>
              <s>{factValue(lost.value, text)}</s>
              <span>
                {[trustWord(text.said, lost.trust), lost.source, formats.date(lost.at)]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** What staff may do about a fact; none, where they may not. */
type Acts = {
  readonly personId: string;
  readonly correct: (wish: Wish) => void;
  readonly told: (told: Told) => void;
};

function FactActs({ name, fact, acts }: { readonly name: string; readonly fact: Fact; readonly acts: Acts }) {
  const text = useText(correctTexts);
  const takeBack = useTakeBack(acts.personId, () => acts.told("back"));
  const { value } = fact;
  if (fact.trust === "person") return <p className="fact-acts">{text.own}</p>;
  return (
    <div className="fact-acts">
      {isCorrectable(value) ? (
        <Button size="xs" variant="default" onClick={() => acts.correct({ name, value })}>
          {text.correct}
        </Button>
      ) : null}
      {fact.trust === "staff" ? (
        <Button
          size="xs"
          variant="subtle"
          loading={takeBack.isPending}
          onClick={() => takeBack.mutate({ name, at: fact.at })}
        >
          {text.takeBack}
        </Button>
      ) : null}
      <RefusedNote error={takeBack.error} />
    </div>
  );
}

type FactLineProps = {
  readonly name: string;
  readonly fact: Fact;
  readonly now: Date;
  readonly traces: boolean;
  readonly acts: Acts | undefined;
};

function FactLine({ name, fact, now, traces, acts }: FactLineProps) {
  const text = useText(personTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const id = useId();
  const [open, setOpen] = useState(false);
  const label = factName(name, language);
  const value = factValue(fact.value, text);
  const none = fact.value === false || fact.value === null;
  return (
    <li className="fact">
      <button
        type="button"
        className="plain fact-line"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((before) => !before)}
      >
        <span className="fact-name" title={name}>
          {label}
        </span>
        <span className="fact-value">
          {none ? <IconCircleMinus size={14} stroke={1.6} aria-hidden className="icon" /> : null}
          {value}
          <IconChevronRight size={14} stroke={1.6} aria-hidden className="icon fact-turn" />
        </span>
        <span className="fact-from">
          {[text.said[fact.trust], fact.source, formats.ago(fact.at, now)].filter(Boolean).join(" · ")}
        </span>
      </button>
      <div id={id}>
        {open ? (
          <div className="fact-more">
            <Origin fact={fact} traces={traces} />
            {acts === undefined ? null : <FactActs name={name} fact={fact} acts={acts} />}
          </div>
        ) : null}
      </div>
    </li>
  );
}

type FactsProps = {
  readonly person: Pick<Person, "id" | "facts">;
  readonly traces: boolean;
  readonly corrects: boolean;
};

export function Facts({ person: { id, facts }, traces, corrects }: FactsProps) {
  const text = useText(personTexts);
  const correcting = useText(correctTexts);
  const formats = useFormats();
  const now = useNow();
  const [wish, setWish] = useState<Wish | undefined>(undefined);
  const [told, setTold] = useState<Told>(undefined);
  const entries = Object.entries(facts);
  const acts = corrects ? { personId: id, correct: setWish, told: setTold } : undefined;
  const close = (): void => setWish(undefined);
  return (
    <section className="sec">
      <div className="sec-head">
        <h2 className="h">{text.facts}</h2>
        {entries.length === 0 ? null : (
          <span className="sec-count num">{formats.number(entries.length)}</span>
        )}
      </div>
      <Corrected personId={id} told={told} set={setTold} />
      {entries.length === 0 ? (
        <p className="sec-none">{text.factsNone}</p>
      ) : (
        <ul>
          {entries.map(([name, fact]) => (
            <FactLine key={name} name={name} fact={fact} now={now} traces={traces} acts={acts} />
          ))}
        </ul>
      )}
      {corrects ? (
        <Button size="xs" variant="subtle" className="fact-add" onClick={() => setWish({})}>
          {correcting.add}
        </Button>
      ) : null}
      {wish === undefined ? null : (
        <Correct
          personId={id}
          wish={wish}
          close={close}
          done={(said) => {
            close();
            setTold(said);
          }}
        />
      )}
    </section>
  );
}

export function AboutPerson({ person }: { readonly person: Person }) {
  const text = useText(personTexts);
  const formats = useFormats();
  return (
    <section className="sec">
      <div className="sec-head">
        <h2 className="h">{text.about}</h2>
      </div>
      <dl className="about">
        <dt>{text.id}</dt>
        <dd className="mono">{person.id}</dd>
        {person.firstSeenAt === null ? null : (
          <>
            <dt>{text.first}</dt>
            <dd className="num">{formats.moment(person.firstSeenAt)}</dd>
          </>
        )}
        <dt>{text.born}</dt>
        <dd className="num">{formats.moment(person.bornAt)}</dd>
        {person.legalEntities.length === 0 ? null : (
          <>
            <dt>{text.customerOf}</dt>
            <dd>{person.legalEntities.map(({ name }) => name).join(" · ")}</dd>
          </>
        )}
        {person.formerIds.length === 0 ? null : (
          <>
            <dt>{text.formerIds}</dt>
            <dd className="mono">
              {person.formerIds.map((id) => (
                <div key={id}>{id}</div>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
