// What lies under the knots: coasts drawn and borders stitched; seen from near, where outlines would lie, quiet lines and towns.
import { useMemo } from "react";
import { outlinesOfEurope } from "./outlines.gen.ts";
import { pathsOf, readOutlines } from "./outlines.rules.ts";
import type { Placed } from "./placed.ts";
import { flat, gridOf, metersAPixel, pixelOf, type Size, type View } from "./view.rules.ts";

/** Coasts are true to some six hundred metres. */
const LEAST_METERS_A_PIXEL = 60;
const outlines = readOutlines(outlinesOfEurope);

/** Where places of one town are, with its name. */
function townsOf(places: readonly Placed[], view: View, size: Size) {
  const towns = Map.groupBy(
    places.filter(({ city }) => city !== null),
    ({ city }) => city,
  );
  return [...towns].map(([name, own]) => {
    const points = own.map(({ position }) => pixelOf(view, size, flat(position)));
    const middle = (of: "x" | "y"): number => points.reduce((sum, one) => sum + one[of], 0) / points.length;
    return { name: name ?? "", x: middle("x"), y: middle("y") };
  });
}

type GroundProps = { readonly view: View; readonly size: Size; readonly places: readonly Placed[] };
export function Ground({ view, size, places }: GroundProps) {
  const isNear = metersAPixel(view) < LEAST_METERS_A_PIXEL;
  const paths = useMemo(() => (isNear ? undefined : pathsOf(outlines, view, size)), [isNear, view, size]);
  const { width, height } = size;
  const grid = gridOf(view, size);
  return (
    <svg className="mp-ground" data-near={isNear || undefined} width={width} height={height} aria-hidden>
      {paths === undefined ? null : <path className="mp-land" d={paths.land} fillRule="evenodd" />}
      <path
        className="mp-grid"
        d={[
          ...grid.xs.map((x) => `M${x.toFixed(1)} 0V${height}`),
          ...grid.ys.map((y) => `M0 ${y.toFixed(1)}H${width}`),
        ].join("")}
      />
      {paths === undefined ? null : (
        <>
          <path className="mp-coast" d={paths.coast} />
          <path className="mp-border" d={paths.borders} />
        </>
      )}
      {isNear
        ? townsOf(places, view, size).map(({ name, x, y }) => (
            <text key={name} className="mp-town" x={x} y={y - 44}>
              {name}
            </text>
          ))
        : null}
    </svg>
  );
}
