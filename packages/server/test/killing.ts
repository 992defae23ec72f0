// The hard end of an embedded PostgreSQL: the postmaster and all its children, at once, without a word to them.
import { readdir, readFile, readlink, realpath } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { dataDirOf, listMajors } from "@somlos/kernel/postgres";

/** Whatever works in the data folder (a PostgreSQL has it as its current folder). */
async function workingIn(folder: string): Promise<number[]> {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      const at = await readlink(`/proc/${name}/cwd`).catch(() => "");
      return at === folder && !(await isGone(name)) ? Number(name) : 0;
    }),
  );
  return found.filter((pid) => pid > 0);
}

async function isGone(pid: string): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") Z");
  return /\) [ZX]/.test(stat);
}

export async function killPostgresOf(home: string): Promise<void> {
  const major = (await listMajors(home).catch(() => [])).at(-1);
  if (major === undefined) return;
  const folder = await realpath(await dataDirOf(home, major)).catch(() => "");
  for (let pids = await workingIn(folder); pids.length > 0; pids = await workingIn(folder)) {
    for (const pid of pids)
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It ended by itself: its parent was killed a moment before.
      }
    await sleep(5);
  }
}

/** How many PostgreSQL processes still work for this home. */
export async function countPostgres(home: string): Promise<number> {
  const major = (await listMajors(home)).at(-1);
  return major === undefined ? 0 : (await workingIn(await realpath(await dataDirOf(home, major)))).length;
}
