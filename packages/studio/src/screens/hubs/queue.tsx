// The values that wait, or that were ruled: which, how many are tied to each, and what it says.
import type { HubAnswer } from "@somlos/contract/rooms/identity-hubs";
import { useFormats, useText } from "@somlos/look/language";
import { SelectField } from "../../forms/fields.tsx";
import { IdentifierSign, identifierTexts, shortValue } from "../../identifiers.tsx";
import { hubTexts } from "./texts.ts";
import { type Kind, kinds, type Standing, standings } from "./use-hubs.ts";

/** The server counts to a thousand. */
const COUNTED = 1000;
export function useCount(): (neighbours: number) => string {
  const text = useText(hubTexts);
  const { number } = useFormats();
  return (n) => (n >= COUNTED ? text.most(number(COUNTED)) : number(n));
}

type FilterProps = {
  readonly standing: Standing;
  readonly kind: Kind | undefined;
  readonly set: (change: Readonly<Record<string, string | undefined>>) => void;
};

export function Filter({ standing, kind, set }: FilterProps) {
  const text = useText(hubTexts);
  const words = useText(identifierTexts).kinds;
  return (
    <div className="hb-filter">
      <fieldset className="hb-standings">
        <legend className="vh">{text.show}</legend>
        {standings.map((each) => (
          <button
            key={each}
            type="button"
            className={each === standing ? "chip chip-on" : "chip chip-line"}
            aria-pressed={each === standing}
            onClick={() => set({ standing: each === "waiting" ? undefined : each, id: undefined })}
          >
            {text.standings[each]}
          </button>
        ))}
      </fieldset>
      <SelectField<Kind | "all">
        label={text.kind}
        value={kind ?? "all"}
        set={(value) => set({ kind: value === "all" ? undefined : value, id: undefined })}
        options={[
          { value: "all", word: text.allKinds },
          ...kinds.map((value) => ({ value, word: words[value] ?? value })),
        ]}
      />
    </div>
  );
}

type QueueProps = {
  readonly items: readonly HubAnswer[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
};

export function Queue({ items, chosen, choose }: QueueProps) {
  const text = useText(hubTexts);
  const words = useText(identifierTexts).kinds;
  const count = useCount();
  return (
    <ul className="hb-queue" aria-label={text.queue}>
      {items.map((hub) => (
        <li key={hub.id} data-chosen={hub.id === chosen || undefined} data-says={hub.says}>
          <button
            type="button"
            className="plain hb-item"
            aria-current={hub.id === chosen || undefined}
            onClick={() => choose(hub.id)}
          >
            <IdentifierSign kind={hub.kind} size={16} />
            <span className="hb-what">
              <b className="el" title={hub.value}>
                {shortValue(hub.kind, hub.value)}
              </b>
              <span className="el">
                {hub.says === "nothing" ? (words[hub.kind] ?? hub.kind) : text.says[hub.says]}
              </span>
            </span>
            <span className="hb-n num">{text.tied(count(hub.neighbours))}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
