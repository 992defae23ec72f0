// One home, however its flat is written: a register and a shop write the same door in different ways. Where one of them
// names no flat, or only the stairs, nobody can tell them apart: then no letter goes. Pure.
import { uuidOf } from "@somlos/kernel/ids";
import type { Identifier, Naming } from "../../events/index.ts";

/** As `normalAddress` leaves it: street, postal code and country, with neither commas nor dots. */
const HOUSE =
  /^(.*?\p{L}.*?) (\d+)(?:-\d+)? ?(?:(?:uppg|uppgång|port|ing|ingång|opg|opgang|oppgang) )?((?![hukl] 0\d{3})\p{L})?(?= |$)(.*)$/u;
/** The four digits of a Swedish flat, of a Norwegian one, and what a landlord counts by. */
const FLAT = /(?:^| )(?:lgh|lägenhet|lägenhetsnummer|lägenhetsnr|lght)(?: ?nr)? ?(\d{1,4})(?= |$)/u;
const BARE = /^ (1\d{3})(?= |$)/u;
const NORWEGIAN = /(?:^| )([hukl]) ?(\d{2})(\d{2})(?= |$)/u;
const STAIRS = /(?:^| )(\d{1,2}) ?(?:tr|trp|trappor|trappa|sal|etg|etage|etasje)(?= |$)/u;
const GROUND = /(?:^| )(?:nb|bv|st|stuen|bottenvåning|bottenvåningen)(?= |$)/u;
const DANISH = /^ (\d{1,2})(?= |$)/u;
const SIDE = /(?:^| )(tv|th|mf)(?= |$)/u;

type Door = { readonly floor: string; readonly unit: string };

export type Home = {
  /** The house with its stairs and flat, as far as they are told. */
  readonly own: string;
  /** The same, told with less: without the flat, without the stairs. */
  readonly wider: readonly string[];
};

/** In Sweden the first two digits of a flat are the floor: 10 is the ground, 11 one stair up. */
const swedish = (digits: string): Door =>
  digits.length === 4 && digits.startsWith("1")
    ? { floor: String(Number(digits.slice(0, 2)) - 10), unit: digits }
    : { floor: "", unit: `nr ${Number(digits)}` };

function floorIn(rest: string, land: string): string {
  const stairs = STAIRS.exec(rest)?.[1] ?? (land === "dk" ? DANISH.exec(rest)?.[1] : undefined);
  if (stairs !== undefined) return String(Number(stairs));
  return GROUND.test(rest) ? "0" : "";
}

function doorIn(rest: string, land: string): Door {
  const norwegian = land === "no" ? NORWEGIAN.exec(rest) : null;
  if (norwegian !== null) {
    const [, level = "", floor = "", door = ""] = norwegian;
    return {
      floor: level === "h" ? String(Number(floor)) : level + Number(floor),
      unit: `${level}${floor}${door}`,
    };
  }
  const flat = FLAT.exec(rest)?.[1] ?? (land === "se" ? BARE.exec(rest)?.[1] : undefined);
  const told = flat === undefined ? undefined : swedish(flat);
  const floor = told?.floor || floorIn(rest, land);
  return { floor, unit: told?.unit ?? (land === "dk" ? (SIDE.exec(rest)?.[1] ?? "") : "") };
}

/** Undefined: no address of a street, a postal code and a country. */
export function homeOf(address: string): Home | undefined {
  const [street, code, land] = address.split("|");
  if (street === undefined || code === undefined || land === undefined) return undefined;
  const found = HOUSE.exec(street.replace(/^c\/o .*?(?=\p{L}+(?:gatan|vägen|vej|gade|veien|gata) )/u, ""));
  const house = found === null ? street : `${found[1]} ${found[2]}${found[3] ?? ""}`;
  const { floor, unit } = found === null ? { floor: "", unit: "" } : doorIn(found[4] ?? "", land);
  const told = (at: string, flat: string) => `${house}|${code}|${land}|${at}|${flat}`;
  const own = told(floor, unit);
  const wider = [told(floor, ""), told("", "")].filter((one) => one !== own);
  return { own, wider: [...new Set(wider)] };
}

/** By what a line of a register is found. */
export const keysOfLine = ({ own, wider }: Home): string[] => [
  `own ${own}`,
  ...wider.map((one) => `some ${one}`),
];
/** By what somebody is sought: their door, lines that tell less of it, and lines that tell more. */
export const keysSought = ({ own, wider }: Home): string[] => [
  `own ${own}`,
  `some ${own}`,
  ...wider.map((one) => `own ${one}`),
];

const printed = (naming: Naming, keys: readonly string[]) =>
  keys.map((key) => uuidOf(naming.print("listed home", key)));

/** Under what else somebody with this address may stand in a register: uuid texts. */
export function alsoListedAs(naming: Naming, { kind, value }: Pick<Identifier, "kind" | "value">): string[] {
  const home = kind === "address" ? homeOf(value) : undefined;
  return home === undefined ? [] : printed(naming, keysSought(home));
}

/** By what a line is found: a number as it is, a home however its flat is written. */
export function foundBy(naming: Naming, { kind, value, fp }: Identifier): string[] {
  const home = kind === "address" ? homeOf(value) : undefined;
  return home === undefined ? [uuidOf(fp)] : printed(naming, keysOfLine(home));
}
