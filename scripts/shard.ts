// npm run test:shard: long tests one file after the other, another one first each day, until LONG_MINUTES are over.
// Says what ran and what did not.
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";

const minutes = Number(process.env["LONG_MINUTES"] ?? "10");
const until = Date.now() + minutes * 60_000;
const files = globSync("packages/**/*.long.test.ts", {
  exclude: (name) => name.includes("node_modules"),
}).sort();
const first = files.length === 0 ? 0 : Math.floor(Date.now() / 86_400_000) % files.length;
const order = [...files.slice(first), ...files.slice(0, first)];

let passed = 0;
let failed = 0;
const left: string[] = [];
for (const file of order) {
  const ms = until - Date.now();
  if (ms < 60_000) {
    left.push(file);
    continue;
  }
  console.log(`\n-- ${file}`);
  const run = spawnSync(process.execPath, ["scripts/test.ts", "--long", file], {
    stdio: ["ignore", "pipe", "inherit"],
    timeout: ms,
    killSignal: "SIGTERM",
    encoding: "utf8",
  });
  process.stdout.write(run.stdout);
  const line = /^(\d+) passed, (\d+) failed$/m.exec(run.stdout);
  if (run.signal !== null) left.push(`${file} (stopped: time is up)`);
  else {
    passed += Number(line?.[1] ?? 0);
    failed += Number(line?.[2] ?? 1);
  }
}
for (const file of left) console.log(`not run to its end: ${file}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
