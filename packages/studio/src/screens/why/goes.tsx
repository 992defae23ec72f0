// What goes where: moments, facts and identifiers of each who would be there after the act.
import type { RuledAnswer } from "@somlos/contract/rooms/identity";
import { useFormats, useLanguage, useText } from "@somlos/look/language";
import { factName } from "@somlos/rules/fact-words";
import { IconBulb, IconFingerprint, IconListDetails } from "@tabler/icons-react";
import type { PersonWord } from "./picture.tsx";
import { whyTexts } from "./texts.ts";
import type { Act } from "./use-why.ts";

type Look = Pick<RuledAnswer, "after" | "moves" | "before">;

/** What comes to each; whoever nothing comes to keeps the rest. */
export function comes({
  after,
  moves,
}: Look): { events: number | undefined; facts: number | undefined; names: string[] }[] {
  return after.map(({ id }) => {
    const mine = moves.filter((move) => move.to === id);
    if (mine.length === 0) return { events: undefined, facts: undefined, names: [] };
    return {
      events: mine.reduce((sum, move) => sum + move.events, 0),
      facts: mine.reduce((sum, move) => sum + move.facts, 0),
      names: [...new Set(mine.flatMap((move) => move.factNames))],
    };
  });
}

type GoesProps = { readonly look: Look; readonly people: readonly PersonWord[]; readonly act: Act };

export function Goes({ look, people, act }: GoesProps) {
  const text = useText(whyTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const each = comes(look);
  const word = (value: number | undefined) => (value === undefined ? text.theRest : formats.number(value));
  const names = each.flatMap((one) => one.names).map((name) => factName(name, language));
  if (look.moves.length === 0)
    return (
      <p className="wy-nomove" role="status">
        {act.what === "apart" ? text.noMoveApart : text.noMove}
      </p>
    );
  const line = (Sign: typeof IconBulb, title: string, values: readonly string[], says: string) => (
    <tr>
      <th scope="row" className="wy-goes-row">
        <span className="wy-goes-what">
          <Sign size={16} stroke={1.6} aria-hidden className="icon" />
          {title}
        </span>
      </th>
      {values.map((value, group) => (
        <td key={look.after[group]?.id} className="num" data-group={group}>
          {act.what === "join" && value !== text.theRest ? `+ ${value}` : value}
        </td>
      ))}
      <td className="wy-goes-says">{says}</td>
    </tr>
  );
  return (
    <table className="wy-goes">
      <caption className="h">{text.what}</caption>
      <thead>
        <tr>
          <td />
          {look.after.map(({ id }, group) => (
            <th key={id} scope="col" className="wy-goes-name el" data-group={group}>
              {people[group]?.name ?? text.col(group + 1)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {line(
          IconFingerprint,
          text.ids,
          act.what === "join"
            ? [formats.number(look.moves.reduce((sum, move) => sum + move.identifiers.length, 0))]
            : look.after.map(({ identifiers }) => formats.number(identifiers.length)),
          "",
        )}
        {line(
          IconListDetails,
          text.moments,
          each.map((one) => word(one.events)),
          text.goHome,
        )}
        {line(
          IconBulb,
          text.facts,
          each.map((one) => word(one.facts)),
          names.join(", "),
        )}
      </tbody>
    </table>
  );
}
