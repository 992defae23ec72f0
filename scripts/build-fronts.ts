// Builds what browsers load without starting anything: for images, where nothing is written later.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildFronts, distOf, fronts } from "../packages/server/src/fronts.ts";

await buildFronts((line) => console.log(line));
if (!fronts.every((front) => existsSync(join(distOf(front), "index.html")))) process.exit(1);
