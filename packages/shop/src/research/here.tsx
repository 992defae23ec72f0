// What one looked at here, and one's sizes.
import type { MyResearch } from "@somlos/contract/rooms/research";
import { useFormats, useText } from "@somlos/look/language";
import { type ReactNode, useState } from "react";
import { researchTexts } from "./research-texts.ts";
import { SizeWords, ThingWords } from "./thing.tsx";

const FIRST = 5;

export function Here({ mine }: { readonly mine: MyResearch }) {
  const text = useText(researchTexts);
  const { sizes, things } = mine;
  return (
    <>
      {sizes.length === 0 ? null : (
        <section className="research-part">
          <h3>{text.sizes}</h3>
          <ul className="research-sizes">
            {sizes.map(({ name, value }) => (
              <li key={name}>
                <SizeWords name={name} value={value} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {things.length === 0 ? null : (
        <section className="research-part">
          <h3>{text.here}</h3>
          <Some list={things}>
            {(thing) => (
              <li className="line" key={thing.id}>
                <div>
                  <ThingWords thing={thing} fit={thing.fit} />
                </div>
              </li>
            )}
          </Some>
        </section>
      )}
    </>
  );
}

/** The first few; all of them when one asks for it. */
export function Some<One>({
  list,
  children,
}: {
  readonly list: readonly One[];
  readonly children: (one: One) => ReactNode;
}) {
  const text = useText(researchTexts);
  const { number } = useFormats();
  const [all, showAll] = useState(false);
  return (
    <>
      <ul>{(all ? list : list.slice(0, FIRST)).map(children)}</ul>
      {all || list.length <= FIRST ? null : (
        <button type="button" className="line-act" onClick={() => showAll(true)}>
          {text.all(number(list.length))}
        </button>
      )}
    </>
  );
}
