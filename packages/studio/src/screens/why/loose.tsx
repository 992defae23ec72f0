// Claims of this person that were refused, taken back, or say nothing: each with its reason and with whom.
import type { ClaimsOfPerson } from "@somlos/contract/rooms/identity-tree";
import { useText } from "@somlos/look/language";
import { Ends } from "./claims-table.tsx";
import { whyTexts } from "./texts.ts";

type LooseProps = {
  readonly claims: ClaimsOfPerson;
  readonly compare: (otherId: string) => void;
};

export function Loose({ claims: { loose, moreLoose }, compare }: LooseProps) {
  const text = useText(whyTexts);
  return (
    <section className="wy-block">
      <h2 className="h">{text.loose}</h2>
      {loose.length === 0 ? <p className="dim wy-small">{text.looseNone}</p> : null}
      <ul className="wy-list">
        {loose.map(({ claim, otherId }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a claim is named by its place in the order
          <li key={at}>
            <i className="wy-broken" aria-hidden />
            <div>
              <Ends claim={claim} />
              <p className="wy-small">{claim.sentence}</p>
              {otherId === null ? null : (
                <button type="button" className="plain link wy-small" onClick={() => compare(otherId)}>
                  {text.openOther}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {moreLoose ? <p className="dim wy-small">{text.looseMore}</p> : null}
    </section>
  );
}
