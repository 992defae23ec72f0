// A row of a file as an act of permission, or why it is none. Pure.
import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { Naming } from "../../events/index.ts";
import { hashOf, type SoftFacts } from "../ledger/entries.rules.ts";
import type { PermissionAct, Unwilling } from "../say/acts.rules.ts";
import { actIdOf, type Entities, nameTo } from "../say/told.rules.ts";
import { channelIn, isEverything, kindIn, type RowState, stateIn } from "./words.rules.ts";

export const neededColumns = [
  "purpose",
  "channel",
  "entity",
  "identifier_kind",
  "identifier",
  "state",
  "at",
] as const;

const otherColumns = [
  ...["text_hash", "text", "collected_by", "place", "how", "active", "concluded", "guardian", "cause"],
  ...["obtained_in_sale", "own_similar_products", "refusal_offered", "refusal_in_messages", "not_refused"],
  ...["sale_ref", "paid"],
];
const knownColumns: ReadonlySet<string> = new Set([...neededColumns, ...otherColumns]);

/** Names as people write them: `Text hash` and `text_hash` are one. */
export const columnKey = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
export const lacking = (columns: readonly string[]): string[] => {
  const there = new Set(columns.map(columnKey));
  return neededColumns.filter((name) => name !== "at" && !there.has(name)); // a no need not say when
};

type Cells = (name: string) => string | null;
export type RowTeller = {
  readonly naming: Naming;
  readonly secret: string;
  readonly entities: Entities;
  readonly purposes: ReadonlySet<string>;
  readonly now: Date;
};
/** `widened`: columns of a no with a word that is not known here, which counts for all. */
export type ReadRow =
  | { readonly act: PermissionAct; readonly widened: readonly string[] }
  | { readonly refused: Unwilling | UnwillingRow };
type UnwillingRow = { readonly code: "company.entity_unknown"; readonly missing?: readonly string[] };

const cellsOf = (values: Readonly<Record<string, unknown>>): Cells => {
  const byKey = new Map(Object.entries(values).map(([name, value]) => [columnKey(name), value]));
  return (name) => {
    const value = byKey.get(name);
    const text = value === undefined || typeof value === "object" ? "" : String(value).trim();
    return text === "" ? null : text;
  };
};

/** A column of ours that holds an object or a list: it would be written down as evidence that nobody can read. */
const nestedIn = (values: Readonly<Record<string, unknown>>): string | undefined =>
  Object.entries(values)
    .filter(([, value]) => typeof value === "object" && value !== null)
    .map(([name]) => columnKey(name))
    .find((name) => knownColumns.has(name));

const DAY_MS = 86_400_000;
const YES = /^(true|1|yes|ja|y|j)$/i;
const NO = /^(false|0|no|nej|n)$/i;
const flag = (text: string | null): boolean | null =>
  text === null ? null : YES.test(text) ? true : NO.test(text) ? false : null;
