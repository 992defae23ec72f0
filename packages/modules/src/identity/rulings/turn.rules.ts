// What a ruling turns, line by line: a line is told where somebody would have otherwise than whoever it comes from has now. Pure.
import type { Sides } from "@somlos/contract/rooms/identity-holds";

type Who = { readonly id: string };
export type Ways = readonly (readonly [from: string, to: string])[];

/** Undefined: for nobody it would be otherwise than it is. */
export function lineOf<W extends Who, V>(
  people: { readonly now: readonly W[]; readonly after: readonly W[]; readonly ways: Ways },
  tell: (who: W, is: "now" | "after") => V,
): Sides<V> | undefined {
  const now = people.now.map((who) => ({ personId: who.id, value: tell(who, "now") }));
  const after = people.after.map((who) => ({ personId: who.id, value: tell(who, "after") }));
  const is = (list: typeof now) => new Map(list.map((one) => [one.personId, JSON.stringify(one.value)]));
  const [were, are] = [is(now), is(after)];
  const stays = now.map(({ personId }) => [personId, personId] as const);
  const differs = [...people.ways, ...stays].some(
    ([from, to]) => were.has(from) && are.has(to) && were.get(from) !== are.get(to),
  );
  return differs ? { now, after } : undefined;
}
