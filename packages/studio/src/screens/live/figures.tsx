// How much comes in, how fast it is acknowledged, how much of it we recognise.

import { useFormats, useText } from "@somlos/look/language";
import { memo } from "react";
import { type Figures as FiguresNow, rateBars } from "./stream.ts";
import { liveTexts } from "./texts.ts";

const width = 900;
const height = 64;

const RateBars = memo(function RateBars({
  rate,
  label,
}: {
  readonly rate: readonly number[];
  readonly label: string;
}) {
  const formats = useFormats();
  const { bars, step, high, highAt } = rateBars(rate, width, height);
  const left = Math.min(97, Math.max(3, highAt * 100));
  return (
    <div className="rate">
      {high === 0 ? null : (
        <span className="rate-peak num" style={{ left: `${left}%` }} aria-hidden>
          {formats.number(high, high < 10 && !Number.isInteger(high) ? 1 : 0)}
        </span>
      )}
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <rect x="0" y={height - 1} width={width} height="1" fill="var(--line)" />
        {bars.map((bar) => (
          <rect
            key={bar.x}
            x={bar.x}
            y={bar.y}
            width={Math.max(1, step * 0.62)}
            height={bar.height}
            fill="var(--d-measured)"
            opacity={0.3 + bar.age * 0.5}
          />
        ))}
      </svg>
    </div>
  );
});

function Numbers({ figures }: { readonly figures: FiguresNow }) {
  const text = useText(liveTexts);
  const formats = useFormats();
  return (
    <div className="nums">
      {figures.ackMs === null ? (
        <span>{text.ackUnknown}</span>
      ) : (
        <span>
          {text.acknowledged} <b className="num">{formats.ms(figures.ackMs.p50)}</b>
          {text.slowest} <b className="num">{formats.ms(figures.ackMs.p99)}</b>
        </span>
      )}
      {figures.recognised === null ? (
        <span>{text.recognisedUnknown}</span>
      ) : (
        <span>
          {text.recognised} <b className="num">{formats.percent(figures.recognised)}</b>
          {text.rest}
        </span>
      )}
      <span>
        {text.twice} <b className="num">{formats.number(figures.duplicates)}</b>
      </span>
    </div>
  );
}

export function Figures({ figures }: { readonly figures: FiguresNow }) {
  const text = useText(liveTexts);
  const formats = useFormats();
  const shown = (value: number): string =>
    formats.number(value, value < 10 && !Number.isInteger(value) ? 1 : 0);
  const now = figures.rate.at(-1) ?? 0;
  const low = figures.rate.length === 0 ? 0 : Math.min(...figures.rate);
  const high = Math.max(0, ...figures.rate);
  return (
    <section className="live-head">
      <div className="fig">
        <div>
          <div className="fig-line">
            <span className="fig-big num">{shown(now)}</span>
            <span className="mid">{text.perSecond}</span>
          </div>
          <div className="fig-under">{high === 0 ? text.none : text.most(shown(high))}</div>
        </div>
        <RateBars rate={figures.rate} label={text.picture(shown(low), shown(high), shown(now))} />
      </div>
      <Numbers figures={figures} />
    </section>
  );
}
