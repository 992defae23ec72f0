// From what is wrong with a mapping to the place on the screen where it is said. Pure.
import type { MappingProblem } from "@somlos/contract/rooms/imports";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { columnOf, keptOf } from "./meaning.rules.ts";

export type Problem = MappingProblem["problem"] | "bad name";
/** `column` is undefined when it belongs to no column: then `at` names the part. */
export type Placed = { readonly column: string | undefined; readonly at: string; readonly problem: Problem };

const partOf = (m: Mapping, at: string): string | undefined => {
  if (at.startsWith("ids.")) return m.ids[at.slice(4) as keyof Mapping["ids"]];
  if (at.startsWith("time")) return m.time?.column;
  const field = /^(?:fields|groupBy\.lines)\.(.+?)(?:\.currencyColumn)?$/.exec(at)?.[1];
  const amount = /^(.+)\.currency$/.exec(at)?.[1];
  const name = field ?? amount;
  const rule = name === undefined ? undefined : (m.fields[name] ?? m.groupBy?.lines[name]);
  return rule === undefined ? undefined : columnOf(rule);
};

export const placeProblems = (m: Mapping, problems: readonly MappingProblem[]): Placed[] =>
  problems.map(({ at, problem }) => ({ column: partOf(m, at), at, problem }));

const NAME = /^(?!__proto__$|constructor$|prototype$)[\p{L}\p{N}_.\- ]{1,100}$/u;

/** What the server would not even read: names of fields and of the event. */
export function ownProblems(m: Mapping, columns: readonly string[]): Placed[] {
  const names = columns.flatMap((column): Placed[] => {
    const kept = keptOf(m, column);
    return kept === undefined || NAME.test(kept.name) ? [] : [{ column, at: "name", problem: "bad name" }];
  });
  const unnamed = m.event.type === "track" && (m.event.name ?? "").trim() === "";
  return unnamed ? [...names, { column: undefined, at: "event.name", problem: "missing" }] : names;
}
