// Builds the studio without starting anything: for images, where nothing is written later.
import { existsSync } from "node:fs";
import { buildStudio } from "../packages/server/src/studio.ts";

await buildStudio((line) => console.log(line));
if (!existsSync("packages/studio/dist/index.html")) process.exit(1);
