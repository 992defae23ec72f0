// Hubs: values that too many are tied to. The queue at the left, one value with its threads, and a ruling that is looked at first.
import { Button } from "@mantine/core";
import type { HubAnswer } from "@somlos/contract/rooms/identity-hubs";
import { useFormats, useText } from "@somlos/look/language";
import { IconArrowBackUp, IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import "./hubs.css";
import { OneHub } from "./one-hub.tsx";
import { Filter, Queue } from "./queue.tsx";
import { hubTexts } from "./texts.ts";
import { type Acted, type Standing, useChosen, useHubs, useRuling } from "./use-hubs.ts";

type ToldProps = { readonly last: Acted | undefined; readonly undo: (last: Acted) => void };

function Told({ last, undo }: ToldProps) {
  const text = useText(hubTexts);
  return (
    <div className="hb-told" role="status">
      {last === undefined ? null : (
        <>
          <b className="el" title={last.hub.value}>
            {last.hub.value}
          </b>
          <span>{text.did[last.verb]}</span>
          {last.verb === "undo" || last.ruling === null ? null : (
            <button type="button" className="plain hb-undo" onClick={() => undo(last)}>
              <IconArrowBackUp size={14} stroke={1.8} aria-hidden /> {text.undoNow}
            </button>
          )}
        </>
      )}
    </div>
  );
}

function Nothing({ standing }: { readonly standing: Standing }) {
  const text = useText(hubTexts);
  const act = (
    <Button component={Link} to="/people">
      {text.toPeople}
    </Button>
  );
  return (
    <Empty title={standing === "waiting" ? text.emptyTitle : text.emptyRuledTitle} act={act}>
      {standing === "waiting" ? text.empty : text.emptyRuled}
    </Empty>
  );
}

function useHubScreen() {
  const text = useText(hubTexts);
  const chosen = useChosen();
  const list = useHubs(chosen.standing, chosen.kind);
  const items: readonly HubAnswer[] = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [last, setLast] = useState<Acted>();
  const ruling = useRuling((acted) => {
    setLast(acted);
    chosen.set({ id: undefined });
  });
  const undoLast = ({ hub, ruling: rulingId }: Acted): void => {
    if (rulingId !== null) ruling.mutate({ hub, verb: "undo", rulingId, reason: text.undoReason });
  };
  const shown = items.find(({ id }) => id === chosen.id) ?? items[0];
  return { ...chosen, list, items, last, ruling, undoLast, shown };
}

type Left = ReturnType<typeof useHubScreen>;

function LeftSide({ standing, kind, set, list, items, last, undoLast, shown }: Left) {
  const text = useText(hubTexts);
  const { number } = useFormats();
  const n = list.hasNextPage ? text.andMore(number(items.length)) : number(items.length);
  const counted = standing === "ruled" ? text.ruled : text.waiting;
  return (
    <section className="hb-left" aria-label={text.queue}>
      <header className="hb-lead">
        <h1 className="hb-count num">{items.length === 0 ? text.title : counted(n, items.length === 1)}</h1>
        <p className="mid">{text.lead}</p>
        <Filter standing={standing} kind={kind} set={set} />
        <Told last={last} undo={undoLast} />
      </header>
      <Answered asked={list}>
        {() => (
          <>
            <Queue items={items} chosen={shown?.id} choose={(id) => set({ id })} />
            {list.hasNextPage ? (
              <div className="more-row">
                <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {text.moreRows}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Answered>
    </section>
  );
}

export function Hubs() {
  const text = useText(hubTexts);
  const { data: session } = useSession();
  const screen = useHubScreen();
  const { shown, list, standing, ruling } = screen;
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <div className="page hb" data-one={screen.id !== undefined || undefined}>
        <LeftSide {...screen} />
        <section className="hb-right">
          <button type="button" className="plain hb-back" onClick={() => screen.set({ id: undefined })}>
            <IconArrowLeft size={16} stroke={1.8} aria-hidden /> {text.back}
          </button>
          {shown === undefined ? (
            list.isSuccess ? (
              <Nothing standing={standing} />
            ) : null
          ) : (
            <OneHub
              key={`${shown.id} ${shown.says}`}
              hub={shown}
              manages={may(session, "identity.manage")}
              ruling={ruling}
            />
          )}
        </section>
      </div>
    </>
  );
}
