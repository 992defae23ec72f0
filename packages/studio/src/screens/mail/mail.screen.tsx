// Mail outbox: what was written to whom, whether it left, and one mail as its receiver sees it.
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { listMails, type MailRow, type MailState, mailStates } from "@somlos/contract/rooms/mail";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { call } from "../../api.ts";
import { useFormats, useText } from "../../language.tsx";
import { useNow } from "../../now.ts";
import { Railed } from "../../parts/railed.tsx";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import "./mail.css";
import { OneMail } from "./one-mail.tsx";
import { mailTexts } from "./texts.ts";

export const setting = "SMTP_URL=smtps://user:password@mail.example.com";

type Wanted = { readonly address: string; readonly state: MailState | undefined };

function useMails({ address, state }: Wanted) {
  return useInfiniteQuery({
    queryKey: ["mails", address, state],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === null ? {} : { before: pageParam };
      const only = { ...(address === "" ? {} : { address }), ...(state === undefined ? {} : { state }) };
      return call(listMails, { query: { limit: 50, ...only, ...before } }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Each reading of the list is written in the audit: no asking by the clock.
    refetchOnWindowFocus: false,
  });
}

function useAddress() {
  const [params, setParams] = useSearchParams();
  const set = (name: "id" | "state" | "to", value: string | undefined): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined || value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const state = mailStates.find((one) => one === params.get("state"));
  return { id: params.get("id") ?? undefined, to: params.get("to") ?? "", state, set };
}

type LineProps = { readonly mail: MailRow; readonly chosen: boolean; readonly choose: (id: string) => void };

function Line({ mail, chosen, choose }: LineProps) {
  const text = useText(mailTexts);
  const formats = useFormats();
  const now = useNow();
  return (
    <li>
      <button
        type="button"
        className="plain ml"
        aria-pressed={chosen}
        data-state={mail.state}
        onClick={() => choose(mail.id)}
      >
        <span className="ml-line">
          <b className="el">{mail.subject ?? text.blank}</b>
          <span className="ml-at num" title={formats.moment(mail.at)}>
            {formats.ago(mail.at, now)}
          </span>
        </span>
        <span className="ml-line">
          <span className="el mid">{mail.to}</span>
          <span className="ml-state">{text.states[mail.state]}</span>
        </span>
        <span className="ml-line ml-small">
          <span>{text.purposes[mail.purpose] ?? mail.purpose}</span>
          {mail.nextTryAt === null || mail.tries === 0 ? null : (
            <span className="num">
              {text.tries(formats.number(mail.tries))}, {text.next(formats.time(mail.nextTryAt))}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

type FilterProps = {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly state: MailState | undefined;
  readonly setState: (state: MailState | undefined) => void;
};

function Filter({ query, setQuery, state, setState }: FilterProps) {
  const text = useText(mailTexts);
  return (
    <div className="ml-filter">
      <label className="field ml-field">
        <IconSearch size={16} stroke={1.6} aria-hidden className="icon" />
        <span className="vh">{text.search}</span>
        <input
          data-screen-search
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={320}
          placeholder={text.search}
          value={query}
          onChange={(change) => setQuery(change.target.value)}
        />
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form */}
      <div className="ml-states" role="group" aria-label={text.list}>
        {[undefined, ...mailStates].map((one) => (
          <button
            key={one ?? "all"}
            type="button"
            className={one === state ? "chip chip-on" : "chip chip-line"}
            aria-pressed={one === state}
            onClick={() => setState(one)}
          >
            {text.states[one ?? "all"]}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Mails that stay: said once, above them. */
function Kept() {
  const text = useText(mailTexts);
  return (
    <div className="ml-kept">
      <b>{text.keptTitle}</b>
      <p>
        {text.kept} <code className="mono">{setting}</code>
      </p>
    </div>
  );
}

function Nothing({ filtered, clear }: { readonly filtered: boolean; readonly clear: () => void }) {
  const text = useText(mailTexts);
  if (filtered) {
    return (
      <Empty title={text.noneTitle} act={<Button onClick={clear}>{text.clear}</Button>}>
        {text.none}
      </Empty>
    );
  }
  return (
    <Empty title={text.emptyTitle}>
      <p>{text.empty}</p>
      <pre className="json json-wrap">{setting} npm start</pre>
    </Empty>
  );
}

export function Mail() {
  const text = useText(mailTexts);
  const { id, to, state, set } = useAddress();
  const [query, setQuery] = useState(to);
  const [settled] = useDebouncedValue(query.trim(), 250);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address
  useEffect(() => set("to", settled), [settled]);
  const mails = useMails({ address: settled, state });
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = settled !== "" || state !== undefined;
  const clear = (): void => {
    setQuery("");
    set("state", undefined);
  };
  const rail =
    id === undefined ? <Empty title={text.choose}>{text.chooseSays}</Empty> : <OneMail key={id} id={id} />;
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <div className="ml-screen">
        <Railed
          label={text.rail}
          sheet={{ open: id !== undefined, close: () => set("id", undefined) }}
          rail={rail}
        >
          <header className="ml-head">
            <h1 className="ml-title">{text.heading}</h1>
            <p className="mid">{text.lead}</p>
            {items[0]?.state === "outbox" ? <Kept /> : null}
            {items.length > 0 || filtered ? (
              <Filter query={query} setQuery={setQuery} state={state} setState={(one) => set("state", one)} />
            ) : null}
          </header>
          <Answered asked={mails} shape="lines">
            {() =>
              items.length === 0 ? (
                <Nothing filtered={filtered} clear={clear} />
              ) : (
                <ul className="mls" aria-label={text.list}>
                  {items.map((mail) => (
                    <Line
                      key={mail.id}
                      mail={mail}
                      chosen={mail.id === id}
                      choose={(one) => set("id", one)}
                    />
                  ))}
                </ul>
              )
            }
          </Answered>
          {mails.hasNextPage ? (
            <div className="ml-more">
              <Button loading={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>
                {text.more}
              </Button>
            </div>
          ) : null}
        </Railed>
      </div>
    </>
  );
}
