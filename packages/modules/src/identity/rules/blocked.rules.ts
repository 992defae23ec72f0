// The shop's own list of values that say nothing of anybody: exact ones by fingerprint, and patterns that take no time to match.
import type { RuleBody } from "@somlos/contract/rooms/identity-rules";
import { fingerprintOf } from "@somlos/kernel/ids";

/** An identifier or a lane whose value may be listed as one that says nothing of anybody. */
export type Listable = { readonly fp: string; readonly kind: string; readonly value: string | undefined };
type Pattern = RuleBody["blocked"]["patterns"][number];
type Matches = (value: string) => boolean;

/** `*` stands for any text, `?` for one character. Steps back to the last star only: never more than length × length. */
export function matchesGlob(glob: string, value: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0];
  while (from < value.length) {
    if (glob[at] === "*") {
      star = at++;
      mark = from;
    } else if (at < glob.length && (glob[at] === "?" || glob[at] === value[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++mark;
    } else return false;
  }
  while (glob[at] === "*") at++;
  return at === glob.length;
}

const ways: Readonly<Record<Pattern["how"], (text: string) => Matches>> = {
  prefix: (text) => (value) => value.startsWith(text),
  suffix: (text) => (value) => value.endsWith(text),
  contains: (text) => (value) => value.includes(text),
  glob: (text) => (value) => matchesGlob(text, value),
};

/**
 * What is shipped: mailboxes of a role, which are whoever reads them that day. They say nothing of anybody from the first order
 * on; a shop whose customers are such companies takes them off its list, or rules of one mailbox that it is one person's.
 */
export const shippedList: RuleBody["blocked"] = {
  values: [],
  patterns: [
    ...["info", "post", "kontakt", "contact", "order", "orders", "ordre", "bestilling", "bestallning"],
    ...[
      "beställning",
      "faktura",
      "fakturor",
      "invoice",
      "invoices",
      "ekonomi",
      "okonomi",
      "økonomi",
      "billing",
    ],
    ...["kundservice", "kundtjanst", "kundtjänst", "kundeservice", "support", "service", "office", "kontor"],
    ...[
      "reception",
      "receptionen",
      "butik",
      "butiken",
      "butikken",
      "shop",
      "store",
      "sales",
      "salg",
      "forsaljning",
    ],
    ...["försäljning", "inkop", "inköp", "indkob", "indkøb", "noreply", "no-reply"],
  ].map((role) => ({ kind: "email" as const, how: "prefix" as const, text: `${role}@` })),
};

/** Longer values are no address of anybody; they are looked at no further. */
const MOST_CHARACTERS = 400;

export function listOf({ values, patterns }: RuleBody["blocked"]): (node: Listable) => boolean {
  const exact = new Set(values.flatMap(({ fp, also = [] }) => [fp, ...also].map(fingerprintOf)));
  const byKind = new Map<string, readonly Matches[]>(
    [...Map.groupBy(patterns, (one) => one.kind)].map(
      ([kind, all]) => [kind, all.map(({ how, text }) => ways[how](text.toLowerCase()))] as const,
    ),
  );
  if (exact.size === 0 && byKind.size === 0) return () => false;
  return ({ fp, kind, value }) => {
    if (kind === "lane") return false;
    if (exact.has(fp)) return true;
    const some = byKind.get(kind);
    if (some === undefined || value === undefined || value.length > MOST_CHARACTERS) return false;
    const text = value.toLowerCase();
    return some.some((matches) => matches(text));
  };
}
