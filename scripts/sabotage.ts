// npm run sabotage [-- NAME]: plants one fault after the other in a copy of the tree and expects the tests named with it to
// turn red. A fault that nobody notices fails the run: then the tests prove nothing.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyTree } from "../packages/kernel/src/testing/copy-tree.ts";
import { allFaults } from "./sabotage/all-faults.ts";
import type { Fault } from "./sabotage/faults.ts";

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
const chosen = allFaults.filter((fault) => only === undefined || fault.name === only);
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
