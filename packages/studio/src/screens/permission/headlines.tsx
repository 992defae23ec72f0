// The two figures of the day over the days before it: in how many channels we know people again, and whom we may write to.
import type { Headline } from "@somlos/contract/rooms/consent-reach";
import { useFormats, useText } from "@somlos/look/language";
import { ChannelSign, channelTexts } from "../../channels.tsx";
import { useNow } from "../../now.ts";
import { headlineTexts } from "./headline-texts.ts";
import { curveOf, type ReachFound } from "./reach.rules.ts";
import { dayOf, daysBack } from "./recognition.rules.ts";
import { useHeadlines } from "./use-permission.ts";

const DAYS = 30;
const width = 300;
const height = 48;

type Of = "recognisable" | "reachable";
type FigureProps = {
  readonly of: Of;
  readonly value: number;
  readonly days: readonly (Headline | undefined)[];
};

function Figure({ of, value, days }: FigureProps) {
  const text = useText(headlineTexts);
  const formats = useFormats();
  const told = days.flatMap((day) => (day === undefined ? [] : [day[of]]));
  const first = told[0];
  const change = first === undefined ? 0 : value - first;
  const what = text[of](value === 1);
  const parts = curveOf(
    days.map((day) => day?.[of]),
    { width, height },
  );
  const says =
    told.length < 2
      ? text.since
      : text.change(`${change < 0 ? "−" : "+"}${formats.number(Math.abs(change))}`, formats.number(DAYS));
  return (
    <div className="hl-figure">
      <b className="hl-number num">{formats.number(value)}</b>
      <span className="hl-says">{what}</span>
      {told.length < 2 ? null : (
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${what}: ${says}`}>
          {parts.map((points) => (
            <polyline key={points} points={points} fill="none" stroke="var(--d-measured)" strokeWidth={2} />
          ))}
        </svg>
      )}
      <span className="hl-change num">{says}</span>
    </div>
  );
}

export function Headlines({ reach }: { readonly reach: ReachFound }) {
  const text = useText(headlineTexts);
  const words = useText(channelTexts);
  const formats = useFormats();
  const days = daysBack(dayOf(useNow()), DAYS);
  const counted = useHeadlines(days[0] ?? "", days.at(-1) ?? "");
  const byDay = new Map(counted.data?.items.map((one) => [one.day, one]));
  const told = days.map((day) => byDay.get(day));
  const { recognised } = reach;
  return (
    <section className="hl" aria-labelledby="hl-title">
      <h2 className="h" id="hl-title">
        {text.title}
      </h2>
      <div className="hl-figures">
        <Figure of="recognisable" value={reach.recognisable} days={told} />
        <Figure of="reachable" value={reach.reachable} days={told} />
      </div>
      {recognised.length === 0 ? (
        <p className="mid">{text.nobody}</p>
      ) : (
        <ul className="hl-channels" aria-label={text.where}>
          {recognised.map(({ channel, people }) => (
            <li key={channel}>
              <ChannelSign channel={channel} silent />
              {words[channel]} <b className="num">{formats.number(people)}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
