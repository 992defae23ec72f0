// GS1 Digital Link URIs (GS1 Digital Link Standard: URI Syntax 1.4): read into application identifiers, and written in their
// canonical form. Pure.
import { escapePath, escapeQuery, unescapePath, unescapeQuery } from "./escape.ts";
import { type ApplicationIdentifier, identifierOf, isValue } from "./identifiers.ts";

export type Element = { readonly ai: string; readonly value: string };

export type LinkOptions = {
  /** A GTIN may stand without its leading zeros (8, 12 or 13 digits): not in the standard, but printed. */
  readonly shortGtin?: boolean;
};

const SHAPE = /^(?:https?|HTTPS?):\/\/([0-9A-Za-z\-.:[\]]+)(\/[^?#]*)(?:\?([^#]*))?(?:#.*)?$/;
/** Characters of a URI; all others are escaped in one. */
const CHARACTERS = /^[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]*$/;
const MOST = 2000;

const isGtinIdentifier = (ai: string): boolean => ai === "01" || ai === "02" || ai === "03";

function elementOf(ai: string, raw: string, { shortGtin = false }: LinkOptions): Element | undefined {
  const found = identifierOf(ai);
  if (found === undefined) return undefined;
  const short = shortGtin && isGtinIdentifier(ai) && /^(\d{8}|\d{12}|\d{13})$/.test(raw);
  const value = short ? raw.padStart(14, "0") : raw;
  return isValue(found, value) ? { ai, value } : undefined;
}

/** The path from its last primary key on, in pairs; what stands before is the stem. */
function keyPath(path: string): readonly (readonly [ai: string, raw: string])[] | undefined {
  const parts = path.split("/").slice(1);
  for (let at = parts.length - 2; at >= 0; at -= 2) {
    if (identifierOf(parts[at] ?? "")?.key === undefined) continue;
    const own = parts.slice(at);
    return Array.from(
      { length: own.length / 2 },
      (_, i) => [own[2 * i] ?? "", own[2 * i + 1] ?? ""] as const,
    );
  }
  return undefined;
}

/** Those qualifiers in one of the orders of their key. */
const isOrder = (lists: readonly (readonly string[])[], qualifiers: readonly string[]): boolean =>
  lists.some((list) => {
    let at = -1;
    return qualifiers.every((one) => {
      const next = list.indexOf(one, at + 1);
      at = next;
      return next >= 0;
    });
  });

/** It could have stood in the path, and so it must. */
const belongsInPath = (key: ApplicationIdentifier, qualifiers: readonly string[], ai: string): boolean =>
  ai === key.ai ||
  Array.from({ length: qualifiers.length + 1 }, (_, at) => qualifiers.toSpliced(at, 0, ai)).some((order) =>
    isOrder(key.key ?? [], order),
  );

function queryPairs(query: string): (readonly [ai: string, raw: string])[] {
  return query.split("&").flatMap((part) => {
    const at = part.indexOf("=");
    const name = part.slice(0, at);
    return at > 0 && /^\d+$/.test(name) ? [[name, unescapeQuery(part.slice(at + 1))] as const] : [];
  });
}

const unique = (elements: readonly Element[]): boolean =>
  new Set(elements.map(({ ai }) => ai)).size === elements.length;

function whole(list: readonly (Element | undefined)[]): Element[] | undefined {
  const found = list.filter((one) => one !== undefined);
  return found.length === list.length ? found : undefined;
}

/** What a Digital Link names, its primary key first; undefined: it is none. Other parameters of the query are left out. */
export function parseDigitalLink(uri: string, options: LinkOptions = {}): Element[] | undefined {
  if (uri.length > MOST || !CHARACTERS.test(uri)) return undefined;
  const [, , path = "", query = ""] = SHAPE.exec(uri) ?? [];
  const pairs = keyPath(path);
  if (pairs === undefined) return undefined;
  const inPath = whole(pairs.map(([ai, raw]) => elementOf(ai, unescapePath(raw), options)));
  const inQuery = whole(queryPairs(query).map(([ai, raw]) => elementOf(ai, raw, options)));
  const key = identifierOf(pairs[0]?.[0] ?? "");
  if (inPath === undefined || inQuery === undefined || key?.key === undefined) return undefined;
  const qualifiers = inPath.slice(1).map(({ ai }) => ai);
  const holds =
    isOrder(key.key, qualifiers) &&
    inQuery.every(({ ai }) => identifierOf(ai)?.inQuery === true && !belongsInPath(key, qualifiers, ai)) &&
    unique([...inPath, ...inQuery]);
  return holds ? [...inPath, ...inQuery] : undefined;
}

const CANONICAL_STEM = "https://id.gs1.org";

/** The qualifiers of a key that are there, in the first of its orders that any of them is of. */
function qualifiersAmong(key: ApplicationIdentifier, elements: readonly Element[]): readonly Element[] {
  const orders = (key.key ?? []).map((list) =>
    list.flatMap((ai) => elements.find((one) => one.ai === ai) ?? []),
  );
  return orders.find((order) => order.length > 0) ?? [];
}

/** The canonical Digital Link of these elements; undefined: none names a thing, or one has no place in a link. */
export function digitalLinkOf(elements: readonly Element[], stem = CANONICAL_STEM): string | undefined {
  const own = elements.filter(({ ai }, i) => elements.findIndex((one) => one.ai === ai) === i);
  if (elements.some(({ ai, value }) => own.find((one) => one.ai === ai)?.value !== value)) return undefined;
  const first = own.find(({ ai }) => identifierOf(ai)?.key !== undefined);
  const key = identifierOf(first?.ai ?? "");
  if (first === undefined || key === undefined) return undefined;
  const qualifiers = qualifiersAmong(key, own);
  const rest = own.filter((one) => one !== first && !qualifiers.includes(one));
  if (!own.every(({ ai, value }) => isValue(identifierOf(ai) ?? key, value))) return undefined;
  if (!rest.every(({ ai }) => identifierOf(ai)?.inQuery === true)) return undefined;
  const fixed = rest.filter(({ ai }) => identifierOf(ai)?.fixed === true);
  const open = rest.filter(({ ai }) => identifierOf(ai)?.fixed !== true);
  const path = [first, ...qualifiers].map(({ ai, value }) => `/${ai}/${escapePath(value)}`).join("");
  const query = [...fixed, ...open].map(({ ai, value }) => `${ai}=${escapeQuery(value)}`).join("&");
  return `${stem.replace(/\/$/, "")}${path}${query === "" ? "" : `?${query}`}`;
}
