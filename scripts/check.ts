// npm run check: format and lint, types, arrows, generated files, tests. Stops at the first part that fails.
import { spawnSync } from "node:child_process";

const node = process.execPath;
const parts: readonly [name: string, command: string, args: readonly string[]][] = [
  ["format and lint", "node_modules/.bin/biome", ["check"]],
  ["types", "node_modules/.bin/tsc", ["-p", "tsconfig.json"]],
  [
    "arrows",
    node,
    [
      "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
      "--config",
      ".dependency-cruiser.cjs",
      "packages",
    ],
  ],
  ["generated files", node, ["scripts/generate.ts", "--check"]],
  ["tests", node, ["scripts/test.ts"]],
];

const only = process.argv.slice(2);
for (const [name, command, args] of parts) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) {
    console.error(`\n${name}: failed`);
    process.exit(status ?? 1);
  }
}
console.log("\nAll parts of the check hold.");
