// npm run test:shard: long tests one file after the other, another one first each day, until LONG_MINUTES are over.
// Says what ran and what did not. A file that is stopped when time is up is neither passed nor failed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const MINUTE = 60_000;
/** One file never takes the time of all others. */
const FILE_MOST_MS = Number(process.env["LONG_FILE_MINUTES"] ?? "20") * MINUTE;
/** Not begun with less than this left. */
const FILE_LEAST_MS = Math.min(2 * MINUTE, FILE_MOST_MS);
/** To end servers and databases that the tests started. */
const TIDY_MS = 20_000;

const until = performance.now() + Number(process.env["LONG_MINUTES"] ?? "10") * MINUTE;
const files = globSync("packages/**/*.long.test.ts", {
  exclude: (name) => name.includes("node_modules"),
}).sort();
const first = files.length === 0 ? 0 : Math.floor(Date.now() / 86_400_000) % files.length;
const order = [...files.slice(first), ...files.slice(0, first)];

let running: ChildProcess | undefined;
/** The whole group: workers and what they started end with it. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.once(signal, () => {
    if (running !== undefined) signalGroup(running, "SIGKILL");
    process.exit(1);
  });

/** A folder for what a file makes: whoever still runs on it afterwards is known by it (a PostgreSQL has its own group). */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "somlos-shard-"));
  chmodSync(folder, 0o755); // PostgreSQL runs as another user where we are root
  return folder;
}

function listPidsOn(folder: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((pid) => {
    try {
      const words = /^\d+$/.test(pid) ? readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0") : [];
      return words.some((word) => word.startsWith(`${folder}/`)) ? [Number(pid)] : [];
    } catch {
      return []; // it has ended meanwhile
    }
  });
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended already.
    }
}

/** Ends who still runs on the folder, and removes it. */
async function clearFolder(folder: string): Promise<void> {
  signalAll(listPidsOn(folder), "SIGINT");
  for (let tries = 0; tries < 50 && listPidsOn(folder).length > 0; tries++) await sleep(100);
  signalAll(listPidsOn(folder), "SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

type Run = { readonly text: string; readonly stopped: boolean; readonly seconds: number };

async function runFile(file: string, ms: number): Promise<Run> {
  const began = performance.now();
  const folder = makeFolder();
  const child = spawn(process.execPath, ["scripts/test.ts", "--long", file], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
    env: { ...process.env, TMPDIR: folder },
  });
  running = child;
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    process.stdout.write(part);
    text = (text + part).slice(-20_000);
  });
  let stopped = false;
  const stop = setTimeout(() => {
    stopped = true;
    signalGroup(child, "SIGTERM");
    setTimeout(() => signalGroup(child, "SIGKILL"), TIDY_MS).unref();
  }, ms);
  await once(child, "exit");
  clearTimeout(stop);
  signalGroup(child, "SIGKILL"); // whoever outlived it
  child.stdout.destroy();
  await clearFolder(folder);
  running = undefined;
  return { text, stopped, seconds: Math.round((performance.now() - began) / 1000) };
}

let passed = 0;
let failed = 0;
const told: string[] = [];
for (const file of order) {
  const ms = Math.min(until - performance.now(), FILE_MOST_MS);
  if (ms < FILE_LEAST_MS) {
    told.push(`not begun: ${file}`);
    continue;
  }
  console.log(`\n-- ${file}`);
  const { text, stopped, seconds } = await runFile(file, ms);
  if (stopped) {
    told.push(`stopped after ${seconds} s, its time was up: ${file}`);
    continue;
  }
  const line = /^(\d+) passed, (\d+) failed$/m.exec(text);
  passed += Number(line?.[1] ?? 0);
  failed += Number(line?.[2] ?? 1);
  told.push(`ran in ${seconds} s: ${file}`);
}
console.log("");
for (const line of told) console.log(line);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
