// A running Sömlös for a proof: the real program in its own process, on the run's PostgreSQL or on its own embedded one.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env as environment, stdout } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { postgresAddress } from "@somlos/kernel/postgres";
import { testDatabase } from "@somlos/kernel/testing";
import { type Answer, ask, type Taken, taken } from "./asking.ts";
import { killPostgresOf } from "./killing.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export type Keys = {
  readonly writeKey: string;
  readonly serverKey: string;
  readonly adminToken: string;
  readonly secret: string;
};

export type Settings = {
  /** `shared`: a database of its own on the run's PostgreSQL; `embedded`: the one in the home, with full durability. */
  readonly database?: "shared" | "embedded";
  readonly databaseUrl?: string;
  readonly home?: string;
  readonly port?: number;
  readonly keys?: Keys;
  readonly env?: Readonly<Record<string, string>>;
};

export type Server = Keys & {
  readonly url: string;
  readonly port: number;
  readonly home: string;
  readonly pid: number;
  /** For questions in SQL. */
  databaseUrl(): Promise<string>;
  /** What it has printed since the last start. */
  said(): string;
  /** Sends one batch with a key of ours. */
  send(events: readonly object[], key?: "public" | "server", more?: object): Promise<Answer<Taken>>;
  /** Asks our API with the admin token. */
  ask<Body = Record<string, unknown>>(path: string, body?: object, method?: string): Promise<Answer<Body>>;
  /** Ends it as an operator does; the exit code. */
  stop(): Promise<number | null>;
  /** kill -9 of the server and of the PostgreSQL that it started. */
  kill(): Promise<void>;
  killPostgres(): Promise<void>;
  /** Resolves with the exit code when it has ended. */
  ended(): Promise<number | null>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it and removes everything it made. */
  free(): Promise<void>;
};

export const freshKeys = (): Keys => ({
  writeKey: `pk_${randomBytes(12).toString("hex")}`,
  serverKey: `sk_${randomBytes(12).toString("hex")}`,
  adminToken: `at_${randomBytes(16).toString("hex")}`,
  secret: randomBytes(32).toString("hex"),
});

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Numbers of a proof, for whoever reads its output. */
export const print = (line: string): boolean => stdout.write(`${line}\n`);

const running = new Set<ChildProcess>();
const endAll = () => {
  for (const child of running) endGroup(child);
};
process.on("exit", endAll);
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.once(signal, () => {
    endAll();
    process.kill(process.pid, signal);
  });

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/** One process of the program, without waiting for anything. */
export function launch(env: Readonly<Record<string, string>>): { child: ChildProcess; said(): string } {
  const { DATABASE_URL: _theirs, ...inherited } = environment;
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MAIN], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    env: { ...inherited, SOMLOS_LOG: "error", ...env },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-100_000);
    });
  running.add(child);
  child.once("close", () => running.delete(child));
  return { child, said: () => text };
}

/** The exit code, once the process has ended and everything it said has arrived. */
export async function endOf(child: ChildProcess): Promise<number | null> {
  if (running.has(child)) await once(child, "close");
  return child.exitCode;
}

async function healthy(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; await sleep(25)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server ended (${child.exitCode ?? child.signalCode}): ${said()}`);
    const status = await fetch(`${url}/health`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
  }
  throw new Error(`the server did not come up: ${said()}`);
}

type Place = { url: string | undefined; drop(): Promise<void> };

async function placeOf(settings: Settings): Promise<Place> {
  if (settings.databaseUrl !== undefined) return { url: settings.databaseUrl, drop: async () => undefined };
  if (settings.database === "embedded") return { url: undefined, drop: async () => undefined };
  const made = await testDatabase({ most: 1 });
  return { url: made.url, drop: made.drop };
}

export async function startServer(settings: Settings = {}): Promise<Server> {
  const keys = settings.keys ?? freshKeys();
  const place = await placeOf(settings);
  const home = settings.home ?? (await mkdtemp(join(tmpdir(), "somlos-proof-")));
  const port = settings.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PORT: String(port),
    SOMLOS_HOME: home,
    SOMLOS_WRITE_KEY: keys.writeKey,
    SOMLOS_SERVER_KEY: keys.serverKey,
    SOMLOS_ADMIN_TOKEN: keys.adminToken,
    SOMLOS_SECRET: keys.secret,
    ...(place.url === undefined ? {} : { DATABASE_URL: place.url }),
    ...settings.env,
  };
  let now = launch(env);
  const kill = async () => {
    endGroup(now.child);
    if (place.url === undefined) await killPostgresOf(home);
    await endOf(now.child);
  };
  const stop = () => {
    now.child.kill("SIGTERM");
    return endOf(now.child);
  };
  const start = async () => {
    now = launch(env);
    await healthy(url, now.child, now.said);
  };
  const free = async () => {
    await stop();
    if (place.url === undefined) await killPostgresOf(home);
    await place.drop();
    if (settings.home === undefined) await rm(home, { recursive: true, force: true });
  };
  await healthy(url, now.child, now.said).catch(async (error: unknown) => {
    await kill();
    await place.drop();
    throw error;
  });
  return {
    ...keys,
    url,
    port,
    home,
    get pid() {
      return now.child.pid ?? 0;
    },
    databaseUrl: async () => place.url ?? (await postgresAddress(home)) ?? "",
    said: () => now.said(),
    send: (events, key = "public", more = {}) =>
      taken(url, key === "public" ? keys.writeKey : keys.serverKey, events, more),
    ask: (path, body, method) => ask(url, keys.adminToken, path, body, method),
    stop,
    kill,
    killPostgres: () => killPostgresOf(home),
    ended: () => endOf(now.child),
    start,
    async restart() {
      await stop();
      await start();
    },
    free,
  };
}
