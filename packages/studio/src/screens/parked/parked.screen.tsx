// What came in and did not fit: its cause, its body, and the way back in.
import { Button } from "@mantine/core";
import { parked as endpoint, type ParkedItem } from "@somlos/contract/rooms/events";
import { useFormats, useText } from "@somlos/look/language";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { call } from "../../api.ts";
import { Railed } from "../../parts/railed.tsx";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty, ErrorNote } from "../../states/states.tsx";
import { Causes, List, ReplayAll, Told } from "./list.tsx";
import { Mend, NoneChosen } from "./mend.tsx";
import "./parked.css";
import { parkedTexts } from "./texts.ts";
import { type Replay, useReplay } from "./use-replay.ts";

function useParkedList(code: string | undefined) {
  return useInfiniteQuery({
    queryKey: ["parked", "list", code],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === null ? {} : { before: pageParam };
      return call(
        endpoint,
        { query: { limit: 50, ...before, ...(code === undefined ? {} : { code }) } },
        signal,
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Codes met so far stay as chips, also while one of them filters the rest away. */
function useCodes(items: readonly ParkedItem[], chosen: string | undefined): string[] {
  const [met, setMet] = useState<readonly string[]>([]);
  const fresh = items.map((item) => item.code).filter((code) => !met.includes(code));
  if (fresh.length > 0) setMet([...new Set([...met, ...fresh])]);
  return [...new Set([...met, ...(chosen === undefined ? [] : [chosen])])].sort();
}

function useChoice() {
  const [params, setParams] = useSearchParams();
  const set = (name: "code" | "id", value: string | undefined): void => {
    const next = new URLSearchParams(params);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return { code: params.get("code") ?? undefined, id: params.get("id") ?? undefined, set };
}

function NothingParked({ code }: { readonly code: string | undefined }) {
  const text = useText(parkedTexts);
  const act = (
    <Button component={Link} to="/live">
      {text.toLive}
    </Button>
  );
  return (
    <Empty title={text.emptyTitle} act={act}>
      {code === undefined ? text.empty : text.emptyCause}
    </Empty>
  );
}

type HeadProps = {
  readonly total: number;
  readonly codes: readonly string[];
  readonly code: string | undefined;
  readonly choose: (code: string | undefined) => void;
  readonly replay: Replay;
  readonly allowed: boolean;
};

function Head({ total, codes, code, choose, replay, allowed }: HeadProps) {
  const text = useText(parkedTexts);
  const formats = useFormats();
  return (
    <header className="pk-head">
      <h1 className="pk-title">
        {total === 0 ? text.title : text.count(formats.number(total), total === 1)}
      </h1>
      <p className="mid">{text.lead}</p>
      {codes.length > 0 ? <Causes codes={codes} chosen={code} choose={choose} /> : null}
      {allowed && total > 0 ? <ReplayAll key={code} total={total} code={code} replay={replay} /> : null}
      <Told result={replay.result} />
      {replay.error === null ? null : <ErrorNote error={replay.error} />}
    </header>
  );
}

export function Parked() {
  const text = useText(parkedTexts);
  const { data: session } = useSession();
  const { code, id, set } = useChoice();
  const list = useParkedList(code);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const codes = useCodes(items, code);
  const chosen = items.find((item) => item.id === id);
  const close = (): void => set("id", undefined);
  const replay = useReplay((result) => {
    if (result.parked === 0) close();
  });
  const allowed = may(session, "events.replay");
  const rail =
    chosen === undefined ? (
      <NoneChosen />
    ) : (
      <Mend key={`${chosen.id} ${chosen.code}`} item={chosen} replay={replay} allowed={allowed} />
    );

  return (
    <>
      <Top title={text.title} from={{ title: text.live, path: "/live" }}>
        <FindButton />
      </Top>
      <Railed label={text.rail} sheet={{ open: chosen !== undefined, close }} rail={rail}>
        <Answered asked={list}>
          {({ pages }) => (
            <>
              <Head
                total={pages[0]?.total ?? 0}
                codes={codes}
                code={code}
                choose={(one) => set("code", one)}
                replay={replay}
                allowed={allowed}
              />
              <List items={items} chosen={id} choose={(one) => set("id", one)} />
              {items.length === 0 ? <NothingParked code={code} /> : null}
              {list.hasNextPage ? (
                <div className="more-row">
                  <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {text.more}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </Answered>
      </Railed>
    </>
  );
}
