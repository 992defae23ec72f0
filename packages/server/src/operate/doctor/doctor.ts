// npm run doctor: how it stands with this installation, whether the server runs or rests. Changes nothing.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { machineNow } from "@somlos/kernel/clock";
import { BadSettings, type Config, readConfig } from "@somlos/kernel/config";
import { type Database, openDatabase } from "@somlos/kernel/db";
import { loadServerSettings } from "@somlos/kernel/operate";
import { listMajors, postgresAddress, startPostgres } from "@somlos/kernel/postgres";
import { dataFolderOf } from "../data-folder.ts";
import { bad, type Check, ok, warn } from "./check.ts";
import { checkClock, checkConnections, checkLog, checkSchema, checkServer } from "./database.checks.ts";
import { checkBackups, checkDisk, checkHome, checkPort } from "./home.checks.ts";
import { checkMail, checkMonths, checkParked } from "./house.checks.ts";

function checkSettings(config: Config): Check {
  const open = !/^(127\.|::1$|localhost$)/.test(config.host);
  const secure = config.publicUrl?.startsWith("https://") === true;
  if (config.testClock)
    return warn("settings", "SOMLOS_TEST_CLOCK is on", "never where real people are; start without it");
  return open && !secure
    ? warn(
        "settings",
        `it listens on ${config.host} without an https SOMLOS_URL`,
        "put a proxy with TLS before it (docs/ops/tls.md) and set SOMLOS_URL to the https address",
      )
    : ok("settings", "all can be read");
}

/** The database of the installation: the one of DATABASE_URL, the one that runs, or the one that sleeps in the home. */
async function reach(config: Config): Promise<{ url: string; rest(): Promise<void> } | Check> {
  const rest = async () => undefined;
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, rest };
  const running = await postgresAddress(config.home);
  if (running !== undefined) return { url: running, rest };
  if (!existsSync(join(config.home, "postgres.json")) || (await listMajors(config.home)).length === 0)
    return warn("database", "none was made yet", "npm start makes it");
  const postgres = await startPostgres({ home: config.home, log: () => undefined });
  return { url: postgres.url, rest: () => postgres.stop() };
}

async function examineDatabase(config: Config, db: Database): Promise<Check[]> {
  return db.read(async (tx, now) => {
    const before = machineNow();
    const settings = await loadServerSettings(tx);
    const after = machineNow();
    const general = [...checkServer(settings), checkClock(settings.clock, before, after)];
    if (!settings.ours)
      return [...general, warn("schema", "the database is empty", "npm start makes its tables")];
    const schema = await checkSchema(tx);
    if (schema.level !== "ok") return [...general, schema];
    return [
      ...general,
      schema,
      await checkLog(tx),
      await checkConnections(tx),
      await checkMonths(tx, now),
      await checkParked(tx, now),
      await checkMail(config, tx, now),
    ];
  });
}

async function checkDatabase(config: Config): Promise<Check[]> {
  const reached = await reach(config).catch((error: Error) =>
    bad("database", `it does not start: ${error.message}`, "read the newest file in the home's postgres/log"),
  );
  if ("level" in reached) return [reached];
  const db = openDatabase(reached.url, { most: 1 });
  try {
    return await examineDatabase(config, db);
  } catch (error) {
    const reason = await db.connect().then(
      async (client) => {
        await client.end();
        return (error as Error).message;
      },
      (away: Error) => away.message || (away as { code?: string }).code,
    );
    return [
      bad(
        "database",
        `it does not answer: ${reason}`,
        "check DATABASE_URL, that PostgreSQL runs, and that it has a free connection",
      ),
    ];
  } finally {
    await db.close();
    await reached.rest();
  }
}

async function checkDisks(config: Config): Promise<Check[]> {
  if (!existsSync(config.home)) return [];
  const home = await checkDisk(config.home, "disk");
  if (config.databaseUrl !== undefined) return [home];
  const data = await dataFolderOf(config.home);
  return data.startsWith(config.home) ? [home] : [home, await checkDisk(data, "disk of the database")];
}

/** Every line of the doctor, in the order in which a fault explains the ones below it. */
export async function examine(env: Readonly<Record<string, string | undefined>>): Promise<Check[]> {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    return error.sentences.map((sentence) => bad("settings", sentence, "correct it and ask again"));
  }
  return [
    checkSettings(config),
    ...(await checkHome(config)),
    ...(await checkDisks(config)),
    await checkPort(config),
    ...(await checkDatabase(config)),
    await checkBackups(config),
  ];
}
