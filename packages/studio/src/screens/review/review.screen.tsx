// Review: pairs of people who may be one. The queue at the left, the pair side by side, and one key for each decision.
import { Button } from "@mantine/core";
import type { MatchAnswer } from "@somlos/contract/rooms/matches";
import { useFormats, useText } from "@somlos/look/language";
import { IconArrowBackUp, IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { Pair } from "./pair.tsx";
import { Keys, Queue, States } from "./queue.tsx";
import "./review.css";
import { reviewTexts } from "./texts.ts";
import { useKeys, useKeysOn } from "./use-keys.ts";
import { type MatchState, useChosen, useDecide, usePair, useQueue, type Verb } from "./use-review.ts";

type Last = { readonly id: string; readonly state: MatchState };

function Told({ last, undo }: { readonly last: Last | undefined; readonly undo: () => void }) {
  const text = useText(reviewTexts);
  return (
    <div className="rv-told" role="status">
      {last === undefined ? null : (
        <>
          <span>{text.did[last.state]}</span>
          {last.state === "open" ? null : (
            <button type="button" className="plain rv-undo" onClick={undo}>
              <IconArrowBackUp size={14} stroke={1.8} aria-hidden /> {text.undo}
            </button>
          )}
        </>
      )}
    </div>
  );
}

function Nothing({ state }: { readonly state: MatchState }) {
  const text = useText(reviewTexts);
  const act = (
    <Button component={Link} to="/people">
      {text.toPeople}
    </Button>
  );
  return (
    <Empty title={text.emptyTitle} act={act}>
      {state === "open" ? text.empty : text.emptyOther}
    </Empty>
  );
}

/** The pair after this one, else the one before: deciding leads on. */
const nextOf = (items: readonly MatchAnswer[], id: string): string | undefined => {
  const at = items.findIndex((item) => item.id === id);
  return (items[at + 1] ?? items[at - 1])?.id;
};

/** The pair that is looked at stays, also when a surer one comes first meanwhile: no key may mean another than the one that is seen. */
function useShown(
  state: MatchState,
  id: string | undefined,
  items: readonly MatchAnswer[],
): string | undefined {
  const [kept, keep] = useState<Last>();
  const stays = kept?.state === state && items.some((item) => item.id === kept.id);
  const shown = id ?? (stays ? kept.id : items[0]?.id);
  if (shown !== undefined && (kept?.id !== shown || kept.state !== state)) keep({ id: shown, state });
  return shown;
}

function useReview() {
  const text = useText(reviewTexts);
  const { state, id, set } = useChosen();
  const queue = useQueue(state);
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  const [reason, setReason] = useState(text.reasonDefault);
  const [last, setLast] = useState<Last>();
  const shownId = useShown(state, id, items);
  const pair = usePair(shownId);
  const decide = useDecide((wish, now) => {
    setLast({ id: wish.id, state: now });
    if (wish.verb === "undo") set("open", wish.id);
    else set(state, nextOf(items, wish.id));
  });
  const send = (which: string | undefined, verb: Verb): void => {
    if (which === undefined || decide.isPending) return;
    decide.mutate({ id: which, verb, reason: reason.trim() === "" ? text.reasonDefault : reason });
  };
  const act = (verb: Verb): void => {
    const seen = pair.data?.id === shownId ? pair.data : undefined;
    if (verb === "undo") send(seen !== undefined && seen.state !== "open" ? seen.id : last?.id, verb);
    // What is not yet on the screen nobody has looked at.
    else if (seen?.state === "open") send(seen.id, verb);
  };
  const walk = (step: number): void => {
    const next = items[items.findIndex((item) => item.id === shownId) + step];
    if (next !== undefined) set(state, next.id);
  };
  return {
    state,
    id,
    shownId,
    set,
    queue,
    items,
    pair,
    decide,
    reason,
    setReason,
    last,
    act,
    walk,
    undoLast: () => send(last?.id, "undo"),
  };
}

export function Review() {
  const text = useText(reviewTexts);
  const formats = useFormats();
  const r = useReview();
  const [keys, turnKeys] = useKeysOn();
  useKeys(keys, r.act, r.walk);
  const open = r.queue.data?.pages[0]?.open ?? 0;
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <div className="page rv" data-one={r.id !== undefined || undefined}>
        <section className="rv-left" aria-label={text.queue}>
          <header className="rv-lead">
            <h1 className="rv-count">
              {open === 0 ? text.title : text.waiting(formats.number(open), open === 1)}
            </h1>
            <p className="mid">{text.lead}</p>
            <States state={r.state} choose={(state) => r.set(state, undefined)} />
            {r.items.length > 0 || r.last !== undefined ? <Keys on={keys} turn={turnKeys} /> : null}
            <Told last={r.last} undo={r.undoLast} />
          </header>
          <Answered asked={r.queue}>
            {() => (
              <>
                <Queue items={r.items} chosen={r.shownId} choose={(id) => r.set(r.state, id)} />
                {r.queue.hasNextPage ? (
                  <div className="more-row">
                    <Button loading={r.queue.isFetchingNextPage} onClick={() => void r.queue.fetchNextPage()}>
                      {text.more}
                    </Button>
                  </div>
                ) : null}
              </>
            )}
          </Answered>
        </section>
        <section className="rv-right">
          <button type="button" className="plain rv-back" onClick={() => r.set(r.state, undefined)}>
            <IconArrowLeft size={16} stroke={1.8} aria-hidden /> {text.back}
          </button>
          <div className="rv-here">
            <Told last={r.last} undo={r.undoLast} />
          </div>
          {r.shownId === undefined ? (
            r.queue.isSuccess ? (
              <Nothing state={r.state} />
            ) : null
          ) : (
            <Answered asked={r.pair}>
              {(whole) => (
                <Pair
                  key={whole.id}
                  whole={whole}
                  reason={r.reason}
                  setReason={r.setReason}
                  act={r.act}
                  running={r.decide.isPending}
                  keys={keys}
                  led={r.last !== undefined}
                  error={r.decide.error}
                />
              )}
            </Answered>
          )}
        </section>
      </div>
    </>
  );
}
