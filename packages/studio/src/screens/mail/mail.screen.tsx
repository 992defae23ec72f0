// Mail outbox: what was written to whom, whether it left, and one mail as its receiver sees it.
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { listMails, type MailState, mailStates } from "@somlos/contract/rooms/mail";
import { useText } from "@somlos/look/language";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { call } from "../../api.ts";
import { Railed } from "../../parts/railed.tsx";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { Filter, Line } from "./list.tsx";
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
