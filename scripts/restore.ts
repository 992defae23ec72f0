// npm run restore -- FILE [--over]: puts a backup into the empty database of this home, or, with --over, in place of
// what Sömlös has in it. Stop Sömlös first.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BadSettings, type Config, readConfig } from "@somlos/kernel/config";
import { listMigrations } from "@somlos/kernel/db";
import { type RestoreOptions, restore, withHomeDatabase } from "@somlos/kernel/keep";
import { makeLogger } from "@somlos/kernel/log";
import { forgetTransactions } from "@somlos/modules/events";
import { openHouse, secretsOf } from "../packages/server/src/house.ts";

const say = (line: string) => console.log(line);
/** What the rooms set right, since it must not travel from one PostgreSQL to another. */
const afterRestore: NonNullable<RestoreOptions["afterRestore"]> = [forgetTransactions];

const BOOKS = ["erasures", "withdrawals"];

/** A backup knows nothing of what was erased and withdrawn after it; the books of this home do. */
async function applyBooks(config: Config, url: string): Promise<void> {
  if (!BOOKS.some((name) => existsSync(join(config.home, `${name}.journal`)))) return;
  const quiet: Config = { ...config, role: "api", smtpUrl: undefined };
  const house = await openHouse(quiet, await secretsOf(config), url, makeLogger("warn"));
  await house.close();
  say("What was erased and withdrawn since that backup is erased and withdrawn in it too.");
}

async function run(): Promise<void> {
  const words = process.argv.slice(2);
  const over = words.includes("--over");
  const [file, ...others] = words.filter((word) => word !== "--over");
  if (file === undefined || others.length > 0 || file.startsWith("-"))
    throw Object.assign(new Error("Say one file: npm run restore -- FILE [--over]"), { code: "usage" });
  const config = readConfig();
  const { home, databaseUrl } = config;
  const migrations = await listMigrations();
  if (over) say("Everything that Sömlös has in this database is removed and replaced by the backup.");
  await withHomeDatabase(
    { home, databaseUrl, migrations, afterRestore, log: say, alone: true },
    async (db) => {
      await restore(db, file, { log: say, migrations, over, afterRestore });
      await applyBooks(config, db.url);
    },
  );
}

run().catch((error: unknown) => {
  const known =
    error instanceof BadSettings || typeof (error as { code?: unknown } | null)?.code === "string";
  console.error(known ? (error as Error).message : error);
  process.exitCode = 1;
});
