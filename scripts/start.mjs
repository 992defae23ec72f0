// npm start: dependencies, Node 24, then the server. The rest of the start is packages/server/src/main.ts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./bootstrap.mjs";
import { runFile } from "./run.mjs";

// A small nursery and a heap that grows less far ahead of what lives in it: what an event leaves behind lives a moment only, and
// V8's own choice costs 150 MB and no less time (measured with npm run bench -- collect, which uses the same flags).
const flags = JSON.parse(readFileSync(new URL("server-flags.json", import.meta.url), "utf8"));

await runFile(join(ROOT, "packages/server/src/main.ts"), process.argv.slice(2), flags);