/** A time without a zone could be anybody's: it is refused. A day alone is its first moment, in UTC. */
const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;
function timeOf(text: string): Date | undefined {
  const at = new Date(ISO.test(text) ? text.replace(" ", "T") : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A no is never refused for its time: a day alone counts to its end, and a time that nobody can read is now. */
function timeOfNo(text: string, now: Date): Date {
  const at = timeOf(text);
  if (at === undefined) return now;
  return DAY.test(text) ? new Date(Math.min(at.getTime() + DAY_MS - 1, now.getTime())) : at;
}

const bad = (column: string): ReadRow => ({ refused: { code: "consent.row_value_bad", missing: [column] } });
function timeIn(cells: Cells, state: RowState, now: Date): Date | undefined {
  const text = cells("at") ?? "";
  return state === "withdrawn" ? timeOfNo(text, now) : timeOf(text);
}

type Scope = {
  readonly purpose: string | null;
  readonly channel: PermissionChannel | null;
  readonly entityId: string | null;
};
const scoped = ["purpose", "channel", "entity"] as const;

/** What a row is about; undefined where its word is not known here. */
function scopeIn(cells: Cells, isNo: boolean, { purposes, entities }: RowTeller) {
  const read = <T>(name: string, known: (text: string) => T | undefined): T | null | undefined => {
    const text = cells(name);
    return text === null || (isNo && isEverything(text)) ? null : known(text);
  };
  return {
    purpose: read("purpose", (text) => (isNo && !purposes.has(text) ? undefined : text)),
    channel: read("channel", channelIn),
    entity: read("entity", (text) => entities.idOf(text)),
  };
}

const scopeOf = ({ purpose, channel, entity }: ReturnType<typeof scopeIn>): Scope => ({
  ...{ purpose: purpose ?? null, channel: channel ?? null, entityId: entity ?? null },
});

/** Who says it, of what, and when. A no is always taken: a purpose, channel or legal entity that nobody knows is all of them. */
function common(cells: Cells, state: RowState | undefined, teller: RowTeller) {
  if (state === undefined) return { refused: bad("state") };
  const isNo = state === "withdrawn";
  const lacks = neededColumns.find((name) => cells(name) === null && !canBeEmpty(name, isNo));
  if (lacks !== undefined) return { refused: bad(lacks) };
  const about = scopeIn(cells, isNo, teller);
  const unknown = scoped.filter((name) => about[name] === undefined);
  if (!isNo && unknown.includes("channel")) return { refused: bad("channel") };
  const value = cells("identifier") ?? "";
  const kind = kindIn(cells("identifier_kind"), value);
  if (kind === undefined) return { refused: bad("identifier_kind") };
  const at = timeIn(cells, state, teller.now);
  if (at === undefined) return { refused: bad("at") };
  const scope = scopeOf(about);
  const named = nameTo(teller.naming, teller.entities, scope.entityId, [{ kind, value }]);
  if (named === undefined) return { refused: { refused: { code: "consent.identifier_bad" } } as ReadRow };
  if (!isNo && unknown.includes("entity"))
    return { refused: { refused: { code: "company.entity_unknown" } } as ReadRow };
  return { ...scope, state, at, named, widened: unknown };
}

/** A no may cover every purpose, channel and legal entity, and need not say when; an address shows what it is. */
const canBeEmpty = (name: string, isNo: boolean): boolean =>
  isNo && ["purpose", "channel", "entity", "at", "identifier_kind"].includes(name);

export function readRow(values: Readonly<Record<string, unknown>>, teller: RowTeller): ReadRow {
  const cells = cellsOf(values);
  const told = stateIn(cells("state"));
  const nested = told === "withdrawn" ? undefined : nestedIn(values); // a no needs no evidence
  if (nested !== undefined) return bad(nested);
  const row = common(cells, told, teller);
  if ("refused" in row) return row.refused;
  const { state, at, named, purpose, entityId, channel, widened } = row;
  const textHash = cells("text_hash")?.toLowerCase() ?? hashIfAny(cells("text"));
  const said = timeOf(cells("at") ?? "")?.getTime() ?? cells("at");
  const id = [purpose, channel, entityId, named[0]?.fp, state, said, textHash].join("\0");
  const shared = { actId: actIdOf(teller.secret, "import", id), named, at, imported: true };
  if (state === "withdrawn") {
    const [collectedBy, cause] = [cells("collected_by"), cells("cause")];
    return { act: { ...shared, act: "withdraw", purpose, channel, entityId, collectedBy, cause }, widened };
  }
  if (purpose === null || channel === null || entityId === null) return bad("purpose");
  const evidence = {
    ...{ textHash, collectedBy: cells("collected_by"), place: cells("place"), how: cells("how") },
    ...{ active: flag(cells("active")), concluded: flag(cells("concluded")) },
  };
  if (textHash === null) return { refused: { code: "consent.incomplete", missing: ["textHash"] } };
  return {
    act: {
      ...{ ...shared, act: "grant", purpose, channels: [channel], entityId, textId: undefined, evidence },
      ...{ soft: state === "soft" ? softOf(cells) : null, guardian: flag(cells("guardian")) === true },
    },
    widened,
  };
}

const hashIfAny = (body: string | null): string | null => (body === null ? null : hashOf(body));
const softOf = (cells: Cells): SoftFacts => ({
  obtainedInSale: flag(cells("obtained_in_sale")),
  ownSimilarProducts: flag(cells("own_similar_products")),
  refusalOffered: flag(cells("refusal_offered")),
  refusalInMessages: flag(cells("refusal_in_messages")),
  notRefused: flag(cells("not_refused")),
  saleRef: cells("sale_ref"),
  paid: flag(cells("paid")),
});
