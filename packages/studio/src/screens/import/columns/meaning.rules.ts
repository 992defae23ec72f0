// What each column means, read from a mapping and written back into it. Pure: the mapping is the one truth.
import {
  type FieldRule,
  type ImportIdKind,
  importIdKinds,
  type Mapping,
} from "@somlos/contract/rooms/imports-mapping";

export const forms = ["text", "number", "money", "price", "boolean"] as const;
export type Form = (typeof forms)[number];
export type Meaning = "none" | "time" | "currency" | Form | `id ${ImportIdKind}`;
export const idMeanings = importIdKinds.map((kind): Meaning => `id ${kind}`);

export type Where = "fields" | "lines";
/** Where a column is kept: under which name, of the event or of each of its lines. */
export type Kept = { readonly where: Where; readonly name: string; readonly rule: FieldRule };

type Fields = Readonly<Record<string, FieldRule>>;
type AmountRule = {
  readonly as: "money" | "price";
  readonly currency?: string;
  readonly currencyColumn?: string;
};

export const columnOf = (rule: FieldRule): string | undefined =>
  typeof rule === "string" ? rule : "column" in rule ? rule.column : undefined;
const formOf = (rule: FieldRule): Form =>
  typeof rule === "string" || !("column" in rule) ? "text" : rule.as;
export const isAmount = (rule: FieldRule): rule is Extract<FieldRule, { as: unknown }> & AmountRule =>
  typeof rule !== "string" && "as" in rule && (rule.as === "money" || rule.as === "price");

const allFields = (m: Mapping): (readonly [Where, string, FieldRule])[] => [
  ...Object.entries(m.fields).map(([name, rule]) => ["fields", name, rule] as const),
  ...Object.entries(m.groupBy?.lines ?? {}).map(([name, rule]) => ["lines", name, rule] as const),
];

export function keptOf(m: Mapping, column: string): Kept | undefined {
  const found = allFields(m).find(([, , rule]) => columnOf(rule) === column);
  return found === undefined ? undefined : { where: found[0], name: found[1], rule: found[2] };
}

const namesCurrency = (m: Mapping, column: string): boolean =>
  allFields(m).some(([, , rule]) => isAmount(rule) && rule.currencyColumn === column);

export function meaningOf(m: Mapping, column: string): Meaning {
  if (m.time?.column === column) return "time";
  const id = importIdKinds.find((kind) => m.ids[kind] === column);
  if (id !== undefined) return `id ${id}`;
  const kept = keptOf(m, column);
  if (namesCurrency(m, column) || kept?.name === "currency") return "currency";
  return kept === undefined ? "none" : formOf(kept.rule);
}

const mapFields = (fields: Fields, change: (name: string, rule: FieldRule) => FieldRule | undefined) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, rule]) => {
      const next = change(name, rule);
      return next === undefined ? [] : [[name, next] as const];
    }),
  );

const eachField = (
  m: Mapping,
  change: (name: string, rule: FieldRule) => FieldRule | undefined,
): Mapping => ({
  ...m,
  fields: mapFields(m.fields, change),
  ...(m.groupBy !== undefined && {
    groupBy: { ...m.groupBy, lines: mapFields(m.groupBy.lines, change) },
  }),
});

const without = <Name extends string, Value>(all: Partial<Record<Name, Value>>, column: Value) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== column)) as Partial<
    Record<Name, Value>
  >;

/** The column tells nothing any more, nowhere. What it said of amounts falls back to a fixed currency. */
function clear(m: Mapping, column: string, currency: string): Mapping {
  const { time, ...rest } = m;
  const freed = eachField(rest, (_name, rule) => {
    if (columnOf(rule) === column) return undefined;
    if (!isAmount(rule) || rule.currencyColumn !== column) return rule;
    return { column: rule.column, as: rule.as, currency };
  });
  return {
    ...freed,
    ids: without(m.ids, column),
    ...(time !== undefined && time.column !== column && { time }),
  };
}

/** Names as events have them; one that is taken gets a number. */
export function nameFor(m: Mapping, where: Where, column: string): string {
  const taken = where === "fields" ? m.fields : (m.groupBy?.lines ?? {});
  const wanted =
    column
      .replace(/[^\p{L}\p{N}_.\- ]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 96) || "field";
  let name = wanted;
  for (let n = 2; Object.hasOwn(taken, name); n++) name = `${wanted} ${n}`;
  return name;
}

