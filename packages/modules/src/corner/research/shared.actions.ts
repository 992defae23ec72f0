// What a member of a household sees of another's sizes and of what they looked at, where it is shared with them.
import type { SharedViews } from "../../identity/index.ts";
import { loadMine, type ResearchHouse } from "./research.actions.ts";
import { sizeWord } from "./size-words.rules.ts";

const MOST_LOOKED = 50;

export function researchViews(house: Pick<ResearchHouse, "company">): Pick<SharedViews, "sizes" | "looked"> {
  return {
    sizes: async (tx, { fp, now, language }) =>
      (await loadMine(tx, house, fp, now)).sizes.map(({ name, value }) => ({
        ...{ label: sizeWord(name, language), text: value, more: null },
      })),
    looked: async (tx, { fp, now }) =>
      (await loadMine(tx, house, fp, now)).looked
        .filter(({ thing }) => !thing.how.every((way) => way === "searched"))
        .slice(0, MOST_LOOKED)
        .map(({ thing: { name, brand, size } }) => ({
          ...{ label: brand, text: name, more: size },
        })),
  };
}
