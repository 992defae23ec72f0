// What a module imports, exports and uses, read from its syntax: a name in a comment, a text, a type, or of a variable of its own
// is no use of what was imported by that name.
import { parseSync } from "@swc/core";

export type Source = { readonly path: string; readonly text: string };
type Import = { readonly from: string; readonly name: string };
export type ModuleParts = {
  /** Local name: what it stands for; the name `*` is the whole module. */
  readonly imports: ReadonlyMap<string, Import>;
  /** Exported name: what it passes on, or undefined when it is made here. */
  readonly exports: ReadonlyMap<string, Import | undefined>;
  readonly stars: readonly string[];
  /** Local names that are used as values, `whole.member` of a whole module. */
  readonly uses: ReadonlySet<string>;
};

type Node = { readonly type: string; readonly [key: string]: unknown };
const isNode = (thing: unknown): thing is Node =>
  typeof thing === "object" && thing !== null && typeof (thing as { type?: unknown }).type === "string";
const nodesIn = (thing: unknown): Node[] => (Array.isArray(thing) ? thing : [thing]).filter(isNode);
const nameOf = (node: unknown): string => String((node as { value?: unknown } | undefined)?.value ?? "");

/** The names that a pattern gives. */
function namesIn(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === "Identifier") return [nameOf(pattern)];
  if (pattern.type === "AssignmentPatternProperty") return [nameOf(pattern["key"])];
  const inner = ["pat", "left", "argument", "value", "elements", "properties"].flatMap((key) =>
    nodesIn(pattern[key]),
  );
  return inner.flatMap(namesIn);
}

function declared(node: Node): string[] {
  if (node.type === "VariableDeclaration")
    return nodesIn(node["declarations"]).flatMap(({ id }) => namesIn(id));
  return /^(Function|Class)Declaration$/.test(node.type) ? [nameOf(node["identifier"])] : [];
}

/** What a node names for all that is in it: parameters, and the declarations of a block or a loop. */
const namedFor = (node: Node): string[] => [
  ...["params", "param"].flatMap((key) => nodesIn(node[key]).flatMap(namesIn)),
  ...["stmts", "init", "left"].flatMap((key) => nodesIn(node[key]).flatMap(declared)),
  ...(/Expression$/.test(node.type) ? [nameOf(node["identifier"])] : []),
];

/** Types are none, and neither are names of fields. */
const TYPES = /^Ts(?!As|NonNull|Satisfies|ConstAssertion|TypeAssertion|Instantiation|ParameterProperty|Enum)/;
function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([key, value]) =>
    nodesIn(value).filter((one) => !((key === "key" || key === "property") && one.type === "Identifier")),
  );
}
/** Arguments of a call and some others are wrapped without a type. */
const unwrapped = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) =>
      typeof one === "object" && one !== null && !isNode(one) ? nodesIn(Object.values(one)) : [],
    ),
  );

const isName = (node: unknown): node is Node => isNode(node) && node.type === "Identifier";
/** What a node itself uses: `name`, or `whole.member`. */
function usedBy(node: Node): { readonly name: string; readonly use: string }[] {
  if (isName(node)) return [{ name: nameOf(node), use: nameOf(node) }];
  const { object, property } = node;
  if (!isName(object) || !isName(property)) return [];
  return [{ name: nameOf(object), use: `${nameOf(object)}.${nameOf(property)}` }];
}

const NO_VALUES = /^(Import|ExportNamed|ExportAll)/;
function usesIn(top: readonly Node[], imported: ReadonlySet<string>): Set<string> {
  const uses = new Set<string>();
  const walk = (node: Node, free: ReadonlySet<string>): void => {
    if (TYPES.test(node.type) || NO_VALUES.test(node.type)) return;
    const own = namedFor(node).filter((name) => free.has(name));
    const left = own.length === 0 ? free : free.difference(new Set(own));
    for (const { name, use } of usedBy(node)) if (left.has(name)) uses.add(use);
    for (const child of [...childrenOf(node), ...unwrapped(node)]) walk(child, left);
  };
  for (const node of top) walk(node, imported);
  return uses;
}

function importsIn(node: Node): [string, Import][] {
  if (node.type !== "ImportDeclaration" || node["typeOnly"] === true) return [];
  const from = nameOf(node["source"]);
  return nodesIn(node["specifiers"])
    .filter((one) => one["isTypeOnly"] !== true)
    .map((one) => {
      const local = nameOf(one["local"]);
      if (one.type === "ImportNamespaceSpecifier") return [local, { from, name: "*" }];
      if (one.type === "ImportDefaultSpecifier") return [local, { from, name: "default" }];
      return [local, { from, name: one["imported"] ? nameOf(one["imported"]) : local }];
    });
}

function exportsIn(node: Node, imports: ReadonlyMap<string, Import>): [string, Import | undefined][] {
  if (node.type === "ExportDeclaration" && isNode(node["declaration"]))
    return declared(node["declaration"]).map((name) => [name, undefined]);
  if (node.type !== "ExportNamedDeclaration" || node["typeOnly"] === true) return [];
  const from = isNode(node["source"]) ? nameOf(node["source"]) : undefined;
  return nodesIn(node["specifiers"])
    .filter((one) => one["isTypeOnly"] !== true && isNode(one["orig"]))
    .map((one) => {
      const name = nameOf(one["orig"]);
      const as = one["exported"] ? nameOf(one["exported"]) : name;
      return [as, from === undefined ? imports.get(name) : { from, name }];
    });
}

export function partsOf({ path, text }: Source): ModuleParts {
  const tree = parseSync(text, { syntax: "typescript", tsx: path.endsWith(".tsx"), target: "es2022" });
  const body = tree.body as unknown as readonly Node[];
  const imports = new Map(body.flatMap(importsIn));
  return {
    imports,
    exports: new Map(body.flatMap((node) => exportsIn(node, imports))),
    stars: body.filter(({ type }) => type === "ExportAllDeclaration").map(({ source }) => nameOf(source)),
    uses: usesIn(body, new Set(imports.keys())),
  };
}
