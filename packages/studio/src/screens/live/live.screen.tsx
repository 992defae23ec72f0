// Live: what comes in this second, whose it is, and its way through the six words.
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useFormats, useText } from "@somlos/look/language";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Refused } from "../../api.ts";
import { Railed } from "../../parts/railed.tsx";
import { may, useSession } from "../../session.ts";
import { Top } from "../../shell/top.tsx";
import { Empty, ErrorNote, Loading } from "../../states/states.tsx";
import { type Address, useAddress } from "./address.ts";
import { Figures } from "./figures.tsx";
import { Filters } from "./filters.tsx";
import { FirstEvent } from "./first-event.tsx";
import { useSaid, useScrolled, useSpace } from "./holding.ts";
import { Rows } from "./rows.tsx";
import "./live.css";
import { mixed, type Row } from "./stream.ts";
import { liveTexts } from "./texts.ts";
import { Tools } from "./tools.tsx";
import { NoTrace, TraceOf } from "./trace.tsx";
import { useLive } from "./use-live.ts";
import { useParked } from "./use-parked.ts";

type NothingProps = { readonly query: string; readonly follow: () => void; readonly showAll: () => void };

function NothingFits({ query, follow, showAll }: NothingProps) {
  const text = useText(liveTexts);
  return (
    <Empty
      title={text.nothingFits}
      act={
        <>
          {query === "" ? null : <Button onClick={follow}>{text.follow(query)}</Button>}
          <Button variant="subtle" onClick={showAll}>
            {text.showAll}
          </Button>
        </>
      }
    >
      {text.nothingFitsText}
    </Empty>
  );
}

function Fresh({ count, goOn }: { readonly count: number; readonly goOn: () => void }) {
  const text = useText(liveTexts);
  const formats = useFormats();
  return (
    <div className="fresh">
      <button type="button" className="chip chip-on" onClick={goOn}>
        {text.fresh(formats.number(count))}
      </button>
    </div>
  );
}

type ListProps = {
  readonly rows: readonly Row[];
  readonly address: Address;
  readonly filtered: boolean;
  readonly opensPeople: boolean;
  readonly showAll: () => void;
};

function List({ rows, address, filtered, opensPeople, showAll }: ListProps) {
  const { event, q, choose } = address;
  if (rows.length > 0) return <Rows rows={rows} chosen={event} opensPeople={opensPeople} choose={choose} />;
  return filtered ? <NothingFits query={q} follow={() => choose(q)} showAll={showAll} /> : <FirstEvent />;
}

/** Held by the key, or because somebody reads further down; let go, it catches up. */
function useHeldStream(address: Address) {
  const { q, channel } = address;
  const [paused, setPaused] = useState(false);
  const scrolled = useScrolled(240);
  const held = paused || scrolled;
  const live = useLive({ channel, q }, held);
  const filtered = channel !== undefined || q !== "";
  const parked = useParked(live.stream.figures?.parked ?? 0, !filtered, held);
  const rows = useMemo(() => mixed(live.stream.items, parked), [live.stream.items, parked]);
  const toggle = useCallback((): void => setPaused((before) => !before), []);
  const { release } = live;
  useEffect(() => {
    if (!held) release();
  }, [held, release]);
  useSpace(toggle);
  const goOn = (): void => {
    setPaused(false);
    release();
    scrollTo({ top: 0 });
  };
  return { ...live, rows, paused, held, scrolled, toggle, goOn, filtered };
}

function Said({ paused, count }: { readonly paused: boolean; readonly count: number }) {
  const text = useText(liveTexts);
  const formats = useFormats();
  return (
    <div className="vh" role="status">
      {paused ? text.paused : count === 0 ? "" : text.freshSaid(formats.number(count))}
    </div>
  );
}

/** The server answers but refuses: say so while the last list stays. No network has a line of its own. */
function Stale({ error }: { readonly error: unknown }) {
  const text = useText(liveTexts);
  const refused = error instanceof Refused && error.code !== "network.away" ? error : undefined;
  return (
    <div role="status" className="offline-place">
      {refused === undefined ? null : (
        <div className="offline">
          <i className="stitch" />
          <b className="offline-since">{text.old}</b>
          <code className="mono">{refused.code}</code>
          <span>{refused.sentence}</span>
        </div>
      )}
    </div>
  );
}

export function Live() {
  const text = useText(liveTexts);
  const { data: session } = useSession();
  const address = useAddress();
  const { set, event, channel } = address;
  const [query, setQuery] = useState(address.q);
  const [settled] = useDebouncedValue(query.trim(), 250);
  useEffect(() => set("q", settled), [settled, set]);
  const { stream, error, again, rows, paused, held, scrolled, toggle, goOn, filtered } =
    useHeldStream(address);
  const { figures, waiting } = stream;
  const said = useSaid(stream.items[0]?.seq, held);
  const opensPeople = may(session, "people.read");
  const showAll = (): void => {
    setQuery("");
    set("channel", undefined);
  };
  const rail =
    event === undefined ? <NoTrace /> : <TraceOf key={event} messageId={event} opensPeople={opensPeople} />;

  return (
    <>
      <Top title={text.title} heading>
        <Tools query={query} setQuery={setQuery} paused={paused} waiting={waiting.length} toggle={toggle} />
      </Top>
      <Railed
        label={text.rail}
        sheet={{ open: event !== undefined, close: () => set("event", undefined) }}
        rail={rail}
      >
        <Said paused={paused} count={said} />
        {figures === undefined ? (
          error === null ? (
            <Loading rows={10} />
          ) : (
            <ErrorNote error={error} again={again} />
          )
        ) : (
          <>
            <Figures figures={figures} />
            <Filters figures={figures} chosen={channel} choose={(one) => set("channel", one)} />
            {scrolled && waiting.length > 0 ? <Fresh count={waiting.length} goOn={goOn} /> : null}
            <List
              rows={rows}
              address={address}
              filtered={filtered}
              opensPeople={opensPeople}
              showAll={showAll}
            />
            <Stale error={error} />
          </>
        )}
      </Railed>
    </>
  );
}
