// What is written of a person: the habits of whoever writes, and slips of many kinds.
import { type Draw, digits, otherwise, pick, slip, upTo } from "../draw.ts";
import { homeIn, mailOf, type Person } from "./people.ts";
import { type Head, type Tongue, type TongueName, tongues } from "./tongues.ts";

export type Harm = {
  readonly missing: number;
  readonly slips: number;
  readonly moves: number;
  readonly marries: number;
  readonly pets: number;
  readonly turned: number;
};
export const USUAL: Harm = {
  missing: 0.06,
  slips: 0.08,
  moves: 0.1,
  marries: 0.04,
  pets: 0.06,
  turned: 0.02,
};

const two = (value: number): string => String(value).padStart(2, "0");

function dateOf([year, month, day]: Person["born"], way: Tongue["date"]): string {
  if (way === "iso") return `${year}-${two(month)}-${two(day)}`;
  if (way === "m/d/y") return `${month}/${day}/${year}`;
  const mark = way.charAt(1);
  return `${two(day)}${mark}${two(month)}${mark}${year}`;
}

function phoneOf(line: string, { phone: [country] }: Tongue, way: number): string {
  if (way < 0.4) return `${country === "45" ? "" : "0"}${line}`;
  if (way < 0.6) return `+${country}${line}`;
  if (way < 0.8) return `${country === "45" ? "" : "0"}${line.replace(/^(\d{2,3})(\d{3})/, "$1-$2 ")}`;
  return `00${country} ${line.replace(/(\d{3})(?=\d)/g, "$1 ")}`;
}

function secondOf({ middle }: Person, draw: Draw): string {
  if (middle === "" || draw() < 0.5) return "";
  return draw() < 0.5 ? ` ${middle.charAt(0)}` : ` ${middle}`;
}

const titleOf = ({ woman }: Person, { titles: [hers, his, other] }: Tongue, draw: Draw): string => {
  if (draw() < 0.2) return other;
  return woman ? hers : his;
};

/** One name in one cell: "Anna Maria Svensson", "Svensson, Anna", "Fru Anna Svensson", "A. Svensson", "Anna M Svensson". */
function nameOf(person: Person, tongue: Tongue, draw: Draw): string {
  const { given, surname } = person;
  const first = draw() < 0.08 ? `${given.charAt(0)}.` : given;
  const second = secondOf(person, draw);
  const title = draw() < 0.1 ? `${titleOf(person, tongue, draw)} ` : "";
  const way = draw();
  if (way < 0.25) return `${surname}, ${first}${second}`;
  if (way < 0.3) return `${surname} ${first}${second}`;
  if (way < 0.33) return `${first}${second} ${surname}`.toUpperCase();
  return `${title}${first}${second} ${surname}`;
}

const WORDS =
  "ring tillbaka vip ny kund leverans klagade rabatt butik klubb önskar katalog retur söt hund bil stor order vän".split(
    " ",
  );

export function writtenOf(person: Person, name: TongueName, draw: Draw): Record<Head, string> {
  const tongue: Tongue = tongues[name];
  const { home } = person;
  const way = home.way[draw() < 0.15 ? 1 : 0] ?? "";
  const street = tongue.numberFirst
    ? name === "fr"
      ? `${home.house}${way} ${home.street}`
      : `${home.house} ${home.street}${way}`
    : `${home.street}${way} ${home.house}`;
  return {
    given: person.middle !== "" && draw() < 0.12 ? `${person.given} ${person.middle}` : person.given,
    surname: draw() < 0.03 ? person.surname.toUpperCase() : person.surname,
    name: nameOf(person, tongue, draw),
    born: dateOf(person.born, tongue.date),
    street,
    postcode: draw() < 0.3 ? `${home.postcode.slice(0, 3)} ${home.postcode.slice(3)}` : home.postcode,
    town: draw() < 0.05 ? home.town.toUpperCase() : home.town,
    phone: phoneOf(person.phone, tongue, draw()),
    mail: person.mail,
    sex: person.woman ? "F" : "M",
    number: "",
    country: name.toUpperCase(),
    note: Array.from({ length: 3 + upTo(5, draw) }, () => pick(WORDS, draw, 1)).join(" "),
    noise: String(upTo(1_000_000, draw)),
    segment: "ABCD".charAt(upTo(4, draw)),
  };
}

/** Day and month in each other's place, or another year. */
function bornOf(born: Person["born"], draw: Draw): Person["born"] {
  const [year, month, day] = born;
  const turn = draw();
  if (turn < 0.02 && day <= 12) return [year, day, month];
  return turn > 0.99 ? [year + (draw() < 0.5 ? 1 : -10), month, day] : born;
}

/** The same person a while later. */
function later(person: Person, name: TongueName, harm: Harm, draw: Draw): Person {
  const tongue: Tongue = tongues[name];
  const home = draw() < harm.moves ? homeIn(tongue, draw) : person.home;
  const surname = draw() < harm.marries ? pick(tongue.surnames, draw, 1) : person.surname;
  const given = draw() < harm.pets ? (tongue.pets[person.given] ?? person.given) : person.given;
  return {
    ...person,
    home,
    surname,
    given,
    born: bornOf(person.born, draw),
    phone: draw() < 0.15 ? `${tongue.phone[1]}${digits(tongue.phone[2], draw)}` : person.phone,
    mail: draw() < 0.15 ? mailOf(given, surname, person.born[0], tongue, draw) : person.mail,
  };
}

const KEYS = ["qwertyuiopå", "asdfghjklöä", "zxcvbnm"];

/** A finger one key off, a letter heard wrong, an end that fell off: each in its turn. */
function slipped(text: string, draw: Draw): string {
  const way = draw();
  if (way < 0.5) return slip(text, draw);
  if (way < 0.7) return otherwise(text, draw);
  if (way < 0.75) return text.slice(0, Math.max(2, text.length - 1 - upTo(3, draw)));
  const at = upTo(text.length, draw);
  const row = KEYS.find((keys) => keys.includes(text.charAt(at).toLowerCase())) ?? "";
  const other = row.charAt(row.indexOf(text.charAt(at).toLowerCase()) + (draw() < 0.5 ? 1 : -1));
  return other === "" ? slip(text, draw) : text.slice(0, at) + other + text.slice(at + 1);
}

const SAFE: readonly Head[] = ["noise", "note", "segment", "country", "number", "sex"];

/** A row of the file; `again` when the person stands in it already. */
export function rowOf(
  person: Person,
  name: TongueName,
  draw: Draw,
  harm: Harm,
  again: boolean,
): Record<Head, string> {
  const row = writtenOf(again ? later(person, name, harm, draw) : person, name, draw);
  if (again && draw() < harm.turned) [row.given, row.surname] = [row.surname, row.given];
  const slips = harm.slips * (again ? 1 : 0.3);
  for (const [head, text] of Object.entries(row) as [Head, string][]) {
    if (draw() < harm.missing && head !== "number") row[head] = "";
    else if (!SAFE.includes(head) && draw() < slips) row[head] = slipped(text, draw);
  }
  return row;
}
