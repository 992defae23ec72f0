// Numbers and addresses that belong to nobody.
// Sweden: PTS keeps these ranges free of subscribers, for books and films. There are 395 of them, so most Swedes in the
// demo have told us no number; nobody shares one.
// Denmark keeps none free. Danish numbers have eight digits and never begin with 0, so +45 0… is as long as a number must
// be, is normalised like one, and can never be given to anybody.
// Mail: .example is kept free of owners by RFC 2606.
import type { Country } from "./chain.rules.ts";

const range = (prefix: string, first: number, count: number, width: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(first + i).padStart(width, "0")}`);

export const swedishMobiles: readonly string[] = range("+4670174", 605, 95, 4);
const swedishLines: Readonly<Record<string, readonly string[]>> = {
  Malmö: range("+4640628", 400, 100, 4),
  Göteborg: range("+4631390", 600, 100, 4),
  Stockholm: range("+46846500", 400, 100, 3),
};

export const isNobodysNumber = (phone: string): boolean =>
  swedishMobiles.includes(phone) ||
  Object.values(swedishLines).some((lines) => lines.includes(phone)) ||
  /^\+450\d{7}$/.test(phone);

/** Gives every number once, in the order of asking. */
export function makePhoneBook(): (who: {
  readonly index: number;
  readonly country: Country;
  readonly town: string;
  readonly old: boolean;
}) => string | undefined {
  const mobiles = [...swedishMobiles];
  const lines = new Map(Object.entries(swedishLines).map(([town, numbers]) => [town, [...numbers]]));
  return ({ index, country, town, old }) => {
    if (country === "DK") return `+450${String(2_048_113 + index * 37).padStart(7, "0")}`;
    return old ? (lines.get(town)?.shift() ?? mobiles.shift()) : mobiles.shift();
  };
}

const FOLD: Readonly<Record<string, string>> = { ø: "o", æ: "ae", ð: "d", ı: "i", ş: "s" };
export const foldName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[øæðış]/g, (letter) => FOLD[letter] ?? letter)
    .normalize("NFD")
    .replace(/[^a-z]/g, "");

/** A mail address for everybody, no two alike, in the order of asking. */
export function makeMailBook(): (first: string, last: string, born: number, turn: number) => string {
  const given = new Set<string>();
  return (first, last, born, turn) => {
    const f = foldName(first);
    const l = foldName(last);
    const forms = [`${f}.${l}`, `${f}${l.slice(0, 1)}${born % 100}`, `${f}.${l}${born % 100}`, `${l}.${f}`];
    const wanted = [...forms.slice(turn % forms.length), ...forms];
    let name = wanted.find((form) => !given.has(form)) ?? `${f}.${l}`;
    for (let n = 2; given.has(name); n++) name = `${f}.${l}${n}`;
    given.add(name);
    return `${name}@post.example`;
  };
}

/** An id as machines make them, from 32 hex digits. */
export function uuidFrom(next: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
