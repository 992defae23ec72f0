// How the public registers write: one number a line, or name and address a line, with or without a head. Pure.
import type { RegisterName } from "../law/sets.rules.ts";

/** The country whose numbers and addresses a register holds, and what it holds. */
export const registerOf: Readonly<
  Record<RegisterName, { country: string; holds: readonly ("phone" | "address")[] }>
> = {
  nix_phone: { country: "SE", holds: ["phone"] },
  nix_letter: { country: "SE", holds: ["address"] },
  robinson: { country: "DK", holds: ["address"] },
  reservasjon: { country: "NO", holds: ["phone", "address"] },
};
export const registers = Object.keys(registerOf) as RegisterName[];

export type Listed =
  | { readonly kind: "phone"; readonly value: string }
  | { readonly kind: "address"; readonly value: { street: string; postalCode: string; country: string } };

const QUOTED = /"((?:[^"]|"")*)"|([^;,\t]*)/g;

/** The cells of a line: the separator is the first of tab, semicolon and comma that it has. */
export function cellsOf(line: string): string[] {
  const separator = ["\t", ";", ","].find((sign) => line.includes(sign));
  if (separator === undefined) return [line.trim().replace(/^"(.*)"$/, "$1")];
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    QUOTED.lastIndex = at;
    const isQuoted = line[at] === '"';
    const found = isQuoted ? QUOTED.exec(line) : null;
    const end = found === null ? line.indexOf(separator, at) : line.indexOf(separator, at + found[0].length);
    const until = end < 0 ? line.length : end;
    cells.push((found?.[1]?.replaceAll('""', '"') ?? line.slice(at, until)).trim());
    at = until + 1;
  }
  return cells;
}

const PHONE = /^(?:tel:)?\+?[\d\s()/.-]{6,24}$/i;
/** The day a line is of looks like a number too. */
const DAY = /^(?:\d{4}([-./])\d\d?\1\d\d?|\d\d?([-./])\d\d?\2\d{4})$/;
const POSTAL: Readonly<Record<string, RegExp>> = {
  SE: /^(?:SE?-?\s?)?(\d{3}\s?\d{2})(?:\s+\D.*)?$/i,
  DK: /^(?:DK?-?\s?)?(\d{4})(?:\s+\D.*)?$/i,
  NO: /^(?:NO?-?\s?)?(\d{4})(?:\s+\D.*)?$/i,
};

/**
 * Whom a line names. The postal code is found by its shape, and the street is the nearest cell before it that has a number.
 * Undefined: a head, or a line that names nobody.
 */
export function listedIn(list: RegisterName, line: string): Listed | undefined {
  const { country, holds } = registerOf[list];
  const cells = cellsOf(line).filter((cell) => cell !== "");
  const postal = POSTAL[country];
  if (holds.includes("address") && postal !== undefined && cells.length > 1) {
    const place = cells.findLastIndex((cell, i) => i > 0 && postal.test(cell));
    const street = cells.slice(0, Math.max(0, place)).findLast((cell) => /\p{L}.*\d/u.test(cell));
    const postalCode = postal.exec(cells[place] ?? "")?.[1];
    if (street !== undefined && postalCode !== undefined)
      return { kind: "address", value: { street, postalCode, country } };
  }
  if (!holds.includes("phone")) return undefined;
  const phone = phoneIn(cells);
  return phone === undefined ? undefined : { kind: "phone", value: phone };
}

/** A line may have a number of its own, or a day: what is dialled begins with a zero or a country, else it has eight digits. */
function phoneIn(cells: readonly string[]): string | undefined {
  const numbers = cells.filter((cell) => PHONE.test(cell) && !DAY.test(cell));
  const dialled = numbers.find((cell) => /^(?:tel:)?[(]?[+0]/i.test(cell));
  return dialled ?? numbers.find((cell) => cell.replace(/\D/g, "").length >= 8) ?? numbers[0];
}
