// npm run backup -- FILE: writes everything in the database to one file, while Sömlös runs or rests.
// npm run backup -- --check FILE: reads a backup whole and says what it holds.
import { BadSettings, readConfig } from "@somlos/kernel/config";
import { listMigrations } from "@somlos/kernel/db";
import { backup, type Summary, verify, withHomeDatabase } from "@somlos/kernel/keep";
import { forgetTransactions } from "@somlos/modules/events";

const say = (line: string) => console.log(line);
const told = ({ header, totals, fileBytes }: Summary) =>
  `${totals.rows} rows in ${totals.tables} tables, as of ${header.madeAt}, ${fileBytes} bytes.`;

async function run(): Promise<void> {
  const words = process.argv.slice(2);
  const [file, ...others] = words.filter((word) => word !== "--check");
  if (file === undefined || others.length > 0 || file.startsWith("-"))
    throw Object.assign(
      new Error("Say one file: npm run backup -- FILE, or npm run backup -- --check FILE"),
      {
        code: "usage",
      },
    );
  if (words.includes("--check")) return say(`${file} is whole: ${told(await verify(file))}`);
  const { home, databaseUrl } = readConfig();
  const reach = {
    home,
    databaseUrl,
    migrations: await listMigrations(),
    afterRestore: [forgetTransactions],
    log: say,
    alone: false,
  };
  await withHomeDatabase(reach, (db) => backup(db, file, { log: say }));
  say(`${file}: ${told(await verify(file))}`);
}

run().catch((error: unknown) => {
  const known =
    error instanceof BadSettings || typeof (error as { code?: unknown } | null)?.code === "string";
  console.error(known ? (error as Error).message : error);
  process.exitCode = 1;
});
