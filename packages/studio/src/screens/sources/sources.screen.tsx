// Sources and keys: what sends, and its signs of life.
import { Button } from "@mantine/core";
import type { KeyAnswer } from "@somlos/contract/rooms/access-staff";
import type { Source } from "@somlos/contract/rooms/sources";
import { useFormats, useText } from "@somlos/look/language";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { ChannelSign, channelTexts } from "../../channels.tsx";
import { useNow } from "../../now.ts";
import { may, useSession } from "../../session.ts";
import { FindButton, Top } from "../../shell/top.tsx";
import { Answered } from "../../states/answered.tsx";
import { isAlive, lifeOf } from "./life.rules.ts";
import { NewSource } from "./source-form.tsx";
import "./sources.css";
import { sourceTexts } from "./texts.ts";
import { useKeys, useSources } from "./use-sources.ts";

type LineProps = { readonly source: Source; readonly keys: readonly KeyAnswer[]; readonly now: Date };

export function LifeSign({ source, keys, now }: LineProps) {
  const text = useText(sourceTexts);
  const formats = useFormats();
  const life = lifeOf(source, keys, now);
  return (
    <span className="life" data-state={life.state}>
      <i className={life.state === "now" ? "knot" : "knot knot-open"} aria-hidden />
      {life.at === null ? text.life.never : formats.ago(life.at, now)}
      {life.state === "quiet" ? <span className="life-word">{text.life.quiet}</span> : null}
    </span>
  );
}

function SourceRow({ source, keys, now }: LineProps) {
  const text = useText(sourceTexts);
  const words = useText(channelTexts);
  const formats = useFormats();
  const open = keys.filter((key) => key.sourceId === source.id && isAlive(key)).length;
  return (
    <tr className="sr">
      <td className="sr-name">
        <Link to={`/sources/${source.id}`} className="sr-open">
          <ChannelSign channel={source.channel} silent />
          <b className="el">{source.name}</b>
        </Link>
        <span className="sr-kind">
          {text.kinds[source.kind] ?? source.kind} · {words[source.channel]}
        </span>
      </td>
      <td>
        <span className="sr-label">{text.head.life}</span>
        <LifeSign source={source} keys={keys} now={now} />
      </td>
      <td className="num">
        <span className="sr-label">{text.head.day}</span>
        {text.events(formats.number(source.eventsLastDay), source.eventsLastDay === 1)}
      </td>
      <td className="num">
        <span className="sr-label">{text.head.keys}</span>
        {formats.number(open)}
      </td>
      <td>
        <span className="sr-label">{text.head.parked}</span>
        {source.parkedOpen === 0 ? (
          <span className="dim">{text.noneParked}</span>
        ) : (
          <Link className="chip chip-alarm sr-parked" to="/live/parked">
            {text.parked(formats.number(source.parkedOpen), source.parkedOpen === 1)}
          </Link>
        )}
      </td>
    </tr>
  );
}

function Table({
  sources,
  keys,
}: {
  readonly sources: readonly Source[];
  readonly keys: readonly KeyAnswer[];
}) {
  const text = useText(sourceTexts);
  const now = useNow();
  return (
    <table className="srs">
      <caption className="vh">{text.list}</caption>
      <thead>
        <tr>
          {[text.head.name, text.head.life, text.head.day, text.head.keys, text.head.parked].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} keys={keys} now={now} />
        ))}
      </tbody>
    </table>
  );
}

export function Sources() {
  const text = useText(sourceTexts);
  const { data: session } = useSession();
  const [adding, setAdding] = useState(false);
  const sources = useSources();
  const keys = useKeys();
  return (
    <>
      <Top title={text.title}>
        <FindButton />
      </Top>
      <header className="so-head">
        <div>
          <h1 className="so-title">{text.heading}</h1>
          <p className="mid">{text.lead}</p>
        </div>
        {may(session, "sources.manage") ? (
          <Button
            variant="filled"
            leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {text.add}
          </Button>
        ) : null}
      </header>
      <Answered asked={sources}>
        {({ items }) => <Table sources={items} keys={keys.data?.items ?? []} />}
      </Answered>
      <NewSource opened={adding} close={() => setAdding(false)} />
    </>
  );
}
