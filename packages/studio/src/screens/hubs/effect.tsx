// What the ruling that is chosen would do: those it concerns now, those there would be, and the threads between.
import type { RuledAnswer } from "@somlos/contract/rooms/identity";
import { useFormats, useText } from "@somlos/look/language";
import { Link } from "react-router";
import { IdentifierSign, shortValue } from "../../identifiers.tsx";
import { type Effect, effectOf, type Party } from "./effect.rules.ts";
import "./one-hub.css";
import { hubTexts } from "./texts.ts";

const ROW = 36;
const WIDTH = 140;

function Parties({ parties, more, title }: { parties: readonly Party[]; more: number; title: string }) {
  const text = useText(hubTexts);
  const { number } = useFormats();
  const nameOf = ({ called }: Party): string =>
    called === undefined ? text.nameless : shortValue(called.kind, called.value);
  return (
    <div className="hb-side">
      <h4 className="hb-side-title num">{title}</h4>
      <ul>
        {parties.map((party) => (
          <li key={party.id}>
            <Link to={`/people/${party.id}`} className="hb-party" aria-label={text.open(nameOf(party))}>
              <IdentifierSign kind={party.called?.kind ?? "visitor"} />
              <span className="el" title={party.called?.value}>
                {nameOf(party)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="hb-small num">{text.moreParties(number(more))}</p> : null}
    </div>
  );
}

function Threads({ effect, label }: { readonly effect: Effect; readonly label: string }) {
  const rows = Math.max(effect.before.length, effect.after.length, 1);
  const y = (at: number): number => at * ROW + ROW / 2;
  return (
    <svg
      className="hb-between"
      viewBox={`0 0 ${WIDTH} ${rows * ROW}`}
      preserveAspectRatio="none"
      style={{ ["--rows" as string]: rows }}
      role="img"
      aria-label={label}
    >
      {effect.threads.map(({ from, to, moves }) => (
        <path
          key={`${from} ${to}`}
          d={`M0 ${y(from)}C${WIDTH * 0.5} ${y(from)} ${WIDTH * 0.5} ${y(to)} ${WIDTH} ${y(to)}`}
          data-moves={moves || undefined}
        />
      ))}
    </svg>
  );
}

export function EffectPicture({ answer }: { readonly answer: RuledAnswer }) {
  const text = useText(hubTexts);
  const { number } = useFormats();
  const effect = effectOf(answer);
  if (!effect.changes) return <p className="hb-nobody">{text.nobody}</p>;
  const now = text.now(number(answer.before.length), answer.before.length === 1);
  const after = text.after(number(answer.after.length), answer.after.length === 1);
  return (
    <div className="hb-effect">
      <Parties parties={effect.before} more={effect.moreBefore} title={now} />
      <Threads effect={effect} label={text.picture(now, after)} />
      <Parties parties={effect.after} more={effect.moreAfter} title={after} />
      {effect.moments + effect.facts > 0 ? (
        <p className="hb-goes num">
          {text.goes(
            text.moments(number(effect.moments), effect.moments === 1),
            text.facts(number(effect.facts), effect.facts === 1),
          )}
        </p>
      ) : null}
    </div>
  );
}
