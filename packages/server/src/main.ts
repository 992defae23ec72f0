// `npm start`: one command starts everything on one port and says where.
import { mkdir } from "node:fs/promises";
import { BadSettings, type Config, readConfig } from "@somlos/kernel/config";
import { listMigrations } from "@somlos/kernel/db";
import { upgradeMajor } from "@somlos/kernel/keep";
import { type Logger, makeLogger } from "@somlos/kernel/log";
import { askFiguresOf } from "@somlos/kernel/meter";
import { type HomeLock, lockHome, type RunningPostgres, startPostgres } from "@somlos/kernel/postgres";
import { openTracing } from "@somlos/kernel/trace";
import { forgetTransactions } from "@somlos/modules/events";
import { type App, openApp } from "./app.ts";
import { buildFronts } from "./fronts.ts";
import { openHouse, secretsOf } from "./house.ts";
import type { State } from "./http/server.ts";
import { readFigures, toldFigures } from "./operate/figures.ts";
import { tellAddresses } from "./tell.ts";

type Opened = { close(): Promise<void> };

/** Says in a sentence why it cannot start, and ends. */
function giveUp(error: unknown): never {
  const known =
    error instanceof BadSettings || typeof (error as { code?: unknown } | null)?.code === "string";
  console.error(known ? (error as Error).message : error);
  process.exit(1);
}

async function findDatabase(
  config: Config,
  log: (line: string) => void,
): Promise<{ url: string; postgres: RunningPostgres | undefined }> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, postgres: undefined };
  await upgradeMajor({
    home: config.home,
    log,
    migrations: await listMigrations(),
    afterRestore: [forgetTransactions],
  });
  const postgres = await startPostgres({ home: config.home, log });
  return { url: postgres.url, postgres };
}

async function start(): Promise<void> {
  const config = readConfig();
  const log = makeLogger(config.log);
  // Closed to others. Root runs PostgreSQL as another user, who must pass through, not look around.
  await mkdir(config.home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const lock: HomeLock = await lockHome(config.home);
  const state: State = { current: "starting", reason: "the database is starting" };
  const open: Opened[] = [{ close: async () => lock.release() }];
  if (config.otelUrl !== undefined) {
    open.push(await openTracing({ url: config.otelUrl, role: config.role }));
  }
  const app = await openApp(config, log, state);
  await app.listen();
  open.push(app);
  const stop = stopper(state, open);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));

  await begin(config, log, app, state, open, stop).catch(async (error: unknown) => {
    for (const thing of open.reverse()) await thing.close().catch(() => undefined); // the reason is told, not what follows
    throw error;
  });
}

/** From an open port to a house that takes events in. What it opens it puts into `open`, in the order of closing. */
async function begin(
  config: Config,
  log: Logger,
  app: App,
  state: State,
  open: Opened[],
  stop: (code: number) => void,
): Promise<void> {
  const say = (line: string) => console.log(line);
  const secrets = await secretsOf(config);
  const built = config.role === "worker" ? Promise.resolve() : buildFronts(say);
  const stopping = () => state.current === "stopping";
  const database = findDatabase(config, say);
  // Known to the stopper before it runs: a stop in the middle of the start leaves no PostgreSQL behind.
  open.splice(1, 0, {
    close: async () => (await database.catch(() => undefined))?.postgres?.stop(),
  });
  const { url, postgres } = await database;
  if (stopping()) return;
  postgres?.onExit(() => {
    if (stopping()) return;
    log.error("PostgreSQL ended; Sömlös ends too and starts clean next time");
    stop(1);
  });
  const house = await openHouse(config, secrets, url, log).catch((error: unknown) => {
    if (stopping()) return undefined;
    throw error;
  });
  if (house === undefined || stopping()) return;
  open.splice(2, 0, house);
  app.furnish(house);
  askFiguresOf(async () => toldFigures(await readFigures(house)));
  open.push({ close: async () => askFiguresOf(undefined) });
  state.current = "ok";
  state.reason = "";
  await built;
  await tellAddresses(config, secrets, house, app.port());
}

/** Stops once: no new events, what is in flight is answered, then everything is closed in reverse order. */
function stopper(state: State, open: Opened[]): (code: number) => void {
  let stopping = false;
  return (code) => {
    if (stopping) return;
    stopping = true;
    state.current = "stopping";
    state.reason = "the server is stopping";
    void (async () => {
      for (const thing of open.reverse()) await thing.close().catch((error: unknown) => console.error(error));
      process.exit(code);
    })();
  };
}

process.on("unhandledRejection", giveUp);
start().catch(giveUp);
