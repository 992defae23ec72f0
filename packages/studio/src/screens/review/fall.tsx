// The waterfall: a table that can be read, and on each line the step it adds, all on one scale.
import type { MatchWhole } from "@somlos/contract/rooms/matches";
import { useFormats, useText } from "@somlos/look/language";
import { type Fall, fallOf, inOrder, type Step } from "./fall.rules.ts";
import "./fall.css";
import { type ReviewWords, reviewTexts, wordFor } from "./texts.ts";

type Bar = MatchWhole["bars"][number];

const HEIGHT = 20;
/** Bits that are no bar. */
const NOTHING = 0.05;

/** One step; the thin line leads down to the next one. */
function StepSvg({
  fall,
  step,
  next,
  kind,
}: {
  fall: Fall;
  step: Step;
  next?: Step | undefined;
  kind: "start" | "bar" | "end";
}) {
  const [from, to] = [fall.place(step.from), fall.place(step.to)];
  const zero = fall.place(0);
  return (
    <svg className="rv-step" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <line className="rv-zero" x1={zero} x2={zero} y1={0} y2={HEIGHT} />
      <rect
        className="rv-bar"
        data-none={Math.abs(step.to - step.from) < NOTHING || undefined}
        data-kind={kind}
        data-against={step.to < step.from || undefined}
        x={Math.min(from, to)}
        width={Math.max(0.6, Math.abs(to - from))}
        y={4}
        height={HEIGHT - 8}
      />
      {next === undefined ? null : <line className="rv-lead" x1={to} x2={to} y1={HEIGHT - 4} y2={HEIGHT} />}
    </svg>
  );
}

function Bits({ bits }: { readonly bits: number }) {
  const { number } = useFormats();
  const shown = number(Math.abs(bits), 1);
  const sign = shown === number(0, 1) ? "" : bits < 0 ? "−" : "+";
  return (
    <span className="num">
      {sign}
      {shown}
    </span>
  );
}

function Told({ value, text }: { readonly value: string | null; readonly text: ReviewWords }) {
  return value === null ? <span className="rv-none">{text.missing}</span> : <bdi>{value}</bdi>;
}

const levelOf = ({ level, a, b }: Bar, text: ReviewWords): string =>
  a === null || b === null ? "" : wordFor(text.levels, level);

function Line({ bar, svg }: { readonly bar: Bar; readonly svg: React.ReactNode }) {
  const text = useText(reviewTexts);
  return (
    <tr data-column={bar.column}>
      <th scope="row">{wordFor(text.columns, bar.column)}</th>
      <td className="rv-a">
        <Told value={bar.a} text={text} />
      </td>
      <td className="rv-b">
        <Told value={bar.b} text={text} />
      </td>
      <td className="rv-level">{levelOf(bar, text)}</td>
      <td className="rv-bits">
        <Bits bits={bar.bits} />
      </td>
      <td className="rv-pic">{svg}</td>
    </tr>
  );
}

function Ends({
  label,
  why,
  bits,
  svg,
}: {
  label: string;
  why?: string;
  bits: number;
  svg: React.ReactNode;
}) {
  return (
    <tr className="rv-ends">
      <th scope="row" colSpan={4}>
        {label} {why === undefined ? null : <span className="rv-why">{why}</span>}
      </th>
      <td className="rv-bits">
        <Bits bits={bits} />
      </td>
      <td className="rv-pic">{svg}</td>
    </tr>
  );
}

export function Waterfall({ whole }: { readonly whole: MatchWhole }) {
  const text = useText(reviewTexts);
  const bars = inOrder(whole.bars, Object.keys(text.columns));
  const fall = fallOf({ ...whole, bars });
  const { swapped } = whole.together;
  const shared = Math.abs(whole.together.bits) >= NOTHING;
  return (
    <table className="rv-fall">
      <caption className="vh">{text.table}</caption>
      <thead>
        <tr>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.first}</th>
          <th scope="col">{text.second}</th>
          <th scope="col">{text.agree}</th>
          <th scope="col" className="rv-bits">
            {text.adds}
          </th>
          <td className="rv-pic" />
        </tr>
      </thead>
      <tbody>
        <Ends
          label={text.before}
          why={text.beforeWhy}
          bits={whole.start}
          svg={<StepSvg fall={fall} step={fall.start} next={fall.bars[0]} kind="start" />}
        />
        {bars.map((bar, at) => (
          <Line
            key={bar.column}
            bar={bar}
            svg={
              <StepSvg
                fall={fall}
                step={fall.bars[at] as Step}
                next={fall.bars[at + 1] ?? (shared ? fall.together : fall.end)}
                kind="bar"
              />
            }
          />
        ))}
        {shared ? (
          <Ends
            label={text.sideBySide}
            why={
              swapped.length > 0
                ? text.swapped(swapped.map((each) => wordFor(text.columns, each)).join(` ${text.and} `))
                : text.sideBySideWhy
            }
            bits={whole.together.bits}
            svg={<StepSvg fall={fall} step={fall.together} next={fall.end} kind="bar" />}
          />
        ) : null}
      </tbody>
      <tfoot>
        <Ends
          label={text.together}
          bits={whole.bits}
          svg={<StepSvg fall={fall} step={fall.end} kind="end" />}
        />
      </tfoot>
    </table>
  );
}
