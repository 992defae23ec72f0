// The debugger of a source: off by default, on for an hour, its last requests as they come in.
import { Button } from "@mantine/core";
import type { HeardItem } from "@somlos/contract/rooms/sources";
import { useFormats, useText } from "@somlos/look/language";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { RefusedNote } from "../../forms/refused.tsx";
import { Railed } from "../../parts/railed.tsx";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { Heard } from "./heard.tsx";
import "./listen.css";
import { countedFates, type HeardAnswer } from "./listen.rules.ts";
import { listenTexts } from "./listen-texts.ts";
import { useHeard, useSwitch } from "./use-listen.ts";

type RowProps = { readonly item: HeardItem; readonly chosen: boolean; readonly choose: () => void };

function Row({ item, chosen, choose }: RowProps) {
  const text = useText(listenTexts);
  const formats = useFormats();
  const bad = item.code !== null || countedFates(item.outcomes).some(([fate]) => fate === "parked");
  return (
    <li className="ln" data-chosen={chosen || undefined} data-alarm={bad || undefined}>
      <button type="button" className="plain ln-open" aria-pressed={chosen} onClick={choose}>
        <span className="ln-time mono num">{formats.timeMs(item.at)}</span>
        <b className="el ln-who">{item.library ?? item.headers["user-agent"] ?? text.noLibrary}</b>
        <code className="mono el ln-path">{item.path}</code>
        <span className="ln-fates num">
          {item.code === null ? null : <span className="chip chip-alarm">{text.refused}</span>}
          {countedFates(item.outcomes).map(([fate, count]) => (
            <span key={fate} className={fate === "parked" ? "chip chip-alarm" : "ln-fate"}>
              {formats.number(count)} {count === 1 ? text.fates[fate] : text.many[fate]}
            </span>
          ))}
        </span>
      </button>
    </li>
  );
}

type BarProps = {
  readonly sourceId: number;
  readonly heard: HeardAnswer;
  readonly fresh: number;
  readonly paused: boolean;
  readonly toggle: () => void;
};

function Bar({ sourceId, heard, fresh, paused, toggle }: BarProps) {
  const text = useText(listenTexts);
  const formats = useFormats();
  const turn = useSwitch(sourceId);
  const { until, items } = heard;
  const Sign = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <div className="ln-bar">
      <p role="status">
        <i className={until === null ? "knot knot-open" : "knot ln-on"} />
        {until === null ? text.off : text.on(formats.time(until))}
      </p>
      {fresh === 0 ? null : <span className="dim num">{text.fresh(formats.number(fresh))}</span>}
      {until === null ? null : (
        <Button
          onClick={toggle}
          aria-pressed={paused}
          leftSection={<Sign size={16} stroke={1.6} aria-hidden />}
        >
          {paused ? text.resume : text.pause}
        </Button>
      )}
      {until === null ? (
        <Button variant="filled" loading={turn.isPending} onClick={() => turn.mutate(true)}>
          {text.begin}
        </Button>
      ) : null}
      {until === null && items.length === 0 ? null : (
        <Button variant="subtle" loading={turn.isPending} onClick={() => turn.mutate(false)}>
          {text.end}
        </Button>
      )}
      <RefusedNote error={turn.error} />
    </div>
  );
}

/** Why there is nothing to show, and what to do about it. */
function Nothing({ until }: { readonly until: string | null }) {
  const text = useText(listenTexts);
  return until === null ? (
    <p className="mid ln-says">{text.offSays}</p>
  ) : (
    <Empty title={text.waits}>{text.waitsSays}</Empty>
  );
}

type ListenProps = {
  readonly sourceId: number;
  readonly manages: boolean;
  readonly head: ReactNode;
  readonly howTo: ReactNode;
};

export function Listen({ sourceId, manages, head, howTo }: ListenProps) {
  const text = useText(listenTexts);
  const asked = useHeard(sourceId, manages);
  const [held, setHeld] = useState<readonly HeardItem[] | undefined>();
  const [chosen, setChosen] = useState<HeardItem | undefined>();
  const items = held ?? asked.data?.items ?? [];
  const close = (): void => setChosen(undefined);
  const empty = <Empty title={text.pick}>{text.pickSays}</Empty>;
  const rail =
    chosen === undefined ? (
      items.length === 0 ? (
        howTo
      ) : (
        empty
      )
    ) : (
      <Heard item={chosen} causes={asked.data?.causes ?? {}} />
    );
  const sheet = items.length === 0 ? {} : { sheet: { open: chosen !== undefined, close } };
  const list = (heard: HeardAnswer) => (
    <>
      <Bar
        sourceId={sourceId}
        heard={heard}
        fresh={held === undefined ? 0 : heard.items.filter(({ id }) => id > (held[0]?.id ?? "")).length}
        paused={held !== undefined}
        toggle={() => setHeld(held === undefined ? heard.items : undefined)}
      />
      {items.length > 0 && heard.until === null ? <p className="mid">{text.over}</p> : null}
      {items.length === 0 ? <Nothing until={heard.until} /> : null}
      <ol className="lns" aria-label={text.list}>
        {items.map((item) => (
          <Row key={item.id} item={item} chosen={item.id === chosen?.id} choose={() => setChosen(item)} />
        ))}
      </ol>
    </>
  );
  return (
    <Railed label={text.request} {...sheet} rail={rail}>
      {head}
      <div className="kys">
        <p className="mid ln-says">{text.lead}</p>
        {manages ? (
          <Answered asked={asked} rows={3} shape="lines">
            {list}
          </Answered>
        ) : (
          <p className="dim">{text.closed}</p>
        )}
      </div>
    </Railed>
  );
}
