// Who calls a function: imports are followed, through doors that pass a name on, to the file that makes it.
import { posix } from "node:path";
import { type ModuleParts, partsOf, type Source } from "./module-parts.ts";

/** `path#name` of a function where it is made. */
export type Made = `${string}#${string}`;
export type Calls = {
  readonly makes: (made: Made) => boolean;
  /** Files that use it, but for the one that makes it and those that only pass it on. */
  readonly callersOf: (made: Made) => readonly string[];
};

/** Undefined: not ours. */
function fileOf(from: string, path: string): string | undefined {
  if (from.startsWith(".")) return posix.join(posix.dirname(path), from);
  const [, name, inner] = /^@somlos\/(\w+)\/(.+)$/.exec(from) ?? [];
  if (name === undefined) return undefined;
  return name === "modules" || name === "kernel"
    ? `packages/${name}/src/${inner}/index.ts`
    : `packages/${name}/src/${inner}.ts`;
}

export function callsIn(sources: readonly Source[]): Calls {
  const modules = new Map<string, ModuleParts>(sources.map((source) => [source.path, partsOf(source)]));

  /** Where a module has the name from: made here, passed on by name, or perhaps by one of its stars. */
  function waysOf(module: ModuleParts, name: string): readonly { from: string; name: string }[] | undefined {
    if (!module.exports.has(name)) return module.stars.map((from) => ({ from, name }));
    const passed = module.exports.get(name);
    return passed === undefined ? undefined : [passed];
  }
  function makerOf(path: string, name: string, seen: readonly string[] = []): Made | undefined {
    const module = modules.get(path);
    if (module === undefined || seen.includes(path)) return undefined;
    const ways = waysOf(module, name);
    if (ways === undefined) return `${path}#${name}`;
    const made = ways.map((way) => makerOf(fileOf(way.from, path) ?? "", way.name, [...seen, path]));
    return made.find((one) => one !== undefined);
  }

  const callers = new Map<Made, string[]>();
  for (const [path, { imports, uses }] of modules) {
    const used = [...uses].map((use) => {
      const [local = "", member] = use.split(".");
      const { from, name } = imports.get(local) ?? { from: "", name: "" };
      return makerOf(fileOf(from, path) ?? "", name === "*" ? (member ?? "") : name);
    });
    for (const made of new Set(used))
      if (made !== undefined) callers.set(made, [...(callers.get(made) ?? []), path]);
  }
  return {
    makes: (made) => {
      const [path = "", name = ""] = made.split("#");
      return makerOf(path, name) === made;
    },
    callersOf: (made) => callers.get(made) ?? [],
  };
}
