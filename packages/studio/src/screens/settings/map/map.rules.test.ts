// The map of stores: everything in the picture, true lengths, names that cover nothing.
import fc from "fast-check";
import { expect, it } from "vitest";
import { knotsOf, labelsOf } from "./knots.rules.ts";
import { outlinesOfEurope } from "./outlines.gen.ts";
import { pathsOf, readOutlines } from "./outlines.rules.ts";
import {
  flat,
  gridOf,
  isSeen,
  metersAPixel,
  moved,
  pixelOf,
  scaleBar,
  viewOf,
  zoomed,
  zoomedTo,
} from "./view.rules.ts";

const size = { width: 800, height: 600 };
const margin = { across: 100, down: 60 };
const malmo = { latitude: 55.605, longitude: 13.003 };
const goteborg = { latitude: 57.703, longitude: 11.967 };
const kobenhavn = { latitude: 55.672, longitude: 12.562 };
const three = [malmo, goteborg, kobenhavn];

it("every store is in the picture, with room around for its name", () => {
  const spot = fc.record({
    latitude: fc.double({ min: -80, max: 80, noNaN: true }),
    longitude: fc.double({ min: -179, max: 179, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1, maxLength: 20 }), (spots) => {
      const view = viewOf(spots, size, margin);
      for (const { x, y } of spots.map((one) => pixelOf(view, size, flat(one)))) {
        expect(x).toBeGreaterThanOrEqual(margin.across - 0.01);
        expect(x).toBeLessThanOrEqual(size.width - margin.across + 0.01);
        expect(y).toBeGreaterThanOrEqual(margin.down - 0.01);
        expect(y).toBeLessThanOrEqual(size.height - margin.down + 0.01);
      }
    }),
  );
});

it("north is up, east is right, and the distance from Malmö to Göteborg is 242 kilometres", () => {
  const view = viewOf(three, size, margin);
  const [m, g, k] = three.map((spot) => pixelOf(view, size, flat(spot)));
  if (m === undefined || g === undefined || k === undefined) throw new Error("three points");
  expect([g.y < m.y, k.x < m.x]).toEqual([true, true]);
  const kilometres = (Math.hypot(m.x - g.x, m.y - g.y) * metersAPixel(view)) / 1000;
  expect(kilometres).toBeGreaterThan(235);
  expect(kilometres).toBeLessThan(249);
});

it("one store alone is looked at from two kilometres, and nobody comes nearer", () => {
  const view = viewOf([malmo], size, margin);
  expect(metersAPixel(view) * size.height).toBeCloseTo(2000, 0);
  expect(zoomed(view, 2, size)).toEqual(view);
  const far = zoomed(view, 1e-9, size);
  expect(metersAPixel(far) * size.width).toBeCloseTo(8_000_000, -1);
  expect(moved(view, 10, 0).x).toBeLessThan(view.x);
});

it("whoever looks nearer never loses all stores out of the picture", () => {
  let view = viewOf(three, size, margin);
  for (let step = 0; step < 12; step++) {
    view = zoomedTo(view, 1.8, size, three);
    expect(three.some((spot) => isSeen(view, size, spot))).toBe(true);
  }
  const chosen = zoomedTo(viewOf(three, size, margin), 8, size, three, goteborg);
  expect(isSeen(chosen, size, goteborg)).toBe(true);
  expect(isSeen(chosen, size, malmo)).toBe(false);
});

it("the scale is a round length that is true and fits", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1, noNaN: true }), (part) => {
      const view = zoomed(viewOf(three, size, margin), part * 1000, size);
      const { meters, pixels } = scaleBar(view, 120);
      expect(pixels).toBeLessThanOrEqual(120.001);
      expect(pixels).toBeGreaterThan(120 / 2.6);
      expect(String(meters)).toMatch(/^[125]0*$/);
    }),
  );
});

it("quiet lines cross the picture, at least four each way and never a wall of them", () => {
  for (const spots of [three, [malmo], [malmo, kobenhavn]]) {
    const { xs, ys } = gridOf(viewOf(spots, size, margin), size);
    expect(xs.length).toBeGreaterThanOrEqual(4);
    expect(xs.length).toBeLessThan(16);
    expect(ys.length).toBeGreaterThanOrEqual(4);
    for (const x of xs) expect(x >= -1 && x <= size.width + 1).toBe(true);
    for (const y of ys) expect(y >= -1 && y <= size.height + 1).toBe(true);
  }
});

it("around Öresund there are coasts of Sweden and Denmark, and on the other side of the earth there is nothing", () => {
  const outlines = readOutlines(outlinesOfEurope);
  const near = pathsOf(outlines, viewOf(three, size, margin), size);
  expect(near.land.length).toBeGreaterThan(500);
  expect(near.coast.length).toBeGreaterThan(500);
  const nordic = [...three, { latitude: 63.4, longitude: 10.4 }];
  expect(pathsOf(outlines, viewOf(nordic, size, margin), size).borders).toMatch(/^M/);
  const faraway = viewOf([{ latitude: -40, longitude: 150 }], size, margin);
  expect(pathsOf(outlines, faraway, size)).toEqual({ land: "", coast: "", borders: "" });
});

it("stores that lie on each other are one bunch, and no store is lost", () => {
  const places = [
    { x: 10, y: 10, place: "a" },
    { x: 14, y: 12, place: "b" },
    { x: 200, y: 10, place: "c" },
  ];
  expect(knotsOf(places, 20)).toEqual([
    { x: 12, y: 11, places: ["a", "b"] },
    { x: 200, y: 10, places: ["c"] },
  ]);
});

it("no name covers another, a knot or the edge; what has no room is left to the list", () => {
  const knot = fc.record({
    ...{ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) },
    size: fc.record({ width: fc.integer({ min: 40, max: 160 }), height: fc.constant(32) }),
  });
  fc.assert(
    fc.property(fc.array(knot, { maxLength: 25 }), (knots) => {
      const labels = labelsOf(knots, size, 8);
      const boxes = labels.flatMap((label, i) => {
        const own = knots[i]?.size ?? { width: 0, height: 0 };
        return label === undefined
          ? []
          : [{ ...label, right: label.left + own.width, bottom: label.top + own.height }];
      });
      for (const [i, a] of boxes.entries()) {
        expect(a.left >= 0 && a.top >= 0 && a.right <= size.width && a.bottom <= size.height).toBe(true);
        for (const b of boxes.slice(i + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
        for (const { x, y } of knots)
          expect(x > a.left && x < a.right && y > a.top && y < a.bottom).toBe(false);
      }
    }),
  );
  expect(labelsOf([{ x: 100, y: 100, size: { width: 60, height: 20 } }], size, 8)).toEqual([
    { left: 112, top: 90, side: "right" },
  ]);
});
