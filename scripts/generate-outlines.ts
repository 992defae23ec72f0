// The outlines of Europe for the map of stores: Natural Earth (public domain) at 1:50 million as the package world-atlas has them,
// cut to what lies between Iceland and the Urals, so that the studio carries no world.
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
const SOURCE = new URL("../node_modules/world-atlas/countries-50m.json", import.meta.url);

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

export async function outlinesOfEurope(): Promise<string> {
  const world = JSON.parse(await readFile(SOURCE, "utf8")) as World;
  const near = world.arcs.map((arc) => isNear(world.transform, arc));
  const rings = world.objects.countries.geometries
    .flatMap((shape) =>
      shape.type === "Polygon" ? [shape.arcs] : shape.type === "MultiPolygon" ? shape.arcs : [],
    )
    .flat()
    .filter((ring) => ring.some((arc) => near[indexOf(arc)]));
  const used = new Map<number, number>();
  const times = new Map<number, number>();
  for (const arc of rings.flat().map(indexOf)) {
    if (!used.has(arc)) used.set(arc, used.size);
    times.set(arc, (times.get(arc) ?? 0) + 1);
  }
  const arcs = [...used.keys()].map((arc) => (world.arcs[arc] ?? []).flat());
  const renamed = rings.map((ring) =>
    ring.map((arc) => (arc < 0 ? ~(used.get(~arc) ?? 0) : (used.get(arc) ?? 0))),
  );
  const shared = [...used].flatMap(([arc, at]) => ((times.get(arc) ?? 0) > 1 ? [at] : []));
  const told = JSON.stringify({ ...world.transform, arcs, rings: renamed, shared });
  return [
    "// Generated from world-atlas (Natural Earth, public domain, 1:50 million; package ISC) by npm run generate: Europe as rings of",
    "// lines. A line is where it begins and then the steps on, in units of `scale` from `translate`; what two countries share is named.",
    "",
    `export const outlinesOfEurope = ${JSON.stringify(told)};`,
    "",
  ].join("\n");
}
