// npm run sabotage [-- NAME]: plants one fault after the other in a copy of the tree and expects the tests named with it to
// turn red. A fault that nobody notices fails the run: then the tests prove nothing.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Fault, faults } from "./sabotage/faults.ts";

const root = new URL("../", import.meta.url).pathname;
const COPIED = [
  "packages",
  "scripts",
  "fixtures",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vitest.config.ts",
];
const NOT_COPIED = /\/(node_modules|dist(\.\w+)*)$/;

/** The tree with links to the libraries; the workspaces are the copy's own. */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), "somlos-sabotage-"));
  for (const name of COPIED)
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !NOT_COPIED.test(path) });
  const modules = join(copy, "node_modules");
  mkdirSync(join(modules, "@somlos"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== "@somlos" && !name.startsWith(".vite"))
      symlinkSync(join(root, "node_modules", name), join(modules, name));
  for (const name of readdirSync(join(copy, "packages")))
    symlinkSync(join(copy, "packages", name), join(modules, "@somlos", name));
  return copy;
}

/** Undefined when the fault was noticed, else what went wrong. */
function plant(copy: string, fault: Fault): string | undefined {
  const path = join(copy, fault.file);
  const sound = readFileSync(path, "utf8");
  const places = sound.split(fault.find).length - 1;
  if (places !== 1) return `the text to break stands ${places} times in ${fault.file}`;
  writeFileSync(
    path,
    sound.replace(fault.find, () => fault.put),
  );
  const run = spawnSync(process.execPath, ["scripts/test.ts", ...fault.tests], {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, SOMLOS_PREPARED: "1" },
  });
  writeFileSync(path, sound);
  const last = run.stdout.trim().split("\n").at(-1) ?? "";
  return run.status !== 0 && /^\d+ passed, [1-9]\d* failed$/.test(last)
    ? undefined
    : `nobody noticed (${last})`;
}

const only = process.argv[2];
const copy = copyTree();
const unnoticed: string[] = [];
const chosen = faults.filter((fault) => only === undefined || fault.name === only);
for (const fault of chosen) {
  const why = plant(copy, fault);
  console.log(
    `${why === undefined ? "noticed  " : "UNNOTICED"} ${fault.name}${why === undefined ? "" : `: ${why}`}`,
  );
  if (why !== undefined) unnoticed.push(fault.name);
}
rmSync(copy, { recursive: true, force: true });
console.log(`\n${chosen.length - unnoticed.length} passed, ${unnoticed.length} failed`);
process.exit(unnoticed.length === 0 && chosen.length > 0 ? 0 : 1);
