// npm run bench -- NAME [options]: prints figures against a limit measured in the same run. Never part of the tests.
const [name, ...args] = process.argv.slice(2);
const benches: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<void> }>>> = {
  collect: () => import("./collect/collect.ts"),
  recognise: () => import("./recognise/recognise.ts"),
  linkage: () => import("./linkage/linkage.ts"),
  catalog: () => import("./catalog/catalog.ts"),
};
const found = name === undefined ? undefined : benches[name];
if (found === undefined) {
  console.error(`Which one? ${Object.keys(benches).join(", ")}`);
  process.exit(1);
}
await (await found()).run(args);
process.exit(0);
