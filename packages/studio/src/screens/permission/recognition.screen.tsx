// Permission, recognition: in how much of what happens we know who it is, channel by channel over time.
import { useFormats, useText } from "@somlos/look/language";
import { useState } from "react";
import { ChannelSign, channelTexts } from "../../channels.tsx";
import { useNow } from "../../now.ts";
import { Answered } from "../../states/answered.tsx";
import { Empty } from "../../states/states.tsx";
import { PermissionFrame } from "./frame.tsx";
import { HushedCloth, RatePicture } from "./rate-picture.tsx";
import { dayOf, daysBack, findingOf, type Row, rowsOf, toldOf } from "./recognition.rules.ts";
import "./recognition.css";
import { recognitionTexts } from "./recognition-texts.ts";
import { useRecognition } from "./use-permission.ts";

/** Days back, and how many of them share a column. */
const spans = [
  { days: 30, a: 1 },
  { days: 90, a: 1 },
  { days: 364, a: 7 },
] as const;
type Span = (typeof spans)[number];

function Spans({ span, set }: { readonly span: Span; readonly set: (span: Span) => void }) {
  const text = useText(recognitionTexts);
  const formats = useFormats();
  return (
    <fieldset className="pm-chips">
      <legend className="vh">{text.spans}</legend>
      {spans.map((one) => (
        <button
          key={one.days}
          type="button"
          className={one === span ? "chip chip-line chip-on" : "chip chip-line"}
          aria-pressed={one === span}
          onClick={() => set(one)}
        >
          {text.days(formats.number(one.days))}
        </button>
      ))}
    </fieldset>
  );
}

function Key({ span }: { readonly span: Span }) {
  const text = useText(recognitionTexts);
  return (
    <p className="pm-key">
      <span>
        <i data-of="recognised" />
        {text.recognised}
      </span>
      <span>
        <i data-of="unknown" />
        {text.unknown}
      </span>
      <span>
        <i data-of="hushed" />
        {text.hushed}
      </span>
      <span>
        <i data-of="gap" />
        {text.gap}
      </span>
      <span className="dim">
        {span.a === 1 ? text.perDay : text.perWeek}, {text.few}
      </span>
    </p>
  );
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const text = useText(recognitionTexts);
  const words = useText(channelTexts);
  const formats = useFormats();
  return (
    <details className="pm-as-table pm-more">
      <summary>{text.table}</summary>
      <table className="pm-table">
        <thead>
          <tr>
            <th scope="col">{text.head.channel}</th>
            <th scope="col">{text.head.events}</th>
            <th scope="col">{text.recognised}</th>
            <th scope="col">{text.unknown}</th>
            <th scope="col">{text.hushed}</th>
            <th scope="col">{text.head.rate}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ channel, total }) => (
            <tr key={channel}>
              <th scope="row">
                <span className="pm-rate-name">
                  <ChannelSign channel={channel} silent />
                  {words[channel]}
                </span>
              </th>
              <td className="num" data-label={text.head.events}>
                {formats.number(total.all)}
              </td>
              <td className="num" data-label={text.recognised}>
                {formats.number(total.recognised)}
              </td>
              <td className="num" data-label={text.unknown}>
                {formats.number(total.unknown)}
              </td>
              <td className="num" data-label={text.hushed}>
                {formats.number(total.hushed)}
              </td>
              <td className="num" data-label={text.head.rate}>
                {formats.percent(total.rate)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Told({ told }: { readonly told: number }) {
  const text = useText(recognitionTexts);
  const formats = useFormats();
  return told === 0 ? null : <p className="dim pm-told">{text.told(formats.number(told), told === 1)}</p>;
}

type FoundProps = { readonly rows: readonly Row[]; readonly told: number; readonly span: Span };

function Found({ rows, told, span }: FoundProps) {
  const text = useText(recognitionTexts);
  const words = useText(channelTexts);
  const formats = useFormats();
  const finding = findingOf(rows);
  if (finding === undefined)
    return (
      <Empty title={told === 0 ? text.empty : text.emptyTold}>
        {text.emptySays}
        <Told told={told} />
      </Empty>
    );
  const { least } = finding;
  return (
    <section className="pm-found" aria-labelledby="pm-finding">
      <h2 className="pm-finding" id="pm-finding">
        {text.finding(formats.percent(finding.rate), formats.number(span.days))}.{" "}
        {least === undefined ? "" : text.least(words[least.channel], formats.percent(least.total.rate))}
      </h2>
      <div>
        <p className="mid">{text.says}</p>
        <Told told={told} />
      </div>
      <Key span={span} />
      <HushedCloth />
      <ul className="pm-rates">
        {rows.map((row) => (
          <RatePicture key={row.channel} row={row} />
        ))}
      </ul>
      <Table rows={rows} />
    </section>
  );
}

export function Recognition() {
  const [span, set] = useState<Span>(spans[0]);
  const days = daysBack(dayOf(useNow()), span.days);
  const counted = useRecognition(days[0] ?? "", days.at(-1) ?? "");
  return (
    <PermissionFrame>
      <Spans span={span} set={set} />
      <Answered asked={counted} shape="lines">
        {({ items }) => <Found rows={rowsOf(items, days, span.a)} told={toldOf(items)} span={span} />}
      </Answered>
    </PermissionFrame>
  );
}
