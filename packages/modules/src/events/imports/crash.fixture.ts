// For tests: a process of its own that works on imports until it is killed. node crash.fixture.ts <database url> <home>
import { openDatabase } from "@somlos/kernel/db";
import { makeImporter } from "./importer.ts";
import { openTestHouse } from "./imports.fixture.ts";

const [, , url, home] = process.argv;
if (url === undefined || home === undefined) throw new Error("give a database url and a home");
const house = openTestHouse(openDatabase(url), home);
makeImporter(house).start();
process.stdin.resume(); // lives as long as its parent holds the pipe
process.stdin.on("end", () => process.exit(0));
