// What is wrong with a mapping, held against the file: sentences for the one who makes it.
import type { MappingProblem, ReaderKind } from "@somlos/contract/rooms/imports";
import type { FieldRule, Mapping } from "@somlos/contract/rooms/imports-mapping";
import { isCurrency } from "./money.rules.ts";
import { makeReadTime } from "./time.rules.ts";

type Problem = Readonly<MappingProblem>;

export function findProblems(mapping: Mapping, columns: readonly string[], reader: ReaderKind): Problem[] {
  // A JSON Lines file may have columns that its first lines do not show.
  const known = reader === "jsonl" ? undefined : new Set(columns);
  const missing = namedColumns(mapping).filter(([, column]) => known?.has(column) === false);
  return [
    ...missing.map(([at]): Problem => ({ at, problem: "no such column" })),
    ...eventProblems(mapping, reader),
    ...timeProblems(mapping),
    ...moneyProblems(mapping),
    ...groupProblems(mapping),
  ];
}

const columnsOf = (place: string, fields: Readonly<Record<string, FieldRule>>): [string, string][] =>
  Object.entries(fields).flatMap(([name, rule]): [string, string][] => {
    if (typeof rule === "string") return [[`${place}.${name}`, rule]];
    if ("value" in rule) return [];
    const own: [string, string] = [`${place}.${name}`, rule.column];
    return rule.currencyColumn === undefined
      ? [own]
      : [own, [`${place}.${name}.currencyColumn`, rule.currencyColumn]];
  });

function namedColumns(m: Mapping): [string, string][] {
  const listed = (place: string, list: readonly string[] | undefined): [string, string][] =>
    (list ?? []).map((column) => [place, column]);
  return [
    ...Object.entries(m.ids).map(([kind, column]): [string, string] => [`ids.${kind}`, column]),
    ...columnsOf("fields", m.fields),
    ...listed("messageId", m.messageId),
    ...listed("time", m.time === undefined ? [] : [m.time.column]),
    ...(m.variants ?? []).map((v): [string, string] => ["variants", v.column]),
    ...listed("groupBy", m.groupBy?.columns),
    ...columnsOf("groupBy.lines", m.groupBy?.lines ?? {}),
  ];
}

function eventProblems(m: Mapping, reader: ReaderKind): Problem[] {
  const { type, name } = m.event;
  if (type === "as_is") {
    const others = m.groupBy !== undefined || m.variants !== undefined || m.time !== undefined;
    if (reader === "csv" || others) return [{ at: "event.type", problem: "not possible" }];
    return [];
  }
  const identify = type === "identify";
  const found: (Problem | false)[] = [
    type === "track" && name === undefined && { at: "event.name", problem: "missing" },
    identify && m.groupBy !== undefined && { at: "groupBy", problem: "not possible" },
    identify && (m.variants?.length ?? 0) > 0 && { at: "variants", problem: "not possible" },
    Object.keys(m.ids).length === 0 && { at: "ids", problem: "missing" },
  ];
  return found.filter((problem) => problem !== false);
}

function timeProblems(m: Mapping): Problem[] {
  if (m.time === undefined) return [];
  if (makeReadTime(m.time.format, undefined) === undefined)
    return [{ at: "time.format", problem: "unknown" }];
  return makeReadTime(m.time.format, m.time.zone) === undefined
    ? [{ at: "time.zone", problem: "unknown" }]
    : [];
}

function moneyProblems(m: Mapping): Problem[] {
  const all = { ...m.fields, ...m.groupBy?.lines };
  return Object.entries(all).flatMap(([name, rule]): Problem[] => {
    if (typeof rule === "string" || "value" in rule || (rule.as !== "money" && rule.as !== "price"))
      return [];
    if (rule.currency === undefined && rule.currencyColumn === undefined)
      return [{ at: `${name}.currency`, problem: "missing" }];
    return rule.currency !== undefined && !isCurrency(rule.currency)
      ? [{ at: `${name}.currency`, problem: "unknown" }]
      : [];
  });
}

function groupProblems({ groupBy }: Mapping): Problem[] {
  if (groupBy?.sum === undefined) return [];
  const { price, quantity, currency } = groupBy.sum;
  const lacks = [price, quantity].filter((name) => !Object.hasOwn(groupBy.lines, name));
  return [
    ...lacks.map((name): Problem => ({ at: `groupBy.sum.${name}`, problem: "missing" })),
    ...(isCurrency(currency) ? [] : [{ at: "groupBy.sum.currency", problem: "unknown" } as const]),
  ];
}
