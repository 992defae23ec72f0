// The application identifiers (AI) of GS1: what each may hold and where it stands in a Digital Link. Source: GS1 Barcode
// Syntax Dictionary, release 2026-01-27. Pure.
import { type Check, checks } from "./checks.ts";
import { dictionary } from "./dictionary.gen.ts";

type Component = {
  readonly charset: "N" | "X" | "Y" | "Z";
  readonly least: number;
  readonly most: number;
  readonly optional: boolean;
  readonly checks: readonly Check[];
};

export type ApplicationIdentifier = {
  readonly ai: string;
  /** Its length is fixed beforehand: nothing has to mark its end. */
  readonly fixed: boolean;
  /** It may stand in the query of a Digital Link. */
  readonly inQuery: boolean;
  readonly components: readonly Component[];
  /** It may begin a Digital Link; each list is an order of qualifiers that may follow. */
  readonly key: readonly (readonly string[])[] | undefined;
};

function componentOf(text: string): Component {
  const optional = text.startsWith("[");
  const [type = "", ...more] = text.replace(/[[\]]/g, "").split(",");
  const [, charset = "N", upTo = "", length = "0"] = /^([NXYZ])(\.\.)?(\d+)$/.exec(type) ?? [];
  const most = Number(length);
  return {
    ...{ charset: charset as Component["charset"], most, least: upTo === "" ? most : 1, optional },
    checks: more.flatMap((name) => checks[name] ?? []),
  };
}

/** `dlpkey=22,10,21|235`: no qualifier, or those of one list in its order. */
function keyOf(attributes: string): ApplicationIdentifier["key"] {
  const found = attributes.split(" ").find((one) => one === "dlpkey" || one.startsWith("dlpkey="));
  if (found === undefined) return undefined;
  const [, lists = ""] = found.split("=");
  return lists === "" ? [[]] : lists.split("|").map((list) => list.split(","));
}

const known: ReadonlyMap<string, ApplicationIdentifier> = new Map(
  dictionary.flatMap(([ais, flags, spec, attributes]) => {
    const [first = "", last = first] = ais.split("-");
    const one = {
      ...{ fixed: flags.includes("*"), inQuery: flags.includes("?"), key: keyOf(attributes) },
      components: spec.split(" ").map(componentOf),
    };
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => {
      const ai = String(Number(first) + i).padStart(first.length, "0");
      return [ai, { ...one, ai }] as const;
    });
  }),
);

export const identifierOf = (ai: string): ApplicationIdentifier | undefined => known.get(ai);

/** The identifier that a text begins with; no identifier begins another. */
export function identifierAt(text: string, at: number): ApplicationIdentifier | undefined {
  for (const length of [2, 3, 4]) {
    const found = known.get(text.slice(at, at + length));
    if (found !== undefined && text.length >= at + length) return found;
  }
  return undefined;
}

const charsets: Readonly<Record<Component["charset"], RegExp>> = {
  N: /^\d*$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  Z: /^[-0-9A-Z_a-z]*=*$/,
};

/** Whether it may be the value of the identifier: length, characters, check digits, dates. */
export function isValue({ components }: ApplicationIdentifier, value: string): boolean {
  let at = 0;
  for (const { charset, least, most, optional, checks: all } of components) {
    const part = value.slice(at, at + most);
    if (part === "" && optional) continue;
    if (part.length < least || !charsets[charset].test(part) || !all.every((holds) => holds(part)))
      return false;
    at += part.length;
  }
  return at === value.length && value !== "";
}

/** The most characters that a value of it can have. */
export const longestOf = ({ components }: ApplicationIdentifier): number =>
  components.reduce((all, { most }) => all + most, 0);
