// npm run doctor: looks at settings, home, database, log, backups and mail, and says what to do. Ends with 1 when something
// is bad, with 0 otherwise.
import { lineOf } from "../packages/server/src/operate/doctor/check.ts";
import { examine } from "../packages/server/src/operate/doctor/doctor.ts";

const checks = await examine(process.env);
for (const check of checks) console.log(lineOf(check));
const count = (level: string) => checks.filter((check) => check.level === level).length;
console.log(`\n${count("ok")} ok, ${count("warn")} to look at, ${count("bad")} bad`);
process.exit(count("bad") > 0 ? 1 : 0);
