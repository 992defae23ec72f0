// npm run restore -- FILE [--over]: puts a backup into the empty database of this home, or, with --over, in place of
// what Sömlös has in it. Stop Sömlös first.
import { BadSettings, readConfig } from "@somlos/kernel/config";
import { listMigrations } from "@somlos/kernel/db";
import { type RestoreOptions, restore, withHomeDatabase } from "@somlos/kernel/keep";
import { forgetTransactions } from "@somlos/modules/events";

const say = (line: string) => console.log(line);
/** What the rooms set right, since it must not travel from one PostgreSQL to another. */
const afterRestore: NonNullable<RestoreOptions["afterRestore"]> = [forgetTransactions];

async function run(): Promise<void> {
  const words = process.argv.slice(2);
  const over = words.includes("--over");
  const [file, ...others] = words.filter((word) => word !== "--over");
  if (file === undefined || others.length > 0 || file.startsWith("-"))
    throw Object.assign(new Error("Say one file: npm run restore -- FILE [--over]"), { code: "usage" });
  const { home, databaseUrl } = readConfig();
  const migrations = await listMigrations();
  if (over) say("Everything that Sömlös has in this database is removed and replaced by the backup.");
  await withHomeDatabase({ home, databaseUrl, migrations, afterRestore, log: say, alone: true }, (db) =>
    restore(db, file, { log: say, migrations, over, afterRestore }),
  );
}

run().catch((error: unknown) => {
  const known =
    error instanceof BadSettings || typeof (error as { code?: unknown } | null)?.code === "string";
  console.error(known ? (error as Error).message : error);
  process.exitCode = 1;
});
