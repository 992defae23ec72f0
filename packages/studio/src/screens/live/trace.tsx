// Where is my event: its way through the six words, and what came.
import { trace, type traceStep, traceWords } from "@somlos/contract/rooms/events";
import { daysBetween } from "@somlos/look/format";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { z } from "zod";
import { call } from "../../api.ts";
import { ChannelSign, channelTexts } from "../../channels.tsx";
import { useNow } from "../../now.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { JsonView } from "../../parts/json-view.tsx";
import { sentenceOf } from "../../sentences/sentence.ts";
import { Answered } from "../../states/answered.tsx";
import { liveTexts } from "./texts.ts";
import { noteOf } from "./trace-notes.ts";
import { traceTexts } from "./trace-texts.ts";
import "./trace.css";

type Trace = z.output<typeof trace.answer>;
type Step = z.output<typeof traceStep>;

function StepLine({ step, found }: { readonly step: Step; readonly found: Trace }) {
  const text = useText(liveTexts);
  const said = useText(traceTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const after =
    step.state === "waiting"
      ? text.waiting
      : step.afterMs === null
        ? ""
        : `${step.afterMs === 0 ? "" : "+ "}${formats.ms(step.afterMs)}`;
  return (
    <li data-state={step.state}>
      <div className="tr-word">
        {text.words[step.word]} <span>{after}</span>
      </div>
      <div className={step.state === "done" ? "tr-note" : "tr-note dim"}>
        {noteOf(step, found, said, language)}
      </div>
      {step.word !== "remember" || step.afterMs === null ? null : (
        <div className="tr-kept">
          <IconCircleCheck size={14} stroke={1.6} aria-hidden className="icon" />
          {said.kept(formats.ms(step.afterMs))}
        </div>
      )}
    </li>
  );
}

function TraceHead({ found, opensPeople }: { readonly found: Trace; readonly opensPeople: boolean }) {
  const words = useText(channelTexts);
  const formats = useFormats();
  const now = useNow();
  const { language } = useLanguage();
  const properties =
    typeof found.body === "object" && found.body !== null && "properties" in found.body
      ? found.body.properties
      : {};
  const told = sentenceOf(
    {
      type: found.type,
      name: found.name,
      properties: typeof properties === "object" && properties !== null ? { ...properties } : {},
    },
    language,
    formats,
  );
  const name = found.personName;
  return (
    <header>
      <div className="tr-head">
        <h2 className="rail-title">{told.text}</h2>
        <span className="chip">
          <ChannelSign channel={found.channel} size={14} silent />
          {words[found.channel]}
        </span>
      </div>
      <p className="tr-sub">
        {name !== null && found.personId !== null && opensPeople ? (
          <Link className="link" to={`/people/${encodeURIComponent(found.personId)}`}>
            {name}
          </Link>
        ) : (
          name
        )}
        {name === null ? "" : " · "}
        {found.source} ·{" "}
        {daysBetween(new Date(found.receivedAt), now) === 0 ? "" : `${formats.date(found.receivedAt)} `}
        <span className="num nw">{formats.timeMs(found.receivedAt)}</span>
      </p>
    </header>
  );
}

function Parked({ found }: { readonly found: Trace }) {
  const text = useText(liveTexts);
  if (found.parked === null) return null;
  return (
    <div className="note-alarm">
      <b>{text.parkedTitle}</b>
      <p>{found.parked.sentence}</p>
      <Link className="mend" to={`/live/parked?id=${encodeURIComponent(found.parked.id)}`}>
        {text.mend}
      </Link>
    </div>
  );
}

/** What a sender told of a person and we keep in the event only. */
function NotFacts({ found }: { readonly found: Trace }) {
  if (found.notFacts.length === 0) return null;
  return (
    <div className="note-alarm">
      {found.notFacts.map(({ name, sentence }) => (
        <p key={name}>
          <b className="tr-fact">{name}</b> {sentence}
        </p>
      ))}
    </div>
  );
}

/** Before anything is chosen: the six words, untied. */
export function NoTrace() {
  const text = useText(liveTexts);
  return (
    <div>
      <h2 className="rail-title">{text.railTitle}</h2>
      <p className="tr-sub">{text.railText}</p>
      <ol className="tr tr-idle">
        {traceWords.map((word) => (
          <li key={word} data-state="nothing">
            <div className="tr-word">{text.words[word]}</div>
          </li>
        ))}
      </ol>
    </div>
  );
}

type FoundProps = { readonly found: Trace; readonly opensPeople: boolean };

function Found({ found, opensPeople }: FoundProps) {
  const text = useText(liveTexts);
  const { body, steps } = found;
  return (
    <div>
      <TraceHead found={found} opensPeople={opensPeople} />
      <ol className="tr">
        {steps.map((step) => (
          <StepLine key={step.word} step={step} found={found} />
        ))}
      </ol>
      <Parked found={found} />
      <NotFacts found={found} />
      <div className="tr-raw">
        <h3 className="h">{text.asItCame}</h3>
        {body === null ? null : <CopyButton quiet text={JSON.stringify(body, null, 2)} />}
      </div>
      {body === null ? (
        <p className="dim">{text.bodyGone}</p>
      ) : (
        <JsonView value={body} label={text.asItCame} />
      )}
    </div>
  );
}

type TraceOfProps = { readonly messageId: string; readonly opensPeople: boolean };

export function TraceOf({ messageId, opensPeople }: TraceOfProps) {
  const asked = useQuery({
    queryKey: ["trace", messageId],
    queryFn: ({ signal }) => call(trace, { params: { messageId } }, signal),
    // Later words are filled in by workers; look again while one of them waits.
    refetchInterval: (query) =>
      query.state.data?.steps.some((step) => step.state === "waiting") ? 2000 : false,
  });
  return (
    <Answered asked={asked} shape="lines">
      {(found) => <Found found={found} opensPeople={opensPeople} />}
    </Answered>
  );
}
