// What would hold otherwise of each: what they may be used for, how they want to be known and written to, what they share at home.
import type { RuledAnswer } from "@somlos/contract/rooms/identity";
import type { Holds as Held } from "@somlos/contract/rooms/identity-holds";
import { useFormats, useText } from "@somlos/look/language";
import { callOf } from "./drawn.ts";
import { holdsTexts } from "./holds-texts.ts";
import type { PersonWord } from "./picture.tsx";
import { whyTexts } from "./texts.ts";
import { useLines } from "./use-lines.ts";

type Look = Pick<RuledAnswer, "before" | "after" | "holds">;
type HoldsProps = { readonly look: Look; readonly people: readonly PersonWord[] };

export function Holds({ look, people }: HoldsProps) {
  return look.holds === null ? null : <Table look={look} holds={look.holds} people={people} />;
}

function Table({ look, holds, people }: HoldsProps & { readonly holds: Held }) {
  const text = useText(holdsTexts);
  const why = useText(whyTexts);
  const formats = useFormats();
  const lines = useLines(holds);
  if (lines.length === 0) return <p className="mid wy-small">{text.same}</p>;
  const shown = (list: Look["before"], side: "now" | "after") =>
    list.filter(({ id }) => lines.some(({ says }) => says[side].some(({ personId }) => personId === id)));
  const [before, after] = [shown(look.before, "now"), shown(look.after, "after")];
  const of = (says: { personId: string; value: string }[], id: string) =>
    says.find(({ personId }) => personId === id)?.value ?? "";
  return (
    <>
      <table className="wy-goes wy-holds">
        <caption className="h">{text.title}</caption>
        <thead>
          <tr>
            <td />
            {before.map(({ id, identifiers }, i) => (
              <th key={id} scope="col" className="wy-goes-name">
                {text.now(before.length === 1 ? undefined : (callOf(identifiers) ?? why.col(i + 1)))}
              </th>
            ))}
            {after.map(({ id, identifiers }, group) => (
              <th key={id} scope="col" className="wy-goes-name" data-group={group}>
                {people[group]?.name ?? callOf(identifiers) ?? why.col(group + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, title, says }) => (
            <tr key={key}>
              <th scope="row" className="wy-goes-row">
                {title}
              </th>
              {before.map(({ id }) => (
                <td key={id}>{of(says.now, id)}</td>
              ))}
              {after.map(({ id }, group) => (
                <td key={id} data-group={group}>
                  {of(says.after, id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {holds.left > 0 ? <p className="dim wy-small">{text.left(formats.number(holds.left))}</p> : null}
      {holds.people > 0 ? <p className="dim wy-small">{text.people(formats.number(holds.people))}</p> : null}
    </>
  );
}
