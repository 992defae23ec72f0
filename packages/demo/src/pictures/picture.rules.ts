// A picture of a product: drawn by script from simple shapes, in the colour of the variant, on a quiet ground. Pure.
import { type Colour, colours } from "./colours.rules.ts";
import { box, type Drawing, inkOf } from "./drawing.rules.ts";
import { furniture } from "./furniture.rules.ts";
import { holding } from "./holding.rules.ts";
import { kitchen } from "./kitchen.rules.ts";
import { lights } from "./lights.rules.ts";
import { outdoors } from "./outdoors.rules.ts";
import { seats } from "./seats.rules.ts";
import { textiles } from "./textiles.rules.ts";
import { walls } from "./walls.rules.ts";
import { wear } from "./wear.rules.ts";

const drawings: Readonly<Record<string, Drawing>> = {
  ...{
    ...seats,
    ...furniture,
    ...walls,
    ...textiles,
    ...lights,
    ...kitchen,
    ...holding,
    ...outdoors,
    ...wear,
  },
};
export const drawingNames: readonly string[] = Object.keys(drawings);

const groundFrom = (top: string, bottom: string): string =>
  `<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>${box(0, 0, 320, 320, "url(#g)")}`;
const GROUND = groundFrom("#f6f8f8", "#e3e9ea");
/** What is nearly white stands before a darker mist. */
const MIST = groundFrom("#cdd6d8", "#b4c0c3");
const PALE: readonly Colour[] = ["white", "clear"];

/** `kind` tells models of one family apart. */
export function pictureOf(drawing: string, colour: Colour, kind: number): string {
  const draw = drawings[drawing];
  if (draw === undefined) throw new Error(`no drawing ${drawing}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" width="640" height="640">${PALE.includes(colour) ? MIST : GROUND}${draw(inkOf(colours[colour]), kind)}</svg>`;
}
