// People as they are, alone or under one roof: what is written of them comes later.
import { type Draw, digits, pick, upTo } from "../draw.ts";
import { type Tongue, type TongueName, tongues } from "./tongues.ts";

export type Home = {
  readonly street: string;
  readonly way: readonly [full: string, short: string];
  readonly house: string;
  readonly postcode: string;
  readonly town: string;
  readonly line: string;
};

export type Person = {
  readonly woman: boolean;
  readonly given: string;
  readonly middle: string;
  readonly surname: string;
  readonly born: readonly [year: number, month: number, day: number];
  readonly home: Home;
  readonly phone: string;
  readonly mail: string;
};

export const ascii = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[æ]/g, "ae")
    .replace(/[ø]/g, "o")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");

const lineOf = ({ phone: [, start, count] }: Tongue, draw: Draw): string => `${start}${digits(count, draw)}`;

export function homeIn(tongue: Tongue, draw: Draw): Home {
  const at = upTo(tongue.towns.length, draw);
  return {
    street: pick(tongue.streets, draw, 1),
    way: tongue.ways[upTo(tongue.ways.length, draw)] ?? ["", ""],
    house: String(1 + upTo(draw() < 0.8 ? 60 : 250, draw)),
    postcode: `${String(10 + at)}${digits(3, draw)}`,
    town: tongue.towns[at] ?? "",
    line: lineOf(tongue, draw),
  };
}

const MARKS = [".", "_", "", ""];

export function mailOf(given: string, surname: string, year: number, tongue: Tongue, draw: Draw): string {
  const [one, two] = [ascii(given), ascii(surname)];
  const mark = MARKS[upTo(4, draw)] ?? "";
  const tail = draw() < 0.3 ? "" : draw() < 0.4 ? String(year).slice(2) : String(upTo(300, draw));
  const names = [`${one}${mark}${two}`, `${one.slice(0, 1)}${two}`, `${two}${mark}${one}`, `${one}${tail}`];
  return `${names[upTo(names.length, draw)] ?? one}${tail}@${pick(tongue.hosts, draw)}`;
}

/** An address belongs to one home: what is taken gets a figure more. */
export function freeMail(mail: string, taken: Set<string>, draw: Draw): string {
  let free = mail;
  while (taken.has(free)) free = mail.replace("@", `${upTo(1000, draw)}@`);
  taken.add(free);
  return free;
}

export type Shared = { readonly surname: string; readonly home: Home; readonly mail: string };

export function personIn(name: TongueName, draw: Draw, shared?: Shared): Person {
  const tongue: Tongue = tongues[name];
  const woman = draw() < 0.5;
  const names = woman ? tongue.women : tongue.men;
  const [given, middle] = [pick(names, draw), draw() < 0.5 ? pick(names, draw, 1) : ""];
  const surname = shared?.surname ?? pick(tongue.surnames, draw);
  const born = [1935 + upTo(72, draw), 1 + upTo(12, draw), 1 + upTo(28, draw)] as const;
  const home = shared?.home ?? homeIn(tongue, draw);
  return {
    woman,
    given,
    middle,
    surname,
    born,
    home,
    phone: shared !== undefined && draw() < 0.4 ? home.line : lineOf(tongue, draw),
    mail: shared !== undefined && draw() < 0.25 ? shared.mail : mailOf(given, surname, born[0], tongue, draw),
  };
}

/** Two to six under one roof; `twins`: the share of all people who have one. */
export function familyIn(name: TongueName, draw: Draw, twins: number): Person[] {
  const tongue: Tongue = tongues[name];
  const surname = pick(tongue.surnames, draw);
  const home = homeIn(tongue, draw);
  const mail = `familj.${ascii(surname)}${upTo(400, draw)}@${pick(tongue.hosts, draw)}`;
  const size = 2 + upTo(5, draw);
  const members = Array.from({ length: size }, () => personIn(name, draw, { surname, home, mail }));
  const [one, two] = members;
  if (one !== undefined && two !== undefined && one.given !== two.given && draw() < (twins * size) / 2)
    members[1] = { ...two, born: one.born };
  // Nobody names two children alike.
  return members.filter((each, at) => members.findIndex((other) => other.given === each.given) === at);
}
