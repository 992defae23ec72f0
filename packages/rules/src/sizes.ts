// A person's sizes by name, and whether a thing fits them: yes, no, or nobody can say. Pure.

/** The facts that are sizes. Lengths in centimetres, the foot in millimetres. */
export const sizeNames = [
  "shoe_size",
  "clothing_size",
  "top_size",
  "trouser_size",
  "dress_size",
  "jacket_size",
  "bra_size",
  "hat_size",
  "glove_size",
  "ring_size",
  "belt_size",
  "height_cm",
  "chest_cm",
  "waist_cm",
  "hip_cm",
  "inseam_cm",
  "foot_length_mm",
] as const;
export type SizeName = (typeof sizeNames)[number];
export type Size = { readonly name: SizeName; readonly value: string };

const others: Readonly<Record<string, SizeName>> = {
  shirt_size: "top_size",
  pants_size: "trouser_size",
  coat_size: "jacket_size",
  shoesize: "shoe_size",
};
const known: ReadonlySet<string> = new Set(sizeNames);
const isSizeName = (name: string): name is SizeName => known.has(name);

/** `shoeSize`, `Shoe size` and `shoe_size` are one. */
export function sizeNameOf(told: string): SizeName | undefined {
  if (told.length > 40) return undefined;
  const name = told
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/[\s.-]+/g, "_")
    .toLowerCase();
  return isSizeName(name) ? name : Object.hasOwn(others, name) ? others[name] : undefined;
}

/** What kind of thing it is, by words in English, Swedish and Danish; the first that fits, and which sizes speak of it. */
const kinds: readonly (readonly [words: RegExp, sizes: readonly SizeName[]])[] = [
  [/shoe|sneaker|\bboots?\b|sandal|skor\b|sko\b|stövl|støvle|känga|kängor|footwear/u, ["shoe_size"]],
  [/trouser|jeans|\bpants\b|byx|bukse|chinos|legging|shorts/u, ["trouser_size", "clothing_size"]],
  [/jacket|\bcoats?\b|parka|jack(a|or)\b|jakke|kappa\b|frakke/u, ["jacket_size", "clothing_size"]],
  [/\bdress(es)?\b|klänning|kjole|skirt|kjol/u, ["dress_size", "clothing_size"]],
  [/\b(bras?|bh|behå)\b/u, ["bra_size"]],
  [/shirt|\btops?\b|sweater|knitwear|hoodie|blouse|blus|tröj|trøje|skjort/u, ["top_size", "clothing_size"]],
  [/glove|handsk/u, ["glove_size"]],
  [/\b(hats?|caps?)\b|mössa|mössor|\bhuer?\b/u, ["hat_size"]],
  [/\bbelts?\b|bälte|bælte/u, ["belt_size"]],
  [/\b(rings?|ringar|ringe)\b/u, ["ring_size"]],
];

export type Worn = {
  readonly name: string;
  readonly category: string | null;
  readonly size: string | null;
  readonly sizes: readonly string[];
};
export type Fit = "fits" | "not" | "unknown";

/** Hers that speaks of this kind of thing: the one named for it before the one for all clothes. */
export function sizeFor(thing: Pick<Worn, "name" | "category">, hers: readonly Size[]): Size | undefined {
  const about = (thing.category ?? thing.name).toLowerCase();
  const names = kinds.find(([words]) => words.test(about))?.[1] ?? [];
  return names.flatMap((name) => hers.find((one) => one.name === name) ?? [])[0];
}

/** The size she looked at counts; where there is none, whether it is sold in hers. */
export function fitOf(thing: Worn, hers: readonly Size[]): Fit {
  const size = sizeFor(thing, hers);
  if (size === undefined) return "unknown";
  const sold = thing.size === null ? thing.sizes : [thing.size];
  const answers = sold.map((one) => sameSize(one, size.value));
  if (answers.includes("fits")) return "fits";
  return answers.length > 0 && answers.every((one) => one === "not") ? "not" : "unknown";
}

type Measure =
  | { readonly kind: "number"; readonly system: string; readonly n: number }
  | { readonly kind: "letter" | "text"; readonly text: string };

const LETTERS = /^(?:(\d)X|(X{0,4}))([SL])$|^M$/;
const WORDS: Readonly<Record<string, string>> = { SMALL: "S", MEDIUM: "M", LARGE: "L" };

function measureOf(text: string): Measure {
  const told = text.trim().toUpperCase().replace(",", ".").replace(/\s*½/, ".5");
  const letter = LETTERS.exec(WORDS[told] ?? told);
  if (letter !== null) {
    const times = letter[1] === undefined ? (letter[2]?.length ?? 0) : Number(letter[1]);
    return { kind: "letter", text: letter[3] === undefined ? "M" : `${times}${letter[3]}` };
  }
  const number = /^(EUR?|UK|US|FR|IT|DE|CM)?\.?\s*(\d{1,3}(?:\.\d)?)\s*(CM)?$/.exec(told);
  if (number === null) return { kind: "text", text: told.replace(/\s+/g, "") };
  const system = number[3] ?? number[1] ?? "EU";
  return { kind: "number", system: system === "EUR" ? "EU" : system, n: Number(number[2]) };
}

const ANY = /^(one ?size|onesize|os)$/i;
const BETWEEN = /^(\d+(?:[.,]\d)?)\s*[-–/]\s*(\d+(?:[.,]\d)?)$/;
const numberIn = (text: string | undefined): number => Number((text ?? "").replace(",", "."));

/** `36-38` and `S/M` are two sizes. A number without a system is European. Two systems cannot be compared. */
function sameSize(sold: string, hers: string): Fit {
  if (ANY.test(sold.trim())) return "fits";
  const mine = measureOf(hers);
  if (mine.kind === "text") return sameText(sold, hers) ? "fits" : "unknown";
  const between = BETWEEN.exec(sold.trim());
  if (between === null || mine.kind !== "number") return among(sold.split("/").map(measureOf), mine);
  if (mine.system !== "EU") return "unknown";
  return mine.n >= numberIn(between[1]) && mine.n <= numberIn(between[2]) ? "fits" : "not";
}

function among(parts: readonly Measure[], mine: Measure): Fit {
  if (parts.some((one) => isSame(one, mine))) return "fits";
  const alike = parts.every((one) => one.kind === mine.kind && systemOf(one) === systemOf(mine));
  return alike ? "not" : "unknown";
}

const sameText = (a: string, b: string): boolean => {
  const [x, y] = [measureOf(a), measureOf(b)];
  return x.kind === "text" && y.kind === "text" && x.text === y.text;
};
const systemOf = (one: Measure): string => (one.kind === "number" ? one.system : one.kind);
const isSame = (a: Measure, b: Measure): boolean =>
  a.kind === "number"
    ? b.kind === "number" && a.system === b.system && a.n === b.n
    : b.kind === a.kind && b.text === a.text;
