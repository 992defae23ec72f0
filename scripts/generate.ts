// Writes what is generated: table types of each room and the reference pages. `--check` only says what is out of date.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { withMigratedDatabase } from "./database.ts";
import { gs1Dictionary } from "./generate-gs1.ts";
import { outlinesOfEurope } from "./generate-outlines.ts";
import { type Column, listColumns, referenceOfTables, tableTypes } from "./generate-tables.ts";
import { referenceOfEndpoints, referenceOfRefusals, referenceOfRoles } from "./generate-words.ts";
import { referenceOfLaw } from "./law/generate-law.ts";

const root = new URL("../", import.meta.url);
const roomOf = (column: Column) => column.schema;

async function pages(): Promise<Map<string, string>> {
  const columns = await withMigratedDatabase(listColumns);
  const files = new Map<string, string>();
  for (const [room, own] of Map.groupBy(columns, roomOf)) {
    if (room !== "kernel") files.set(`packages/modules/src/${room}/${room}.tables.ts`, tableTypes(room, own));
  }
  files.set("docs/reference/tables.md", referenceOfTables(columns));
  files.set("docs/reference/endpoints.md", await referenceOfEndpoints());
  files.set("docs/reference/refusals.md", referenceOfRefusals());
  files.set("docs/reference/roles.md", await referenceOfRoles());
  files.set("packages/rules/src/gs1/dictionary.gen.ts", await gs1Dictionary());
  files.set("packages/studio/src/screens/settings/map/outlines.gen.ts", await outlinesOfEurope());
  files.set("docs/law.md", await referenceOfLaw());
  return files;
}

const check = process.argv.includes("--check");
const stale: string[] = [];
for (const [path, text] of await pages()) {
  const place = new URL(path, root);
  const had = await readFile(place, "utf8").catch(() => "");
  if (had === text) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(dirname(place.pathname), { recursive: true });
  await writeFile(place, text);
}
if (check && stale.length > 0) {
  console.error(`Out of date: ${stale.join(", ")}. Run npm run generate and commit.`);
  process.exit(1);
}
console.log(stale.length === 0 ? "Generated files are up to date." : `Written: ${stale.join(", ")}`);
process.exit(0);
