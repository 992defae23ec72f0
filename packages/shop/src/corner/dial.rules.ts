// Geometry of the dial: five places on an arc, from never at the lower left over the top to always at the lower right.
import { type DialLevel, dialLevels } from "@somlos/contract/rooms/dial";

const FIRST = 150; // degrees, clockwise from three o'clock: on a screen y grows downwards
const STEP = 60;

export type Point = { readonly x: number; readonly y: number };

/** Where a level stands on an arc around a centre. */
export function placeOf(level: DialLevel, centre: Point, radius: number): Point {
  const angle = ((FIRST + STEP * dialLevels.indexOf(level)) * Math.PI) / 180;
  return { x: round(centre.x + radius * Math.cos(angle)), y: round(centre.y + radius * Math.sin(angle)) };
}

/** The arc from one level to another, clockwise, as a path. */
export function arcBetween(from: DialLevel, to: DialLevel, centre: Point, radius: number): string {
  const [a, b] = [placeOf(from, centre, radius), placeOf(to, centre, radius)];
  const wide = (dialLevels.indexOf(to) - dialLevels.indexOf(from)) * STEP > 180 ? 1 : 0;
  return `M${a.x} ${a.y}A${radius} ${radius} 0 ${wide} 1 ${b.x} ${b.y}`;
}

/** The short marks around the knob, every fifth a little longer. */
export function marksAround(centre: Point, radius: number, count = 72): string {
  return Array.from({ length: count }, (_, i) => {
    const angle = (i * 2 * Math.PI) / count;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const length = i % 6 === 0 ? 4 : 3;
    const at = (r: number) => `${round(centre.x + r * cos)} ${round(centre.y + r * sin)}`;
    return `M${at(radius)}L${at(radius + length)}`;
  }).join("");
}

const round = (value: number): number => Math.round(value * 10) / 10;
