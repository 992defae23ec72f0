// What of it is to be erased: everything, one identifier, one source, or a span of time; and what that takes, room by room.
import type { Person } from "@somlos/contract/rooms/people";
import type { ScopeWish } from "@somlos/contract/rooms/rights";
import { useFormats, useText } from "@somlos/look/language";
import { SelectField, TextField } from "../../../forms/fields.tsx";
import { RefusedNote } from "../../../forms/refused.tsx";
import { shortValue } from "../../../identifiers.tsx";
import { isBackwards, nameOfIdentifier, nameOfSource, type Part, SPAN, WHOLE } from "./part.rules.ts";
import { rightsTexts } from "./texts.ts";
import { useForesight } from "./use-rights.ts";

type PartProps = {
  readonly person: Person;
  readonly part: Part;
  readonly set: (part: Part) => void;
};

export function PartFields({ person, part, set }: PartProps) {
  const text = useText(rightsTexts);
  const { number } = useFormats();
  const { data, error } = useForesight(person.id, { kind: "whole" });
  return (
    <>
      <SelectField
        label={text.what}
        value={part.of}
        set={(of) => set({ ...part, of })}
        options={[
          { value: WHOLE, word: text.whole },
          { value: SPAN, word: text.aSpan },
          ...(data?.sources ?? []).map(({ id, name, events }) => ({
            value: nameOfSource(id),
            word: text.aSource(name, number(events), events === 1),
          })),
          ...person.identifiers.map((one) => ({
            value: nameOfIdentifier(one),
            word: text.only(shortValue(one.kind, one.value)),
          })),
        ]}
      />
      <RefusedNote error={error} />
      {part.of === SPAN ? (
        <div className="pr-span">
          <TextField label={text.from} type="date" value={part.from} set={(from) => set({ ...part, from })} />
          <TextField
            label={text.to}
            type="date"
            value={part.to}
            set={(to) => set({ ...part, to })}
            error={isBackwards(part) ? text.backwards : undefined}
          />
        </div>
      ) : null}
    </>
  );
}

/** Of a source or a time; what goes with an identifier or with everything is more than a count could say. */
export function Foresight({ personId, scope }: { readonly personId: string; readonly scope: ScopeWish }) {
  const text = useText(rightsTexts);
  const { number } = useFormats();
  const { data, error } = useForesight(personId, scope);
  const lines = data?.rooms.flatMap((room) => room.lines) ?? [];
  return (
    <section
      className="pr-foresight"
      aria-label={text.takes}
      aria-busy={data === undefined && error === null}
    >
      <h3 className="ff-label">{text.takes}</h3>
      <RefusedNote error={error} />
      {data !== undefined && lines.length === 0 ? <p>{text.takesNothing}</p> : null}
      {lines.length === 0 ? null : (
        <ul>
          {lines.map(({ what, sentence, rows }) => (
            <li key={what}>
              <span>{sentence}</span>
              <b className="num">{number(rows)}</b>
            </li>
          ))}
        </ul>
      )}
      <p className="mid">{text.stays}</p>
    </section>
  );
}
