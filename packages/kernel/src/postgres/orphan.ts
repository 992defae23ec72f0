import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answers } from "./answers.ts";
import { type PidFile, readPidFile } from "./pid-file.ts";
import { goneWithin, postgresIn, postmasterOf, signal } from "./processes.ts";

export type Patience = { fastSeconds: number; immediateSeconds: number };
export const PATIENCE: Patience = { fastSeconds: 20, immediateSeconds: 5 };
/** A killed process cannot refuse, but on a busy machine it leaves when the system comes to it. */
const KILLED_SECONDS = 20;

/**
 * What an earlier run left behind in a data folder. A PostgreSQL that still runs there and answers to our password
 * is adopted; everything else is ended, and a `postmaster.pid` whose number now belongs to another process removed.
 */
export async function settleLeftovers(
  dataDir: string,
  password: string,
  log: (line: string) => void,
  patience: Patience = PATIENCE,
): Promise<PidFile | undefined> {
  if ((await postgresIn(dataDir)).length > 0) {
    const running = await adoptable(dataDir, password);
    if (running) return running;
    log("A PostgreSQL from an earlier run does not answer: stopping it.");
    await endAll(dataDir, patience);
  }
  await rm(join(dataDir, "postmaster.pid"), { force: true });
  return undefined;
}

/** Ends whatever PostgreSQL works in the folder: asked to stop, then told to, then killed. */
export async function endAll(dataDir: string, patience: Patience = PATIENCE): Promise<void> {
  const master = postmasterOf(await postgresIn(dataDir));
  if (master) {
    signal(master.pid, "SIGINT");
    if (await goneWithin(dataDir, patience.fastSeconds)) return;
    if (postmasterOf(await postgresIn(dataDir))?.pid === master.pid) signal(master.pid, "SIGQUIT");
  }
  // Without a postmaster its children end by themselves; the new one cannot share their memory.
  if (await goneWithin(dataDir, patience.immediateSeconds)) return;
  for (const one of await postgresIn(dataDir)) signal(one.pid, "SIGKILL");
  await goneWithin(dataDir, KILLED_SECONDS);
}

/** Waits while the left-over server is still starting (it may be repairing itself), as long as it makes that known. */
async function adoptable(dataDir: string, password: string): Promise<PidFile | undefined> {
  for (;;) {
    const file = await readPidFile(dataDir);
    const master = postmasterOf(await postgresIn(dataDir));
    if (!file || !master || master.pid !== file.pid) return undefined;
    if (file.status === "ready") return (await canUse(file, dataDir, password)) ? file : undefined;
    if (file.status !== "starting") return undefined;
    await sleep(100);
  }
}

async function canUse(file: PidFile, dataDir: string, password: string): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const answer = await answers(password, file.port, dataDir);
    if (answer !== "busy") return answer === "yes";
    await sleep(500);
  }
  return false;
}