const currencyColumnIn = (m: Mapping, columns: readonly string[]): string | undefined =>
  columns.find((column) => meaningOf(m, column) === "currency");

function ruleFor(m: Mapping, column: string, form: Form, around: Around): FieldRule {
  if (form === "text") return column;
  if (form === "number" || form === "boolean") return { column, as: form };
  const currencyColumn = currencyColumnIn(m, around.columns);
  return currencyColumn === undefined
    ? { column, as: form, currency: around.currency }
    : { column, as: form, currencyColumn };
}

export type Around = {
  readonly columns: readonly string[];
  /** Of amounts that no column tells the currency of. */
  readonly currency: string;
  readonly zone: string;
  readonly format: string;
};

const keep = (m: Mapping, where: Where, name: string, rule: FieldRule): Mapping =>
  where === "lines" && m.groupBy !== undefined
    ? { ...m, groupBy: { ...m.groupBy, lines: { ...m.groupBy.lines, [name]: rule } } }
    : { ...m, fields: { ...m.fields, [name]: rule } };

/** A column means something else from now on. Whoever had an identifier or the time before loses it. */
export function setMeaning(m: Mapping, column: string, meaning: Meaning, around: Around): Mapping {
  const before = keptOf(m, column);
  const cleared = clear(m, column, around.currency);
  if (meaning === "none") return cleared;
  if (meaning === "time") return { ...cleared, time: { column, format: around.format, zone: around.zone } };
  if (meaning.startsWith("id ")) {
    const kind = meaning.slice(3) as ImportIdKind;
    return { ...cleared, ids: { ...cleared.ids, [kind]: column } };
  }
  if (meaning === "currency") {
    const linked = eachField(cleared, (_name, rule) =>
      isAmount(rule) ? { column: rule.column, as: rule.as, currencyColumn: column } : rule,
    );
    const { currency: _old, ...fields } = linked.fields;
    return { ...linked, fields: { ...fields, currency: column } };
  }
  const where = before?.where ?? "fields";
  const name =
    before === undefined || before.name === "currency" ? nameFor(cleared, where, column) : before.name;
  return keep(cleared, where, name, ruleFor(cleared, column, meaning as Form, around));
}

/** Another name in the event; the order of the columns stays. */
export function rename(m: Mapping, kept: Kept, name: string): Mapping {
  const renamed = (fields: Fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([old, rule]) => [old === kept.name ? name : old, rule] as const),
    );
  if (kept.where === "fields") return { ...m, fields: renamed(m.fields) };
  return m.groupBy === undefined ? m : { ...m, groupBy: { ...m.groupBy, lines: renamed(m.groupBy.lines) } };
}

/** From the event to each of its lines, or back. */
export function move(m: Mapping, kept: Kept, to: Where): Mapping {
  const column = columnOf(kept.rule);
  if (column === undefined || kept.where === to) return m;
  const gone = eachField(m, (_name, rule) => (columnOf(rule) === column ? undefined : rule));
  return keep(gone, to, nameFor(gone, to, kept.name), kept.rule);
}

export const setCurrency = (m: Mapping, column: string, currency: string): Mapping =>
  eachField(m, (_name, rule) =>
    columnOf(rule) === column && isAmount(rule) ? { column, as: rule.as, currency } : rule,
  );

/** Numbers that are amounts after all: every field of these names. */
export const asAmounts = (m: Mapping, names: readonly string[], currency: string): Mapping =>
  eachField(m, (name, rule) => {
    const column = columnOf(rule);
    if (column === undefined || !names.includes(name)) return rule;
    return { column, as: name === "price" ? "price" : "money", currency };
  });

/** Rows belong together by a column: an order of its lines. What is no identifier and no time becomes a line's. */
export function setGroup(m: Mapping, column: string | undefined): Mapping {
  const { groupBy, ...rest } = m;
  if (column === undefined) return { ...rest, fields: { ...m.fields, ...(groupBy?.lines ?? {}) } };
  return groupBy === undefined
    ? { ...rest, fields: {}, groupBy: { columns: [column], lines: m.fields } }
    : { ...m, groupBy: { ...groupBy, columns: [column] } };
}
