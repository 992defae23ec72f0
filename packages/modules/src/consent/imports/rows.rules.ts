// A row of a file as an act of permission, or why it is none. Pure.
import { type PermissionChannel, permissionChannels } from "@somlos/contract/rooms/consent";
import { carrierKinds } from "@somlos/contract/rooms/consent-say";
import type { Naming } from "../../events/index.ts";
import { hashOf, type SoftFacts } from "../ledger/entries.rules.ts";
import type { PermissionAct, Unwilling } from "../say/acts.rules.ts";
import { actIdOf, type Entities, nameAll } from "../say/told.rules.ts";

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
  return neededColumns.filter((name) => !there.has(name));
};

type Cells = (name: string) => string | null;
export type RowTeller = {
  readonly naming: Naming;
  readonly secret: string;
  readonly entities: Entities;
  readonly now: Date;
};
export type ReadRow = { readonly act: PermissionAct } | { readonly refused: Unwilling | UnwillingRow };
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
const STATES = ["granted", "soft", "withdrawn"];

const word = (cells: Cells, name: string): string | null => cells(name)?.toLowerCase() ?? null;

function timeIn(cells: Cells, state: string, now: Date): Date | undefined {
  const text = cells("at") ?? "";
  return state === "withdrawn" ? timeOfNo(text, now) : timeOf(text);
}

/** What every row must say, whatever its state. */
function common(cells: Cells, teller: RowTeller) {
  const lacks = neededColumns.find((name) => cells(name) === null && !canBeEmpty(cells, name));
  if (lacks !== undefined) return { refused: bad(lacks) };
  const [channel, kind] = [word(cells, "channel"), word(cells, "identifier_kind")];
  const state = word(cells, "state") ?? "";
  if (channel !== null && !permissionChannels.some((one) => one === channel))
    return { refused: bad("channel") };
  if (!STATES.includes(state)) return { refused: bad("state") };
  const carrier = carrierKinds.find((one) => one === kind);
  if (carrier === undefined) return { refused: bad("identifier_kind") };
  const at = timeIn(cells, state, teller.now);
  if (at === undefined) return { refused: bad("at") };
  const entity = cells("entity");
  const entityId = entity === null ? null : teller.entities.idOf(entity);
  const written = [{ kind: carrier, value: cells("identifier") ?? "" }];
  const named = nameAll(teller.naming, written, teller.entities.circlesOf(entityId ?? null));
  if (named === undefined) return { refused: { refused: { code: "consent.identifier_bad" } } as ReadRow };
  if (entityId === undefined) return { refused: { refused: { code: "company.entity_unknown" } } as ReadRow };
  return { channel: channel as PermissionChannel | null, state, at, named, entityId };
}

/** A no may cover every purpose, channel and legal entity, and need not say when. */
const canBeEmpty = (cells: Cells, name: string): boolean =>
  word(cells, "state") === "withdrawn" && ["purpose", "channel", "entity", "at"].includes(name);

export function readRow(values: Readonly<Record<string, unknown>>, teller: RowTeller): ReadRow {
  const cells = cellsOf(values);
  const nested = word(cells, "state") === "withdrawn" ? undefined : nestedIn(values); // a no needs no evidence
  if (nested !== undefined) return bad(nested);
  const row = common(cells, teller);
  if ("refused" in row) return row.refused;
  const { state, at, named, entityId, channel } = row;
  const purpose = cells("purpose");
  const textHash = cells("text_hash")?.toLowerCase() ?? hashIfAny(cells("text"));
  const said = timeOf(cells("at") ?? "")?.getTime() ?? cells("at");
  const id = [purpose, channel, entityId, named[0]?.fp, state, said, textHash].join("\0");
  const shared = { actId: actIdOf(teller.secret, "import", id), named, at, imported: true };
  if (state === "withdrawn") {
    const [collectedBy, cause] = [cells("collected_by"), cells("cause")];
    return { act: { ...shared, act: "withdraw", purpose, channel, entityId, collectedBy, cause } };
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
