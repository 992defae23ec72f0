// Coasts and borders as paths of a picture: coasts are drawn, and where two countries meet they are stitched together. Pure.
import { flat, pixelOf, type Size, type View } from "./view.rules.ts";

type Told = {
  readonly unit: number;
  readonly arcs: readonly (readonly number[])[];
  readonly rings: readonly (readonly number[])[];
  readonly shared: readonly number[];
};
type Box = readonly [west: number, north: number, east: number, south: number];
/** Lines in the units of the view, with what they lie in. */
type Line = { readonly points: readonly number[]; readonly box: Box };
export type Outlines = {
  readonly lines: readonly Line[];
  readonly rings: readonly (readonly number[])[];
  readonly shared: ReadonlySet<number>;
};
export type Paths = { readonly land: string; readonly coast: string; readonly borders: string };

function lineOf({ unit }: Told, steps: readonly number[]): Line {
  const points: number[] = [];
  let [a, b] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    [a, b] = [a + (steps[i] ?? 0), b + (steps[i + 1] ?? 0)];
    const { x, y } = flat({ longitude: a * unit, latitude: b * unit });
    points.push(x, y);
  }
  const [xs, ys] = [points.filter((_, i) => i % 2 === 0), points.filter((_, i) => i % 2 === 1)];
  return { points, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
}

export function readOutlines(text: string): Outlines {
  const told = JSON.parse(text) as Told;
  const lines = told.arcs.map((steps) => lineOf(told, steps));
  return { lines, rings: told.rings, shared: new Set(told.shared) };
}

const indexOf = (arc: number): number => (arc < 0 ? ~arc : arc);
const meets = (box: Box | undefined, [west, north, east, south]: Box): boolean =>
  box !== undefined && box[0] <= east && box[2] >= west && box[1] <= south && box[3] >= north;

const LEAST_STEP = 0.7;
/** The points of a line in pixels, of those that fall together only one; backwards where it is used so. */
function pixelsOf(line: Line | undefined, backwards: boolean, view: View, size: Size): string[] {
  const found: string[] = [];
  const { points = [] } = line ?? {};
  let last = { x: Number.NaN, y: Number.NaN };
  for (let i = 0; i < points.length; i += 2) {
    const at = backwards ? points.length - 2 - i : i;
    const next = pixelOf(view, size, { x: points[at] ?? 0, y: points[at + 1] ?? 0 });
    const isEnd = i === 0 || i === points.length - 2;
    if (!isEnd && Math.abs(next.x - last.x) + Math.abs(next.y - last.y) < LEAST_STEP) continue;
    last = next;
    found.push(`${next.x.toFixed(1)} ${next.y.toFixed(1)}`);
  }
  return found;
}

/** What of them is in the picture. */
export function pathsOf({ lines, rings, shared }: Outlines, view: View, size: Size): Paths {
  const [across, down] = [size.width / 2 / view.scale, size.height / 2 / view.scale];
  const seen: Box = [view.x - across, view.y - down, view.x + across, view.y + down];
  const lies = (arc: number): boolean => meets(lines[indexOf(arc)]?.box, seen);
  const around = (ring: readonly number[]): Box => {
    const boxes = ring.map((arc) => lines[indexOf(arc)]?.box ?? [0, 0, 0, 0]);
    const [west, north] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1]))];
    return [west, north, Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3]))];
  };
  const drawn = (arc: number): string => `M${pixelsOf(lines[arc], false, view, size).join("L")}`;
  const all = lines.flatMap((_, arc) => (lies(arc) ? [arc] : []));
  return {
    land: rings
      .filter((ring) => meets(around(ring), seen))
      .map(
        (ring) => `M${ring.flatMap((arc) => pixelsOf(lines[indexOf(arc)], arc < 0, view, size)).join("L")}Z`,
      )
      .join(""),
    coast: all
      .filter((arc) => !shared.has(arc))
      .map(drawn)
      .join(""),
    borders: all
      .filter((arc) => shared.has(arc))
      .map(drawn)
      .join(""),
  };
}
