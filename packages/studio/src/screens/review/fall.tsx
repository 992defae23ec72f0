// The waterfall: a table that can be read, and on each line the step it adds, all on one scale.
import type { MatchWhole } from "@somlos/contract/rooms/matches";
import { useFormats, useText } from "@somlos/look/language";
import { type Fall, fallOf, inOrder, type Step } from "./fall.rules.ts";
import "./fall.css";
import { type ReviewWords, reviewTexts, wordFor } from "./texts.ts";

type Part = MatchWhole["bars"][number]["parts"][number];

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

const levelOf = ({ level, a, b }: Part, text: ReviewWords): string =>
  a === null || b === null ? "" : wordFor(text.levels, level);

type LineProps = {
  readonly part: Part;
  readonly first: boolean;
  readonly of: number;
  readonly bits: number;
  readonly svg: React.ReactNode;
};

function Line({ part, first, of, bits, svg }: LineProps) {
  const text = useText(reviewTexts);
  return (
    <tr data-joined={!first || undefined} data-column={part.column}>
      <th scope="row">{wordFor(text.columns, part.column)}</th>
      <td className="rv-a">
        <Told value={part.a} text={text} />
      </td>
      <td className="rv-b">
        <Told value={part.b} text={text} />
      </td>
      <td className="rv-level">{levelOf(part, text)}</td>
      {first ? (
        <>
          <td className="rv-bits" rowSpan={of} title={of > 1 ? text.shares : undefined}>
            <Bits bits={bits} />
            {of > 1 ? <span className="vh">{text.shares}</span> : null}
          </td>
          <td className="rv-pic" rowSpan={of}>
            {svg}
          </td>
        </>
      ) : null}
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
        {bars.flatMap((bar, at) =>
          bar.parts.map((part, place) => (
            <Line
              key={part.column}
              part={part}
              first={place === 0}
              of={bar.parts.length}
              bits={bar.bits}
              svg={<StepSvg fall={fall} step={fall.bars[at] as Step} next={fall.end} kind="bar" />}
            />
          )),
        )}
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
