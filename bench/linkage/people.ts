// People, families and companies, and what becomes of them when they are written down once more.
import { type Draw, digits, otherwise, pick, slip, upTo } from "./draw.ts";
import { firmWords, given, hosts, streets, surnames, towns } from "./names.ts";

export type Field =
  | (
      | "street"
      | "postcode"
      | "city"
      | "address"
      | "home_phone"
      | "first_name"
      | "last_name"
      | "full_name"
      | "title"
    )
  | ("birth_date" | "birth_year" | "mobile" | "email" | "login" | "company" | "org_number");
export type Row = { [field in Field]?: string };
type Language = "sv" | "da";

const ascii = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[åä]/g, "a")
    .replace(/[öø]/g, "o")
    .replace(/æ/g, "ae")
    .replace(/[^a-z]/g, "");
const two = (value: number): string => String(value).padStart(2, "0");
const birthday = (draw: Draw): string =>
  `${1930 + upTo(75, draw)}-${two(1 + upTo(12, draw))}-${two(1 + upTo(28, draw))}`;

function home(draw: Draw): Row {
  const town = upTo(towns.length, draw);
  const street = `${pick(streets, draw, 1)}gatan ${1 + upTo(90, draw)}`;
  const [postcode, city] = [`${two(21 + town)}${digits(2, draw)}0`, towns[town] ?? ""];
  return {
    street,
    postcode,
    city,
    address: `${street}, ${postcode} ${city}`,
    home_phone: `040${digits(6, draw)}`,
  };
}

export function human(draw: Draw, language: Language, at: Row = home(draw)): Row {
  const [first, last] = [pick(given[language], draw), at.last_name ?? pick(surnames[language], draw)];
  const birth = birthday(draw);
  return {
    ...at,
    first_name: first,
    last_name: last,
    full_name: `${first} ${last}`,
    title: "aeiy".includes(ascii(first).at(-1) ?? "") ? "Ms" : "Mr",
    birth_date: birth,
    birth_year: birth.slice(0, 4),
    mobile: `07${digits(8, draw)}`,
    email: `${ascii(first)}.${ascii(last)}${upTo(1000, draw)}@${pick(hosts, draw)}`,
    login: `${ascii(first).slice(0, 3)}${ascii(last).slice(0, 4)}${digits(2, draw)}`,
  };
}

export function firm(draw: Draw, language: Language): Row {
  const name = `${pick(surnames[language], draw, 1)} ${pick(firmWords, draw, 1)}`;
  const number = `55${digits(4, draw)}-${digits(4, draw)}`;
  return { ...home(draw), company: `${name} ${language === "sv" ? "AB" : "A/S"}`, org_number: number };
}

export type Harm = { readonly missing: number; readonly typos: number; readonly moves?: number };

function dayFirst(date: string, draw: Draw): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return draw() < 0.1 && Number(day) <= 12 ? `${year}-${day}-${month}` : date;
}

function otherWays(row: Row, draw: Draw): Row {
  const next = { ...row };
  if (draw() < 0.03) [next.first_name, next.last_name] = [next.last_name ?? "", next.first_name ?? ""];
  if (draw() < 0.15) next.email = `${ascii(row.first_name ?? "x")}${upTo(1000, draw)}@${pick(hosts, draw)}`;
  if (draw() < 0.15) next.mobile = `07${digits(8, draw)}`;
  if (next.birth_date !== undefined) next.birth_date = dayFirst(next.birth_date, draw);
  return next;
}

/** The same one, written down once more. */
export function again(row: Row, draw: Draw, harm: Harm): Row {
  const next = otherWays({ ...row, ...(draw() < (harm.moves ?? 0.1) ? home(draw) : {}) }, draw);
  for (const [field, value] of Object.entries(next) as [Field, string][]) {
    if (draw() < harm.missing) next[field] = "";
    else if (draw() < harm.typos) next[field] = draw() < 0.3 ? otherwise(value, draw) : slip(value, draw);
  }
  return next;
}

/** Two to five under one roof: surname, home and phone in common; now and then twins. */
export function family(draw: Draw): Row[] {
  const at = { ...home(draw), last_name: pick(surnames.sv, draw) };
  const members = Array.from({ length: 2 + upTo(4, draw) }, () => human(draw, "sv", at));
  const [first, second] = members;
  if (first !== undefined && second !== undefined && draw() < 0.04)
    Object.assign(second, { birth_date: first.birth_date, birth_year: first.birth_year });
  return members;
}
