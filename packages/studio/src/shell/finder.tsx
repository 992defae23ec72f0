// ⌘K: go to a screen, find a person.

import { useDebouncedValue } from "@mantine/hooks";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { search } from "@somlos/contract/rooms/people";
import { useLanguage, useText } from "@somlos/look/language";
import { IconSearch, IconUser } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../api.ts";
import { shortValue } from "../identifiers.tsx";
import { screens } from "../screens/index.ts";
import type { Screen } from "../screens/screen.ts";
import { may, type Session } from "../session.ts";
import "./finder.css";
import { navigation } from "./places.ts";
import { shellTexts } from "./texts.ts";

const [store, actions] = createSpotlight();

function useScreens(session: Session, query: string): Screen[] {
  const { language } = useLanguage();
  const wanted = query.trim().toLocaleLowerCase();
  return navigation(screens, (screen) => may(session, screen.needs))
    .flatMap((entry) => entry.screens)
    .filter((screen) => screen.texts[language].title.toLocaleLowerCase().includes(wanted));
}

function usePeople(session: Session, query: string) {
  const [settled] = useDebouncedValue(query.trim(), 150);
  return useQuery({
    queryKey: ["people", "find", settled],
    queryFn: ({ signal }) => call(search, { query: { query: settled, limit: 8 } }, signal),
    enabled: settled.length > 1 && may(session, "people.search"),
    placeholderData: keepPreviousData,
  });
}

/** The kit chooses the first line as one types; people come later, and Enter must open what one sees. */
function chooseFirst(): void {
  const list = document.getElementById(store.getState().listId);
  if (list === null || list.querySelector("[data-selected]") !== null) return;
  list.querySelector("[data-action]")?.setAttribute("data-selected", "true");
  store.updateState((state) => ({ ...state, selected: 0 }));
}

type FinderProps = { readonly session: Session; readonly calls: number };

export function Finder({ session, calls }: FinderProps) {
  const text = useText(shellTexts);
  const { language } = useLanguage();
  const go = useNavigate();
  const [query, setQuery] = useState("");
  const found = useScreens(session, query);
  const people = usePeople(session, query);
  const rows = query.trim().length > 1 ? (people.data?.items ?? []) : [];
  useEffect(() => {
    if (calls > 0) actions.open();
  }, [calls]);
  const answer = people.data;
  useEffect(() => {
    if (answer !== undefined) chooseFirst();
  }, [answer]);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      radius="lg"
      scrollable
      maxHeight={440}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      attributes={{ content: { "aria-label": text.find } }}
    >
      <Spotlight.Search
        placeholder={text.findHint}
        aria-label={text.find}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.length === 0 ? null : (
          <Spotlight.ActionsGroup label={text.screens}>
            {found.map(({ id, path, icon: Sign, texts }) => (
              <Spotlight.Action
                key={id}
                label={texts[language].title}
                leftSection={<Sign size={18} stroke={1.6} aria-hidden />}
                onClick={() => void go(path)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {rows.length === 0 ? null : (
          <Spotlight.ActionsGroup label={text.people}>
            {rows.map((person) => (
              <Spotlight.Action
                key={person.id}
                label={person.name ?? text.unknown}
                description={person.identifiers
                  .map((one) => shortValue(one.kind, one.value))
                  .slice(0, 3)
                  .join(" · ")}
                leftSection={<IconUser size={18} stroke={1.6} aria-hidden />}
                onClick={() => void go(`/people/${encodeURIComponent(person.id)}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length + rows.length > 0 ? null : (
          <Spotlight.Empty>
            {people.isFetching ? text.searching : query.trim() === "" ? text.nothing : text.nothingPeople}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
