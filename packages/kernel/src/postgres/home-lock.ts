import { readdir, readFile, readlink, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { birthOf } from "./processes.ts";
import { openHome } from "./record.ts";
import { codeOf, StartRefusal } from "./refusal.ts";

export type HomeLock = { home: string; release(): Promise<void> };

type Holder = { pid: number; born: string; boot: string; space: string; host: string };

const BEAT_MS = 2_000;
const LOST_MS = 60_000;
const held = new Map<string, HomeLock>();

/**
 * One Sömlös a home. The lock is a file `lock.<n>.json`; the highest n holds. Whoever finds the holder dead makes
 * n + 1, which only one can do: so two that take over at the same time never both win.
 */
export async function lockHome(home: string): Promise<HomeLock> {
  const folder = await openHome(home);
  const me = await myself();
  for (;;) {
    const top = await highest(folder);
    if (top > 0) await refuseIfHeld(join(folder, nameOf(top)));
    const path = join(folder, nameOf(top + 1));
    if (!(await create(path, me))) continue;
    if ((await highest(folder)) > top + 1) {
      await rm(path, { force: true });
      continue;
    }
    await removeBelow(folder, top + 1);
    return hold(folder, path);
  }
}

/** The lock that this process already holds on the home, if any. */
export async function heldLock(home: string): Promise<HomeLock | undefined> {
  return held.get(await openHome(home));
}

function hold(home: string, path: string): HomeLock {
  // Processes in another container see our file but not our pid: they watch for this sign of life.
  const beat = setInterval(() => {
    const now = performance.timeOrigin / 1000 + performance.now() / 1000;
    utimes(path, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  let released = false;
  const lock: HomeLock = {
    home,
    release: async () => {
      // The same name may be somebody else's lock by now.
      if (released) return;
      released = true;
      clearInterval(beat);
      if (held.get(home) === lock) held.delete(home);
      await rm(path, { force: true });
    },
  };
  held.set(home, lock);
  return lock;
}

async function refuseIfHeld(path: string): Promise<void> {
  const holder = await readHolder(path);
  if (!holder || !(await lives(holder, path))) return;
  throw new StartRefusal(
    "home.in_use",
    `Another Sömlös runs on this home (pid ${holder.pid}). Stop it, or set SOMLOS_HOME to another folder.`,
  );
}

async function lives(holder: Holder, path: string): Promise<boolean> {
  const me = await myself();
  if (holder.boot === me.boot && holder.space === me.space)
    return (await birthOf(holder.pid)) === holder.born;
  // The machine was started again since.
  if (holder.boot !== me.boot && holder.host === me.host) return false;
  return stillBeats(path);
}

/** For a holder whose processes we cannot see (another container, another machine). */
async function stillBeats(path: string): Promise<boolean> {
  const before = await touched(path);
  const now = performance.timeOrigin + performance.now();
  if (before === undefined || now - before > LOST_MS) return false;
  const end = performance.now() + 2.5 * BEAT_MS;
  while (performance.now() < end) {
    await sleep(200);
    const after = await touched(path);
    if (after !== before) return after !== undefined;
  }
  return false;
}

async function touched(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => undefined,
  );
}

/** The holder; a file that stays empty was left by a process killed while it wrote, and holds nothing. */
async function readHolder(path: string): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as Holder;
    } catch {
      await sleep(50);
    }
  }
  return undefined;
}

async function myself(): Promise<Holder> {
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  const space = await readlink("/proc/self/ns/pid").catch(() => "");
  const born = (await birthOf(process.pid)) ?? "unknown";
  return { pid: process.pid, born, boot: boot.trim(), space, host: hostname() };
}

async function create(path: string, me: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(me), { flag: "wx", mode: 0o644 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

const nameOf = (number: number) => `lock.${number}.json`;

async function numbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const match = /^lock\.(\d+)\.json$/.exec(name);
    return match ? [Number(match[1])] : [];
  });
}

const highest = async (folder: string) => Math.max(0, ...(await numbers(folder)));

async function removeBelow(folder: string, mine: number): Promise<void> {
  const older = (await numbers(folder)).filter((number) => number < mine);
  await Promise.all(older.map((number) => rm(join(folder, nameOf(number)), { force: true })));
}
