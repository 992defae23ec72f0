// One line an event. The whole line opens it; the button in it is what the keyboard meets.
import type { LiveItem, ParkedItem } from "@somlos/contract/rooms/events";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { memo } from "react";
import { Link } from "react-router";
import { ChannelSign } from "../../channels.tsx";
import { identifierTexts } from "../../identifiers.tsx";
import { sentenceOf } from "../../sentences/sentence.ts";
import "./rows.css";
import type { Row } from "./stream.ts";
import { liveTexts } from "./texts.ts";

function Who({ person, opens }: { readonly person: LiveItem["person"]; readonly opens: boolean }) {
  const text = useText(liveTexts);
  const words = useText(identifierTexts);
  if (person === null) return <span className="pn-nobody">{text.nobody}</span>;
  const by = person.by === null ? "" : (words.by[person.by] ?? person.by);
  const name = person.name ?? text.unknown;
  const className = person.name === null ? "pn pn-unknown" : "pn";
  return (
    <>
      {opens ? (
        <Link className={className} to={`/people/${encodeURIComponent(person.id)}`} title={name}>
          {name}
        </Link>
      ) : (
        <span className={className}>{name}</span>
      )}
      {by === "" ? null : <span className="by"> {by}</span>}
    </>
  );
}

type EventRowProps = {
  readonly event: LiveItem;
  readonly chosen: boolean;
  readonly opensPeople: boolean;
  readonly choose: (messageId: string) => void;
};

export const EventRow = memo(function EventRow({ event, chosen, opensPeople, choose }: EventRowProps) {
  const formats = useFormats();
  const { language } = useLanguage();
  const what =
    event.summary === "" ? sentenceOf({ ...event, properties: {} }, language, formats).text : event.summary;
  return (
    <tr className="row" data-chosen={chosen || undefined}>
      <td className="ts num">{formats.timeMs(event.receivedAt)}</td>
      <td className="sg">
        <ChannelSign channel={event.channel} />
      </td>
      <td className="en el" title={event.name}>
        {event.name}
      </td>
      <td className="wh">
        <button
          type="button"
          className="plain el row-open"
          aria-pressed={chosen}
          title={what}
          onClick={() => choose(event.messageId)}
        >
          {what}
          {event.location === null ? null : <span> · {event.location}</span>}
        </button>
      </td>
      <td className="wo el">
        <Who person={event.person} opens={opensPeople} />
      </td>
      <td className="ak ts num">{event.ackMs === null ? "–" : formats.ms(Math.round(event.ackMs))}</td>
    </tr>
  );
});

const ParkedRow = memo(function ParkedRow({ parked }: { readonly parked: ParkedItem }) {
  const text = useText(liveTexts);
  const formats = useFormats();
  const why = parked.detail === null ? parked.sentence : `${parked.sentence} ${parked.detail}`;
  return (
    <tr className="row row-parked">
      <td className="ts num">{formats.timeMs(parked.receivedAt)}</td>
      <td className="sg" />
      <td className="en el" title={parked.name ?? parked.code}>
        {parked.name ?? parked.code}
      </td>
      <td className="wh el" title={why}>
        <b>{text.parkedWord}</b> {parked.sentence}{" "}
        {parked.detail === null ? null : <code className="mono">{parked.detail}</code>}
      </td>
      <td className="wo">
        <Link className="mend" to={`/live/parked?id=${encodeURIComponent(parked.id)}`}>
          {text.mend}
        </Link>
      </td>
      <td className="ak" />
    </tr>
  );
});

type RowsProps = {
  readonly rows: readonly Row[];
  readonly chosen: string | undefined;
  readonly opensPeople: boolean;
  readonly choose: (messageId: string) => void;
};

export function Rows({ rows, chosen, opensPeople, choose }: RowsProps) {
  const text = useText(liveTexts);
  const { head } = text;
  return (
    <table className="ls">
      <caption className="vh">{text.table}</caption>
      <colgroup>
        <col className="c-ts" />
        <col className="c-sg" />
        <col className="c-en" />
        <col />
        <col className="c-wo" />
        <col className="c-ak" />
      </colgroup>
      <thead className="vh">
        <tr>
          {[head.time, head.channel, head.name, head.what, head.who, head.ack].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.kind === "parked" ? (
            <ParkedRow key={row.id} parked={row.parked} />
          ) : (
            <EventRow
              key={row.id}
              event={row.event}
              chosen={row.event.messageId === chosen}
              opensPeople={opensPeople}
              choose={choose}
            />
          ),
        )}
      </tbody>
    </table>
  );
}
