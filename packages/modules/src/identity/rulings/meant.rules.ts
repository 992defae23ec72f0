// What a call means by a value: of which circle of legal entities, when several know it. Pure.
import { Refusal } from "@somlos/contract";

/** Something that a value or an id may mean, and whose it is. */
export type Candidate = {
  readonly circle: number;
  /** Codes of the legal entities whose customer it is. */
  readonly owners: readonly string[];
};
export type Side<C extends Candidate> = {
  readonly found: readonly C[];
  /** A legal entity was named: the first of what it knows is meant. */
  readonly ordered: boolean;
};

const severalOf = (found: readonly Candidate[]): Refusal =>
  new Refusal("people.several_entities", { legalEntities: [...new Set(found.flatMap((one) => one.owners))] });

/** One of each side: all of the one circle that knows them all, else each of the only one that knows it. */
export function chosenOf<C extends Candidate>(sides: readonly Side<C>[]): readonly C[] {
  if (sides.some(({ found }) => found.length === 0)) throw new Refusal("people.unknown");
  const [first, ...others] = sides;
  const common = (first?.found ?? []).filter(({ circle }) =>
    others.every(({ found }) => found.some((one) => one.circle === circle)),
  );
  if (common.length > 1 && !sides.some(({ ordered }) => ordered)) throw severalOf(common);
  const [meant] = common;
  return sides.map(({ found, ordered }) => {
    const [only] = meant === undefined ? found : found.filter(({ circle }) => circle === meant.circle);
    if (only === undefined || (meant === undefined && found.length > 1 && !ordered)) throw severalOf(found);
    return only;
  });
}
