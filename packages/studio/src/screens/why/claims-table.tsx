// Every claim of the picture in words, in the order in which they are heard; here one is taken back.
import { Button } from "@mantine/core";
import type { ClaimAnswer } from "@somlos/contract/rooms/identity";
import type { Knot } from "@somlos/contract/rooms/identity-tree";
import { useFormats, useText } from "@somlos/look/language";
import { End, useNaming } from "./names.tsx";
import { whyTexts } from "./texts.ts";
import type { Act, Value } from "./use-why.ts";

const valued = ({ kind, value }: ClaimAnswer["a"]): Value | undefined =>
  kind === "lane" || value === null ? undefined : { kind, value };

type BackProps = { readonly claim: ClaimAnswer; readonly act: (act: Act) => void; readonly on: boolean };

function Back({ claim, act, on }: BackProps) {
  const text = useText(whyTexts);
  const naming = useNaming();
  if (claim.rule === "ruled") return <span className="dim">{text.noTakeBack}</span>;
  const [a, b] = [valued(claim.a), valued(claim.b)];
  if (a === undefined || b === undefined) return <span className="dim">{text.noTakeBackVisit}</span>;
  return (
    <Button
      size="xs"
      aria-pressed={on}
      aria-label={text.takeBackOf(naming(claim.a), naming(claim.b))}
      onClick={() => act({ what: "withdraw", a, b })}
    >
      {text.takeBack}
    </Button>
  );
}

export const Ends = ({ claim }: { readonly claim: ClaimAnswer }) => (
  <span className="wy-ends">
    <End {...claim.a} />
    <span aria-hidden>–</span>
    <End {...claim.b} />
  </span>
);

type LineProps = {
  readonly at: number;
  readonly knot: Knot;
  readonly act: ((act: Act) => void) | undefined;
  readonly on: boolean;
};

function Line({ at, knot: { claim, also }, act, on }: LineProps) {
  const text = useText(whyTexts);
  const formats = useFormats();
  return (
    <tr data-on={on || undefined}>
      <td className="num wy-no">{formats.number(at + 1)}</td>
      <td className="wy-why">
        {text.rules[claim.rule]}
        {also === 0 ? null : <span className="dim"> · {text.also(formats.number(also), also > 1)}</span>}
      </td>
      <td className="wy-between">
        <Ends claim={claim} />
      </td>
      <td className="num nw">
        {text.trust[claim.trust]} {formats.number(claim.strength)}
      </td>
      <td className="num nw" title={claim.at === null ? undefined : formats.moment(claim.at)}>
        {claim.at === null ? "" : formats.date(claim.at)}
      </td>
      <td className="el">{claim.source}</td>
      {act === undefined ? null : (
        <td className="wy-back">
          <Back claim={claim} act={act} on={on} />
        </td>
      )}
    </tr>
  );
}

type TableProps = {
  readonly knots: readonly Knot[];
  readonly act: ((act: Act) => void) | undefined;
  readonly chosen: Act | undefined;
};

const isOf = (act: Act | undefined, { a, b }: ClaimAnswer): boolean =>
  act?.what === "withdraw" && act.a.value === a.value && act.b.value === b.value;

export function ClaimsTable({ knots, act, chosen }: TableProps) {
  const text = useText(whyTexts);
  if (knots.length === 0) return null;
  return (
    <section className="wy-section">
      <table className="wy-table">
        <caption className="h">{text.table}</caption>
        <thead>
          <tr>
            <th>{text.cols.no}</th>
            <th>{text.cols.why}</th>
            <th>{text.cols.between}</th>
            <th>{text.cols.strength}</th>
            <th>{text.cols.when}</th>
            <th>{text.cols.source}</th>
            {act === undefined ? null : (
              <th>
                <span className="vh">{text.takeBack}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {knots.map((knot, at) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: a claim is named by its place in the order
              key={at}
              at={at}
              knot={knot}
              act={act}
              on={isOf(chosen, knot.claim)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
