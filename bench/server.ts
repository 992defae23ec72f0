// What benchmarks share: a server of their own on an empty home, load from another process, medians.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Loaded = { events: number; seconds: number; rate: number; p50: number; p95: number; p99: number };
export type BenchServer = { readonly home: string; readonly url: string; readonly process: ChildProcess };

export const ADMIN = "bench-admin-token-0123456789";
export const KEY = "bench-write-key";

export const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
export const round = (n: number, digits = 0): string =>
  n.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });

export function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
}

/** What is sent: how (one event or a batch a request), what (see `mixes` in load.ts), how much, over how many connections. */
export type Sending = {
  readonly mode: string;
  readonly mix?: string;
  readonly events: number;
  readonly connections: number;
  readonly size: number;
  readonly run: string;
};

export const batchesOf = (events: number, run: string, mix = "plain"): Sending => ({
  mode: "batches",
  mix,
  events,
  connections: 16,
  size: 100,
  run,
});
export const singlesOf = (events: number, run: string, mix = "plain"): Sending => ({
  mode: "singles",
  mix,
  events,
  connections: 64,
  size: 1,
  run,
});

export async function load(url: string, s: Sending): Promise<Loaded> {
  const { mode, events, connections, size, run, mix = "plain" } = s;
  const told = [url, KEY, mode, events, connections, size, run, 11, mix].map(String);
  const child = node([new URL("collect/load.ts", import.meta.url).pathname, ...told]);
  let out = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the load generator ended with ${code}`);
  return JSON.parse(out) as Loaded;
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (await what()) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("it did not come up");
}

/** Starts Sömlös on an empty home, and takes both away afterwards. */
export async function withServer(measure: (server: BenchServer) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "somlos-bench-"));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const url = `http://127.0.0.1:${port}`;
  const flags = JSON.parse(
    await readFile(new URL("../scripts/server-flags.json", import.meta.url), "utf8"),
  ) as string[];
  const server = node([...flags, new URL("../packages/server/src/main.ts", import.meta.url).pathname], {
    PORT: String(port),
    SOMLOS_HOME: home,
    SOMLOS_WRITE_KEY: KEY,
    SOMLOS_ADMIN_TOKEN: ADMIN,
    SOMLOS_LOG: "warn",
  });
  server.stdout?.resume();
  try {
    await until(async () => {
      if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
      return (await fetch(`${url}/health`).catch(() => undefined))?.ok === true;
    });
    await measure({ home, url, process: server });
  } finally {
    if (server.exitCode === null && server.kill("SIGTERM")) await once(server, "exit");
    await rm(home, { recursive: true, force: true });
  }
}
