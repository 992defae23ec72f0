import { readdir, readFile, readlink, realpath } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { execute } from "./command.ts";
import { codeOf } from "./refusal.ts";

export type Process = { pid: number; parent: number; title: string };

/** When this process was born, in the system's own words; undefined when it does not live (a zombie does not). */
export async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
    if (stat === undefined) return (await hasProc()) || !isThere(pid) ? undefined : "unknown";
    // The name stands in brackets and may hold anything; the fields after the last bracket are safe to split.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  }
  const { code, output } = await execute("ps", ["-o", "stat=,lstart=", "-p", String(pid)]);
  const line = output.trim();
  return code !== 0 || line === "" || line.startsWith("Z") ? undefined : line.replace(/^\S+\s+/, "");
}

/** All PostgreSQL processes that work in this data folder, whatever `postmaster.pid` says or does not say. */
export async function postgresIn(dataDir: string): Promise<Process[]> {
  const folder = await realpath(dataDir).catch(() => dataDir);
  if (process.platform !== "linux" || !(await hasProc())) return listedByPs(folder);
  const names = await readdir("/proc");
  const found = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((name) => inspect(Number(name), folder)),
  );
  return found.filter((one) => one !== undefined);
}

/** The postmaster among them: its children soon carry a title of their own (`postgres: checkpointer`). */
export function postmasterOf(processes: Process[]): Process | undefined {
  const ids = new Set(processes.map((one) => one.pid));
  return processes.find((one) => !one.title.startsWith("postgres:") && !ids.has(one.parent));
}

/** Waits until none of PostgreSQL's processes is left in the folder; false when the time is up. */
export async function goneWithin(dataDir: string, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    if ((await postgresIn(dataDir)).length === 0) return true;
    if (performance.now() >= end) return false;
    await sleep(50);
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

/** A PostgreSQL works with its data folder as current folder: that cannot be left over from another process. */
async function inspect(pid: number, folder: string): Promise<Process | undefined> {
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== folder) return undefined;
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const close = stat.lastIndexOf(")");
    if (stat.slice(stat.indexOf("(") + 1, close) !== "postgres") return undefined;
    const title = (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ").trim();
    return { pid, parent: Number(stat.slice(close + 2).split(" ")[1]), title };
  } catch {
    // Gone in the meantime, or not ours to look at: then it is not our PostgreSQL either.
    return undefined;
  }
}

async function listedByPs(folder: string): Promise<Process[]> {
  const { output } = await execute("ps", ["-axo", "pid=,ppid=,command="]);
  const all = output.split("\n").flatMap((line) => {
    const parts = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return parts ? [{ pid: Number(parts[1]), parent: Number(parts[2]), title: parts[3] ?? "" }] : [];
  });
  const masters = all.filter((one) => /postgres /.test(one.title) && one.title.includes(`-D ${folder} `));
  const ids = new Set(masters.map((one) => one.pid));
  return [...masters, ...all.filter((one) => ids.has(one.parent))];
}

async function hasProc(): Promise<boolean> {
  return readFile("/proc/self/stat").then(
    () => true,
    () => false,
  );
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
