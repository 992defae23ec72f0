// Somebody else beside this person: why they are two, and what they would be as one.
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type PersonRow, search } from "@somlos/contract/rooms/people";
import { useFormats, useText } from "@somlos/look/language";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { TextField } from "../../forms/fields.tsx";
import { identifierTexts, rankOf } from "../../identifiers.tsx";
import { Answered } from "../../states/answered.tsx";
import { Ends } from "./claims-table.tsx";
import { End } from "./names.tsx";
import { One } from "./rulings.tsx";
import { whyTexts } from "./texts.ts";
import { type Act, useCompared, usePerson, type Value } from "./use-why.ts";

function useFound(query: string) {
  return useQuery({
    queryKey: ["people", "other", query],
    queryFn: ({ signal }) => call(search, { query: { query, limit: 8 } }, signal),
    enabled: query !== "",
    placeholderData: keepPreviousData,
  });
}

function Found({ row, choose }: { readonly row: PersonRow; readonly choose: () => void }) {
  const text = useText(whyTexts);
  const ids = [...row.identifiers].sort((a, b) => rankOf(a.kind) - rankOf(b.kind)).slice(0, 2);
  return (
    <li>
      <button type="button" className="plain wy-found" onClick={choose}>
        <b className="el">{row.name ?? text.unknown}</b>
        <span className="wy-ends">
          {ids.map((one) => (
            <End key={`${one.kind} ${one.value}`} {...one} />
          ))}
        </span>
      </button>
    </li>
  );
}

function Search({ self, choose }: { readonly self: string; readonly choose: (id: string) => void }) {
  const text = useText(whyTexts);
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query.trim(), 150);
  const found = useFound(settled);
  const rows = (settled === "" ? [] : (found.data?.items ?? [])).filter((row) => row.id !== self);
  return (
    <>
      <TextField label={text.other} hint={text.otherHint} value={query} set={setQuery} />
      <p className="vh" role="status">
        {settled !== "" && found.data !== undefined && rows.length === 0 ? text.otherNone : ""}
      </p>
      {settled !== "" && found.data !== undefined && rows.length === 0 ? (
        <p className="dim wy-small" aria-hidden>
          {text.otherNone}
        </p>
      ) : null}
      <ul className="wy-list wy-founds">
        {rows.map((row) => (
          <Found key={row.id} row={row} choose={() => choose(row.id)} />
        ))}
      </ul>
    </>
  );
}

type ComparedProps = {
  readonly id: string;
  readonly other: string;
  readonly look: ((act: Act) => void) | undefined;
  readonly leave: () => void;
  readonly undone: () => void;
};

/** What tells most of somebody; a browser's id tells least. */
const callOf = (identifiers: readonly Value[] | undefined): Value | undefined => {
  const [first] = [...(identifiers ?? [])].sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
  return first === undefined ? undefined : { kind: first.kind, value: first.value };
};

type ActsProps = Pick<ComparedProps, "id" | "other"> & { readonly look: (act: Act) => void };

/** Two who are two: looked at as one, or ruled to stay two whatever is claimed later. */
function Acts({ id, other, look }: ActsProps) {
  const text = useText(whyTexts);
  const a = callOf(usePerson(id).data?.identifiers);
  const b = callOf(usePerson(other).data?.identifiers);
  return (
    <div className="wy-both">
      <Button onClick={() => look({ what: "join", otherId: other })}>{text.lookJoin}</Button>
      {a === undefined || b === undefined ? null : (
        <Button onClick={() => look({ what: "apart", otherId: other, a, b })}>{text.keepApart}</Button>
      )}
    </div>
  );
}

function Compared({ id, other, look, leave, undone }: ComparedProps) {
  const text = useText(whyTexts);
  const { kinds } = useText(identifierTexts);
  const formats = useFormats();
  const compared = useCompared(id, other);
  const person = usePerson(other);
  return (
    <>
      <p className="wy-whom">
        <b className="el">{person.data === undefined ? "" : (person.data.name ?? text.unknown)}</b>
        <Button size="xs" variant="subtle" onClick={leave}>
          {text.choose}
        </Button>
      </p>
      <Answered asked={compared} rows={2}>
        {({ same, sentence, rulings, claims, limits }) => (
          <>
            <h3 className="wy-sub">{same ? text.whyOne : text.whyNot}</h3>
            <p className="wy-answer" role="status">
              {sentence}
            </p>
            {rulings.length === 0 ? null : (
              <ul className="wy-list">
                {rulings.map((one) => (
                  <One key={one.id} one={one} acts={look !== undefined} done={undone} />
                ))}
              </ul>
            )}
            {claims.length === 0 ? null : (
              <details className="wy-details" open={claims.length <= 3}>
                <summary>{text.between(formats.number(claims.length))}</summary>
                <ul className="wy-list">
                  {claims.map((claim, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a claim is named by its place in the order
                    <li key={at}>
                      <i className="wy-broken" aria-hidden />
                      <div>
                        <Ends claim={claim} />
                        <p className="wy-small">{claim.sentence}</p>
                      </div>
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <details className="wy-details">
              <summary>{text.limits}</summary>
              <ul className="wy-small">
                {limits.map(({ kind, most, here, there }) => (
                  <li key={kind}>
                    {text.limit(
                      kinds[kind] ?? kind,
                      formats.number(here),
                      formats.number(there),
                      formats.number(most),
                    )}
                  </li>
                ))}
              </ul>
            </details>
            {same || look === undefined ? null : <Acts id={id} other={other} look={look} />}
          </>
        )}
      </Answered>
    </>
  );
}

type OtherProps = {
  readonly id: string;
  readonly other: string | undefined;
  readonly choose: (other: string | undefined) => void;
  /** Undefined: one may not join. */
  readonly look: ((act: Act) => void) | undefined;
  readonly undone: () => void;
};

export function Other({ id, other, choose, look, undone }: OtherProps) {
  const text = useText(whyTexts);
  return (
    <section className="wy-block wy-other">
      {other === undefined ? (
        <Search self={id} choose={choose} />
      ) : (
        <>
          <h2 className="h">{text.other}</h2>
          <Compared id={id} other={other} look={look} leave={() => choose(undefined)} undone={undone} />
        </>
      )}
    </section>
  );
}
