// People: instant search by anything that points to somebody; the arrows walk, Enter opens.
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { search } from "@somlos/contract/rooms/people";
import { useFormats, useText } from "@somlos/look/language";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { call } from "../../api.ts";
import { useNow } from "../../now.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import "./people.css";
import { PersonLine } from "./person-line.tsx";
import { peopleTexts } from "./texts.ts";

/** Up and down walk from the field through the lines and back. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const stops: Element[] = [
    ...event.currentTarget.querySelectorAll<HTMLElement>("[data-screen-search], [data-person-line]"),
  ];
  const at = document.activeElement === null ? -1 : stops.indexOf(document.activeElement);
  const next = stops[at + step];
  if (at === -1 || !(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

function Nobody({ query, clear }: { readonly query: string; readonly clear: () => void }) {
  const text = useText(peopleTexts);
  const known = query !== "";
  const act = known ? (
    <Button onClick={clear}>{text.clear}</Button>
  ) : (
    <Button component={Link} to="/live">
      {text.toLive}
    </Button>
  );
  return (
    <Empty title={known ? text.noneTitle : text.emptyTitle} act={act}>
      {known ? text.none : text.empty}
    </Empty>
  );
}

type FieldProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly openFirst: () => void;
};

function Field({ field, query, setQuery, openFirst }: FieldProps) {
  const text = useText(peopleTexts);
  return (
    <label className="field people-field">
      <IconSearch size={18} stroke={1.6} aria-hidden className="icon" />
      <span className="vh">{text.search}</span>
      <input
        ref={field}
        data-screen-search
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={text.search}
        value={query}
        onChange={(change) => setQuery(change.target.value)}
        onKeyDown={(key) => {
          if (key.key === "Enter") openFirst();
        }}
      />
      <span className="kbd" aria-hidden>
        /
      </span>
    </label>
  );
}

function usePeople(settled: string) {
  return useQuery({
    queryKey: ["people", "list", settled],
    queryFn: ({ signal }) => call(search, { query: { query: settled, limit: 50 } }, signal),
    placeholderData: keepPreviousData,
  });
}

export function People() {
  const text = useText(peopleTexts);
  const formats = useFormats();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState(params.get("q") ?? "");
  const [settled] = useDebouncedValue(query.trim(), 120);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    setParams(settled === "" ? {} : { q: settled }, { replace: true, preventScrollReset: true });
  }, [settled, setParams]);
  const found = usePeople(settled);
  const clear = (): void => {
    setQuery("");
    field.current?.focus();
  };
  // Enter opens the first only when the list is the answer to what stands in the field.
  const openFirst = (): void => {
    const answers = settled !== "" && settled === query.trim() && !found.isPlaceholderData;
    if (answers) list.current?.querySelector<HTMLElement>("[data-person-line]")?.click();
  };
  const told = (count: number): string =>
    settled === "" ? (count === 0 ? "" : text.lately) : text.found(formats.number(count), count > 1);
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move focus between the links inside */}
      <div className="people" onKeyDown={walk}>
        <header className="people-head">
          <h1 className="people-title">
            {text.title}{" "}
            <span className="people-all num">
              {typeof found.data?.total === "number" ? text.inAll(formats.number(found.data.total)) : ""}
            </span>
          </h1>
          <Field field={field} query={query} setQuery={setQuery} openFirst={openFirst} />
          <p className="people-found" role="status">
            {found.data === undefined ? "" : told(found.data.items.length)}
          </p>
        </header>
        <Answered asked={found} rows={8}>
          {({ items }) =>
            items.length === 0 ? (
              <Nobody query={settled} clear={clear} />
            ) : (
              <ul className="people-list" aria-label={text.list} ref={list}>
                {items.map((person) => (
                  <PersonLine key={person.id} person={person} now={now} />
                ))}
              </ul>
            )
          }
        </Answered>
      </div>
    </>
  );
}
