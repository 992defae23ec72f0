// Audit: who did and who looked, newest first, by colleague, person and time.
import { Button } from "@mantine/core";
import { listAudit, listStaff } from "@somlos/contract/rooms/access-staff";
import { useText } from "@somlos/look/language";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { call } from "../../api.ts";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import "./audit.css";
import { Acts } from "./acts.tsx";
import { type Filter, isFilter, nothing, queryOf } from "./filter.rules.ts";
import { Filters } from "./filters.tsx";
import { auditTexts } from "./texts.ts";

function useFilter() {
  const [params, setParams] = useSearchParams();
  const filter: Filter = {
    who: params.get("who") ?? "",
    person: params.get("person") ?? "",
    from: params.get("from") ?? "",
    to: params.get("to") ?? "",
  };
  const set = (next: Filter): void => {
    const kept = Object.entries(next).filter(([, value]) => value !== "");
    setParams(Object.fromEntries(kept), { replace: true, preventScrollReset: true });
  };
  return { filter, set };
}

function useActs(filter: Filter) {
  const query = queryOf(filter);
  return useInfiniteQuery({
    queryKey: ["audit", query],
    queryFn: ({ pageParam, signal }) => {
      const before = pageParam === null ? {} : { before: pageParam };
      return call(listAudit, { query: { limit: 50, ...query, ...before } }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function Audit() {
  const text = useText(auditTexts);
  const { data: session } = useSession();
  const { filter, set } = useFilter();
  const acts = useActs(filter);
  const staff = useQuery({
    queryKey: ["staff"],
    queryFn: ({ signal }) => call(listStaff, {}, signal),
    enabled: may(session, "staff.read"),
  });
  const colleagues = staff.data?.items ?? [];
  const clear = (): void => set(nothing);
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <header className="au-head">
        <h1 className="au-title">{text.heading}</h1>
        <p className="mid">{text.lead}</p>
        <Filters filter={filter} set={set} colleagues={colleagues} />
      </header>
      <Answered asked={acts} rows={8} shape="lines">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return isFilter(filter) ? (
              <Empty title={text.noneTitle} act={<Button onClick={clear}>{text.clear}</Button>}>
                {text.none}
              </Empty>
            ) : (
              <Empty title={text.emptyTitle}>{text.empty}</Empty>
            );
          }
          return (
            <>
              <Acts items={items} colleagues={colleagues} choose={(who) => set({ ...filter, who })} />
              {acts.hasNextPage ? (
                <div className="au-more">
                  <Button loading={acts.isFetchingNextPage} onClick={() => void acts.fetchNextPage()}>
                    {text.more}
                  </Button>
                </div>
              ) : null}
            </>
          );
        }}
      </Answered>
    </>
  );
}
