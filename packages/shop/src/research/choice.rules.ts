// What of a file is kept, and what it would mean here: looked at in the browser, before anything is sent. Pure.
import type { MyResearch, MyThing } from "@somlos/contract/rooms/research";
import { type Research, type Thing, writeResearch } from "@somlos/rules/research";
import { type Fit, fitOf, type Size, sizeNameOf } from "@somlos/rules/sizes";

const YEAR_MS = 365 * 86_400_000;

/** Leaving out and taking in again, of any list. */
export const turned = <Key>(chosen: ReadonlySet<Key>, key: Key): ReadonlySet<Key> => {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
};

export type Kept = { readonly things: ReadonlySet<number>; readonly sizes: ReadonlySet<string> };

export const keepAll = ({ things, sizes }: Research): Kept => ({
  things: new Set(things.keys()),
  sizes: new Set(sizes.map(({ name }) => name)),
});

/** The part that is sent; what was left out never leaves the browser. */
export function partOf(research: Research, kept: Kept): Record<string, unknown> {
  const text = writeResearch({
    ...research,
    things: research.things.filter((_, place) => kept.things.has(place)),
    sizes: research.sizes.filter(({ name }) => kept.sizes.has(name)),
  });
  return JSON.parse(text) as Record<string, unknown>;
}

/** Her sizes as they would stand here: those of the file that she keeps are her newest word. */
export function sizesThen(mine: MyResearch["sizes"], research: Research, kept: Kept): Size[] {
  const brought = research.sizes.filter(({ name }) => kept.sizes.has(name));
  const before = mine.flatMap(({ name: told, value }) => {
    const name = sizeNameOf(told);
    return name === undefined || brought.some((one) => one.name === name) ? [] : [{ name, value }];
  });
  return [...brought, ...before];
}

export const fitsThen = (research: Research, sizes: readonly Size[]): Fit[] =>
  research.things.map((thing) => fitOf(thing, sizes));

/** `now` decides what a year is; a file that does not say when it was made is not called old. */
export const isOld = ({ madeOn }: Research, now: Date): boolean =>
  madeOn !== null && now.getTime() - Date.parse(madeOn) > YEAR_MS;

/** The same product here with a price in the same money, to lay beside it. */
export const besideHere = (
  thing: Pick<Thing, "gtin" | "price">,
  here: readonly MyThing[],
): MyThing | undefined =>
  thing.gtin === null || thing.price === null
    ? undefined
    : here.find(({ gtin, price }) => gtin === thing.gtin && price?.currency === thing.price?.currency);
