// For tests: a process of its own that starts as a house does, the noes said again and imports gone on with, until it is
// killed. node crash.fixture.ts <database url> <home>
import { openDatabase } from "@somlos/kernel/db";
import { openJournal } from "@somlos/kernel/journal";
import { NO_BOOK, sayNoesAgain } from "../ledger/noes.actions.ts";
import { goOnImporting } from "./imports.actions.ts";
import { houseOn } from "./imports.fixture.ts";

const [, , url, home] = process.argv;
if (url === undefined || home === undefined) throw new Error("give a database url and a home");
process.stdin.resume(); // lives as long as its parent holds the pipe
process.stdin.on("end", () => process.exit(0));
const db = openDatabase(url);
db.recordWith(async () => undefined);
const book = await openJournal(home, NO_BOOK);
await sayNoesAgain(db, book);
await goOnImporting(houseOn(db, home, book));
