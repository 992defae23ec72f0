// What pictures of goods are made of: simple shapes as SVG, and the shades of one colour. Pure.

/** The shades that one picture is drawn in. */
export type Ink = {
  readonly base: string;
  readonly dark: string;
  readonly deep: string;
  readonly light: string;
  readonly pale: string;
};
/** Draws a thing in a square of 320; `kind` tells models of one family apart. */
export type Drawing = (ink: Ink, kind: number) => string;

export const OAK = "#c79f68";
export const OAK_DARK = "#a27c48";
export const BLACK = "#2b3134";
export const STEEL = "#a3adb0";
export const STEEL_DARK = "#788386";
export const WHITE = "#fbfcfc";
export const LEAF = "#5f8a63";

const two = (n: number): string => Math.round(n).toString(16).padStart(2, "0");
/** A share of the way from one colour to another. */
export function mix(from: string, to: string, share: number): string {
  const part = (hex: string, i: number) => Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
  return `#${[0, 1, 2].map((i) => two(part(from, i) + (part(to, i) - part(from, i)) * share)).join("")}`;
}
export const inkOf = (base: string): Ink => ({
  base,
  dark: mix(base, "#1c2427", 0.18),
  deep: mix(base, "#1c2427", 0.36),
  light: mix(base, "#ffffff", 0.18),
  pale: mix(base, "#ffffff", 0.42),
});

const n = (value: number): string => String(Math.round(value * 10) / 10);
export const box = (x: number, y: number, w: number, h: number, fill: string, r = 0): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${r === 0 ? "" : ` rx="${n(r)}"`} fill="${fill}"/>`;
export const disc = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"/>`;
export const oval = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"/>`;
export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;
/** A line that ends round. */
export const line = (d: string, stroke: string, width: number, dash = ""): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${dash === "" ? "" : ` stroke-dasharray="${dash}"`}/>`;
export const ring = (x: number, y: number, r: number, stroke: string, width: number): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}"/>`;
export const turned = (angle: number, x: number, y: number, inside: string): string =>
  `<g transform="rotate(${n(angle)} ${n(x)} ${n(y)})">${inside}</g>`;
/** The right half of something drawn left of the middle. */
export const mirrored = (inside: string): string => `<g transform="matrix(-1 0 0 1 320 0)">${inside}</g>`;
export const both = (inside: string): string => inside + mirrored(inside);
export const times = (count: number, draw: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => draw(i)).join("");
/** What stands throws a soft shadow on the floor. */
export const shadow = (half: number, y = 254, x = 160): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(half)}" ry="${n(Math.max(5, half / 14))}" fill="#1c2427" opacity=".13"/>`;
export const seeThrough = (opacity: number, inside: string): string =>
  `<g opacity="${n(opacity)}">${inside}</g>`;
