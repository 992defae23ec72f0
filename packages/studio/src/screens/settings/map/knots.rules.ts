// Places as knots on a map: those that lie on each other are one bunch, and names stand where nothing else does. Pure.
import type { Point, Size } from "./view.rules.ts";

export type Knot<Place> = Point & { readonly places: readonly [Place, ...Place[]] };

/** Those nearer to each other than so many pixels are bunched, the first of them in their middle. */
export function knotsOf<Place>(
  places: readonly (Point & { readonly place: Place })[],
  apart: number,
): Knot<Place>[] {
  const bunches: { x: number; y: number; places: [Place, ...Place[]] }[] = [];
  for (const { x, y, place } of places) {
    const near = bunches.find((one) => Math.hypot(one.x - x, one.y - y) < apart);
    if (near === undefined) bunches.push({ x, y, places: [place] });
    else {
      const count = near.places.push(place);
      near.x += (x - near.x) / count;
      near.y += (y - near.y) / count;
    }
  }
  return bunches;
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Label = {
  readonly left: number;
  readonly top: number;
  readonly side: "right" | "left" | "above" | "below";
};

const GAP = 12;
const LEAST_EDGE = 4;
const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const boxOf = ({ left, top }: Point & Label, { width, height }: Size): Box => ({
  ...{ left, top, right: left + width, bottom: top + height },
});

const sidesOf = ({ x, y }: Point, { width, height }: Size): readonly (Point & Label)[] => [
  { x, y, left: x + GAP, top: y - height / 2, side: "right" },
  { x, y, left: x - GAP - width, top: y - height / 2, side: "left" },
  { x, y, left: x - width / 2, top: y - GAP - height, side: "above" },
  { x, y, left: x - width / 2, top: y + GAP, side: "below" },
];

/**
 * Where each name stands: beside its knot, on the first side that is free of knots, of names before it and of the edge. Undefined:
 * there is no room, and the list has it. Those that matter most come first.
 */
export function labelsOf(
  knots: readonly (Point & { readonly size: Size })[],
  picture: Size,
  knotRadius: number,
): (Label | undefined)[] {
  const taken: Box[] = knots.map(({ x, y }) => ({
    ...{ left: x - knotRadius, top: y - knotRadius, right: x + knotRadius, bottom: y + knotRadius },
  }));
  return knots.map((knot) => {
    const found = sidesOf(knot, knot.size).find((label) => {
      const box = boxOf(label, knot.size);
      const inside =
        box.left >= LEAST_EDGE &&
        box.top >= LEAST_EDGE &&
        box.right <= picture.width - LEAST_EDGE &&
        box.bottom <= picture.height - LEAST_EDGE;
      return inside && !taken.some((other) => meet(box, other));
    });
    if (found === undefined) return undefined;
    taken.push(boxOf(found, knot.size));
    return { left: found.left, top: found.top, side: found.side };
  });
}
