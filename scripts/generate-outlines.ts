// The outlines of Europe for the map of stores: Natural Earth (public domain) at 1:10 million as the package world-atlas has them,
// cut to what lies between Iceland and the Black Sea and drawn as finely as a map of a country needs, so that the studio carries
// no world.
import { readFile } from "node:fs/promises";

type Arc = readonly (readonly [number, number])[];
type Rings = readonly (readonly number[])[];
type Shape =
  | { readonly type: "Polygon"; readonly arcs: Rings }
  | { readonly type: "MultiPolygon"; readonly arcs: readonly Rings[] };
type World = {
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly arcs: readonly Arc[];
  readonly objects: { readonly countries: { readonly geometries: readonly Shape[] } };
};
const EUROPE = { west: -25, south: 33.5, east: 45, north: 72 } as const;
const SOURCE = new URL("../node_modules/world-atlas/countries-10m.json", import.meta.url);

/** Whether something of a line lies in Europe. */
function isNear({ scale, translate }: World["transform"], arc: Arc): boolean {
  let [x, y] = [0, 0];
  return arc.some(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    const [longitude, latitude] = [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    return (
      longitude >= EUROPE.west &&
      longitude <= EUROPE.east &&
      latitude >= EUROPE.south &&
      latitude <= EUROPE.north
    );
  });
}
const indexOf = (arc: number): number => (arc < 0 ? ~arc : arc);

type Place = readonly [longitude: number, latitude: number];
const NORTHERN = Math.cos((57 * Math.PI) / 180);
/** In degrees of latitude: about 600 metres. */
const COARSE = 0.0055;

function awayFrom([ax, ay]: Place, [bx, by]: Place, [x, y]: Place): number {
  const [dx, dy, px, py] = [(bx - ax) * NORTHERN, by - ay, (x - ax) * NORTHERN, y - ay];
  const long = Math.hypot(dx, dy);
  return long === 0 ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / long;
}
/** Only the places of a line that its course needs (Douglas and Peucker). */
function drawn(line: readonly Place[], keep: boolean[], from: number, to: number): void {
  let [most, at] = [COARSE, -1];
  for (let i = from + 1; i < to; i++) {
    const away = awayFrom(line[from] ?? [0, 0], line[to] ?? [0, 0], line[i] ?? [0, 0]);
    if (away > most) [most, at] = [away, i];
  }
  if (at < 0) return;
  keep[at] = true;
  drawn(line, keep, from, at);
  drawn(line, keep, at, to);
}

/** A line as its beginning and the steps on, in units of a thousandth of a degree. */
function stepsOf({ scale, translate }: World["transform"], arc: Arc): number[] {
  let [a, b] = [0, 0];
  const line = arc.map(([dx, dy]): Place => {
    [a, b] = [a + dx, b + dy];
    return [a * scale[0] + translate[0], b * scale[1] + translate[1]];
  });
  const keep = line.map((_, i) => i === 0 || i === line.length - 1);
  drawn(line, keep, 0, line.length - 1);
  let [x, y] = [0, 0];
  return line
    .filter((_, i) => keep[i])
    .flatMap(([longitude, latitude]) => {
      const [toX, toY] = [Math.round(longitude / UNIT), Math.round(latitude / UNIT)];
      const step = [toX - x, toY - y];
      [x, y] = [toX, toY];
      return step;
    });
}
const UNIT = 0.002;
/** An island that would be less than a dot, of a few hundred metres. */
const isDot = (steps: readonly number[]): boolean => steps.length <= 8;

export async function outlinesOfEurope(): Promise<string> {
  const world = JSON.parse(await readFile(SOURCE, "utf8")) as World;
  const near = world.arcs.map((arc) => isNear(world.transform, arc));
  const steps = new Map<number, readonly number[]>();
  const stepsAt = (arc: number): readonly number[] => {
    const known = steps.get(arc) ?? stepsOf(world.transform, world.arcs[arc] ?? []);
    steps.set(arc, known);
    return known;
  };
  const rings = world.objects.countries.geometries
    .flatMap((shape) =>
      shape.type === "Polygon" ? [shape.arcs] : shape.type === "MultiPolygon" ? shape.arcs : [],
    )
    .flat()
    .filter((ring) => ring.some((arc) => near[indexOf(arc)]))
    .filter((ring) => ring.length > 1 || !isDot(stepsAt(indexOf(ring[0] ?? 0))));
  const used = new Map<number, number>();
  const times = new Map<number, number>();
  for (const arc of rings.flat().map(indexOf)) {
    if (!used.has(arc)) used.set(arc, used.size);
    times.set(arc, (times.get(arc) ?? 0) + 1);
  }
  const arcs = [...used.keys()].map(stepsAt);
  const renamed = rings.map((ring) =>
    ring.map((arc) => (arc < 0 ? ~(used.get(~arc) ?? 0) : (used.get(arc) ?? 0))),
  );
  const shared = [...used].flatMap(([arc, at]) => ((times.get(arc) ?? 0) > 1 ? [at] : []));
  const told = JSON.stringify({ unit: UNIT, arcs, rings: renamed, shared });
  return [
    "// Generated from world-atlas (Natural Earth, public domain, 1:10 million; package ISC) by npm run generate: Europe as rings of",
    "// lines. A line is where it begins and then the steps on, in units of a degree; what two countries share is named.",
    "",
    `export const outlinesOfEurope = ${JSON.stringify(told)};`,
    "",
  ].join("\n");
}
