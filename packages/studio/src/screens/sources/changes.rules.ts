// What changed between two versions of a schema, property by property. Pure.
import type { BreakAction, Shape } from "@somlos/contract/rooms/schemas";

export type Change =
  | {
      readonly kind: "added" | "removed" | "required" | "optional" | "rule" | "others";
      readonly name: string;
    }
  | { readonly kind: "type"; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: "action"; readonly from: BreakAction; readonly to: BreakAction };

type Version = { readonly schema: Shape; readonly action: BreakAction };

const typeWords = ({ type }: Shape): string =>
  type === undefined ? "any" : typeof type === "string" ? type : [...type].sort().join(" | ");

/** One text for what is equal, whatever order its parts were written in. */
const written = (part: unknown): string =>
  JSON.stringify(part, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  ) ?? "";

const without = ({ type: _type, description: _said, ...rule }: Shape): string => written(rule);
const outside = ({ type: _t, properties: _p, required: _r, ...others }: Shape): string => written(others);

function changesOf(name: string, before: Shape, after: Shape): Change[] {
  if (without(before) !== without(after)) return [...typeChange(name, before, after), { kind: "rule", name }];
  return typeChange(name, before, after);
}

/** What a schema names: a property that is only required counts too. */
const namedIn = ({ properties = {}, required = [] }: Shape): ReadonlyMap<string, Shape> =>
  new Map([
    ...Object.entries(properties),
    ...required.filter((name) => properties[name] === undefined).map((name): [string, Shape] => [name, {}]),
  ]);

function typeChange(name: string, before: Shape, after: Shape): Change[] {
  const [from, to] = [typeWords(before), typeWords(after)];
  return from === to ? [] : [{ kind: "type", name, from, to }];
}

export function changesBetween(before: Version, after: Version): readonly Change[] {
  const [was, is] = [before.schema, after.schema];
  const needed = new Set(was.required ?? []);
  const needs = new Set(is.required ?? []);
  const [named, now] = [namedIn(was), namedIn(is)];
  const action: Change[] =
    before.action === after.action ? [] : [{ kind: "action", from: before.action, to: after.action }];
  const gone: Change[] = [...named.keys()]
    .filter((name) => !now.has(name))
    .map((name) => ({ kind: "removed", name }));
  const kept = [...now].flatMap(([name, shape]): Change[] => {
    const old = named.get(name);
    if (old === undefined) return [{ kind: "added", name }];
    const need: Change[] =
      needed.has(name) === needs.has(name) ? [] : [{ kind: needs.has(name) ? "required" : "optional", name }];
    return [...changesOf(name, old, shape), ...need];
  });
  const others: Change[] = outside(was) === outside(is) ? [] : [{ kind: "others", name: "" }];
  return [...action, ...kept, ...gone, ...others];
}
