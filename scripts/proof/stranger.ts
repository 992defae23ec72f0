// Somebody who has never seen this program: a fresh clone, `npm start`, a client from npm, and nothing else.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export type Account = { readonly uid: number; readonly gid: number; readonly home: string };
export type Clone = {
  readonly path: string;
  readonly account: Account | undefined;
  readonly env: NodeJS.ProcessEnv;
};
export type Program = {
  readonly child: ChildProcess;
  said(): string;
  /** Exit code, or the signal that ended it. */
  ended(): Promise<number | string | null>;
};

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}

function giveAll(path: string, { uid, gid }: Account): void {
  const about = lstatSync(path);
  if (about.isDirectory())
    for (const name of readdirSync(path)) giveAll(join(path, name), { uid, gid, home: "" });
  if (!about.isSymbolicLink()) chownSync(path, uid, gid);
}

/** What is committed, as `git clone` gives it; nothing of our own node_modules, home or settings comes along. */
export async function clone(path: string, account?: Account, more: NodeJS.ProcessEnv = {}): Promise<Clone> {
  const { status, stderr } = spawnSync("git", ["clone", "--quiet", "--no-hardlinks", ROOT, path], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`git clone: ${stderr}`);
  if (account !== undefined) giveAll(path, account);
  const registry = spawnSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).stdout.trim();
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|SOMLOS_|DATABASE_URL$|NODE_OPTIONS$|INIT_CWD$)/i.test(name),
  );
  const path24 = join(ROOT, "node_modules");
  const env = {
    ...Object.fromEntries(kept),
    // Not the Node 24 that our own `npm run` put in front: a stranger's is older.
    PATH: (process.env["PATH"] ?? "")
      .split(":")
      .filter((folder) => !folder.startsWith(path24))
      .join(":"),
    PORT: String(await freePort()),
    npm_config_registry: registry,
    npm_config_update_notifier: "false",
    ...(account !== undefined && { HOME: account.home, USER: "", LOGNAME: "" }),
    ...more,
  };
  return { path, account, env };
}

export function run(at: Clone, command: readonly string[], more: NodeJS.ProcessEnv = {}): Program {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: at.path,
    env: { ...at.env, ...more },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    ...(at.account !== undefined && { uid: at.account.uid, gid: at.account.gid }),
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
  const end = once(child, "close").then(([code, signal]) => (code ?? signal) as number | string | null);
  return { child, said: () => text, ended: () => end };
}

const UP = /^Secrets: .*\n/m;

/** `npm start` until it has told its address; the seconds it took. */
export async function start(at: Clone): Promise<{ program: Program; seconds: number }> {
  const from = performance.now();
  const program = run(at, ["npm", "start"]);
  const { child, said } = program;
  while (!UP.test(said())) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`npm start ended:\n${said()}`);
    if (performance.now() - from > 600_000) throw new Error(`npm start took too long:\n${said()}`);
    await sleep(50);
  }
  return { program, seconds: (performance.now() - from) / 1000 };
}

/** To the program and all it started, as a terminal does. */
export function signal({ child }: Program, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // It has ended already.
  }
}

/** Every process that works in one of these folders: the program, and the PostgreSQL that it started. */
export function workingIn(...folders: string[]): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const cwd = readlinkSync(`/proc/${name}/cwd`);
      const state = readFileSync(`/proc/${name}/stat`, "utf8");
      return folders.some((folder) => cwd === folder || cwd.startsWith(`${folder}/`)) && !/\) Z/.test(state)
        ? [Number(name)]
        : [];
    } catch {
      return []; // gone meanwhile, or not ours to look at
    }
  });
}

export async function killAll(...folders: string[]): Promise<number> {
  let killed = 0;
  for (let pids = workingIn(...folders); pids.length > 0; pids = workingIn(...folders)) {
    for (const pid of pids)
      try {
        process.kill(pid, "SIGKILL");
        killed++;
      } catch {
        // It ended with its parent.
      }
    await sleep(20);
  }
  return killed;
}
