// Kinds of goods as the tables in data/ tell them: what a kind is called and like, how it is drawn, and its models. Pure.
import type { Sizes, Tongue } from "../catalog.rules.ts";
import { familyOfBought } from "../data/bought.ts";
import { homeFamilies } from "../data/families-home.ts";
import { outsideFamilies } from "../data/families-outside.ts";
import { roomFamilies } from "../data/families-rooms.ts";
import { materialLines } from "../data/materials.ts";
import { wordsInNames } from "../data/words-in-names.ts";
import { type Colour, isColour } from "../pictures/colours.rules.ts";

export type InTongues = Readonly<Record<Tongue, string>>;
/** How many a store has of it. */
export const plenties = ["few", "some", "many", "lots"] as const;
export type Plenty = (typeof plenties)[number];
export type Model = { readonly name: InTongues; readonly price: number };
export type Family = {
  readonly key: string;
  /** Path of the category, with > between. */
  readonly category: string;
  readonly drawing: string;
  readonly material: string;
  readonly care: InTongues;
  readonly colours: readonly Colour[];
  /** How many of the colours each model has. */
  readonly coloursEach: number;
  readonly sizes: Sizes | undefined;
  readonly plenty: Plenty;
  /** Centimetres, of the model that is neither large nor small. */
  readonly measures: readonly number[];
  readonly guaranteeYears: number;
  readonly noun: InTongues;
  readonly says: InTongues;
  readonly brand: string;
  readonly models: readonly Model[];
};

const inTongues = ([sv = "", da = "", en = ""]: readonly string[]): InTongues => ({ sv, da, en });
const materials = new Map(
  materialLines
    .trim()
    .split("\n")
    .map((line) => {
      const [key = "", name = "", ...care] = line.split("|");
      return [key, { name, care: inTongues(care) }] as const;
    }),
);

function must<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`the table of goods is wrong at ${what}`);
  return thing;
}
const oneOf = <T extends string>(list: readonly T[], text: string, what: string): T =>
  must(
    list.find((one) => one === text),
    what,
  );
const runs = ["child", "smallshoe", "shoe", "adult"] as const;

const words = wordsInNames
  .trim()
  .split("\n")
  .map((line) => inTongues(line.split("|")));
/** `Pip, 1,7 l` is `Pip, 1.7 l` in English. */
function nameInTongues(sv: string): InTongues {
  const word = words.find((one) => sv.endsWith(` ${one.sv}`)) ?? { sv: "", da: "", en: "" };
  const stem = sv.slice(0, sv.length - word.sv.length);
  return { sv, da: stem + word.da, en: stem.replace(/(\d),(\d)/g, "$1.$2") + word.en };
}

function modelsIn(text: string): Pick<Family, "brand" | "models"> {
  const [brand = "", list = ""] = text.split(": ");
  const models = list.split("; ").map((model) => {
    const [name = "", price] = model.split("=");
    return { name: nameInTongues(name), price: Number(price) };
  });
  return { brand, models };
}

function familyIn(block: string): Family {
  const [head = "", noun = "", says = "", models = ""] = block.split("\n");
  const [
    key = "",
    category = "",
    drawing = "",
    made = "",
    shades = "",
    each,
    sizes = "",
    plenty = "",
    ...rest
  ] = head.split("|");
  const [measures = "", guaranteeYears] = rest;
  const material = must(materials.get(made), `${key}: ${made}`);
  return {
    ...{ key, category, drawing, material: material.name, care: material.care },
    colours: shades.split(",").map((shade) => must(isColour(shade) ? shade : undefined, `${key}: ${shade}`)),
    coloursEach: Number(each),
    sizes: sizes === "-" ? undefined : oneOf(runs, sizes, key),
    plenty: oneOf(plenties, plenty, key),
    measures: measures === "-" ? [] : measures.split("×").map(Number),
    guaranteeYears: Number(guaranteeYears),
    ...{ noun: inTongues(noun.split("|")), says: inTongues(says.split("|")) },
    ...modelsIn(models),
  };
}

export const families: readonly Family[] = [roomFamilies, homeFamilies, outsideFamilies].flatMap((table) =>
  table.trim().split("\n\n").map(familyIn),
);
/** The kind of goods of each product that people of the demo buy, in their order. */
export const boughtFamilies: readonly Family[] = familyOfBought
  .trim()
  .split(/\s+/)
  .map((key) =>
    must(
      families.find((family) => family.key === key),
      key,
    ),
  );
