// npm start: dependencies, Node 24, then the server. The rest of the start is packages/server/src/main.ts.
import { join } from "node:path";
import { ROOT } from "./bootstrap.mjs";
import { runFile } from "./run.mjs";

await runFile(join(ROOT, "packages/server/src/main.ts"), process.argv.slice(2));
