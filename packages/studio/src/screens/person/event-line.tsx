// One event of the timeline as a sentence; opened, it shows what it carried and where to follow it.
import type { TimelineItem } from "@somlos/contract/rooms/events";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { useId, useState } from "react";
import { Link } from "react-router";
import { ChannelSign, channelTexts } from "../../channels.tsx";
import { JsonView } from "../../parts/json-view.tsx";
import { sentenceOf } from "../../sentences/sentence.ts";
import type { Seam } from "../../thread/story.ts";
import { personTexts } from "./texts.ts";

function Carried({
  item,
  id,
  traces,
}: {
  readonly item: TimelineItem;
  readonly id: string;
  readonly traces: boolean;
}) {
  const text = useText(personTexts);
  const empty = Object.keys(item.properties).length === 0;
  return (
    <div className="ev-more" id={id}>
      <p className="ev-from">
        <code className="mono">{item.name}</code> · {item.source} ·{" "}
        {item.trust === "proven" ? text.provenEvent : text.statedEvent}
        {traces ? (
          <>
            {" · "}
            <Link className="link" to={`/live?event=${encodeURIComponent(item.messageId)}`}>
              {text.where}
            </Link>
          </>
        ) : null}
      </p>
      {empty ? (
        <p className="dim">{text.nothingCarried}</p>
      ) : (
        <JsonView value={item.properties} label={text.details} />
      )}
    </div>
  );
}

type EventLineProps = {
  readonly item: TimelineItem;
  readonly seam: Seam | undefined;
  readonly open: boolean;
  readonly traces: boolean;
};

export function EventLine({ item, seam, open, traces }: EventLineProps) {
  const text = useText(personTexts);
  const words = useText(channelTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const id = useId();
  const [shown, setShown] = useState(false);
  const told = sentenceOf(item, language, formats);
  const under = [told.more, item.location ?? ""].filter((part) => part !== "").join(" · ");
  return (
    <li className="ev">
      <time className="ev-time num" dateTime={item.at} title={formats.moment(item.at)}>
        {formats.time(item.at)}
      </time>
      <div className="ev-text">
        <button
          type="button"
          className="plain ev-head"
          data-knot
          aria-expanded={shown}
          aria-controls={id}
          onClick={() => setShown((before) => !before)}
        >
          <span className="ev-sign">
            <ChannelSign channel={item.channel} />
          </span>
          <span>{told.text}</span>
        </button>
        <p className="ev-under">
          <span className="ev-when num" aria-hidden>
            {formats.time(item.at)}
          </span>
          {under === "" ? null : <span className="ev-more-word">{under}</span>}
        </p>
        {shown ? <Carried item={item} id={id} traces={traces} /> : null}
      </div>
      <div className="ev-side">
        {open ? (
          <span className="st st-open">
            <i className="knot knot-red knot-open" />
            {text.open}
          </span>
        ) : null}
        {seam === undefined || open ? null : (
          <span className="st">
            <i className="st-line" />
            {text.on(formats.span(seam.seconds), words[seam.from])}
          </span>
        )}
      </div>
    </li>
  );
}
