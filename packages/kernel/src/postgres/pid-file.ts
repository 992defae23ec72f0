import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What a running PostgreSQL says about itself in its data folder. */
export type PidFile = { pid: number; port: number; status: string };

export async function readPidFile(dataDir: string): Promise<PidFile | undefined> {
  const text = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  // Lines are added one by one while it starts: pid, folder, time, port, socket, address, memory, status.
  return { pid, port: Number(lines[3] ?? 0), status: lines[7] ?? "starting" };
}
