// The home and the machine: modes, secrets, disk, port, backups.
import { stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { machineNow } from "@somlos/kernel/clock";
import type { Config } from "@somlos/kernel/config";
import { backupAge, listBackups, madeAt, readHeader, verify } from "@somlos/kernel/keep";
import { bad, bytesInWords, type Check, inWords, ok, warn } from "./check.ts";

const modeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    (found) => found.mode & 0o777,
    () => undefined,
  );

export async function checkHome({ home, secret }: Config): Promise<Check[]> {
  const mode = await modeOf(home);
  if (mode === undefined)
    return [
      warn("home", `${home} is not there yet`, "npm start makes it; or set SOMLOS_HOME to the right folder"),
    ];
  const secrets = await modeOf(join(home, "secrets.json"));
  return [
    (mode & 0o066) === 0
      ? ok("home", `${home}, closed to others`)
      : warn("home", `${home} can be read by others (mode ${mode.toString(8)})`, `chmod 700 ${home}`),
    secrets === undefined
      ? warn("secrets", "no secrets.json in the home yet", "npm start makes it")
      : (secrets & 0o077) === 0
        ? ok(
            "secrets",
            `readable by the owner only${secret === undefined ? "" : "; SOMLOS_SECRET wins over it"}`,
          )
        : bad(
            "secrets",
            `secrets.json can be read by others (mode ${secrets.toString(8)})`,
            `chmod 600 ${join(home, "secrets.json")}`,
          ),
  ];
}

const LITTLE = 5e9;
const TOO_LITTLE = 1e9;

export async function checkDisk(folder: string, about: string): Promise<Check> {
  const found = await statfs(folder).catch(() => undefined);
  if (found === undefined) return warn(about, `${folder} cannot be asked`, "look at its disk by hand");
  const free = found.bavail * found.bsize;
  const says = `${bytesInWords(free)} free of ${bytesInWords(found.blocks * found.bsize)} (${folder})`;
  const todo = "make room, move the home, or shorten what is kept (studio, Volume)";
  if (free < TOO_LITTLE) return bad(about, says, todo);
  return free < LITTLE ? warn(about, says, todo) : ok(about, says);
}

/** Who answers on our port: we, nobody, or somebody else. */
export async function checkPort({ host, port }: Config): Promise<Check> {
  const open = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const address = `http://${open.includes(":") ? `[${open}]` : open}:${port}`;
  const answer = await fetch(`${address}/health`, { signal: AbortSignal.timeout(5000) }).catch(
    () => undefined,
  );
  const told = (await answer?.json().catch(() => undefined)) as
    | { status?: string; reason?: string }
    | undefined;
  if (answer === undefined) return ok("server", `does not run; port ${port} is free or closed`);
  if (told?.status === "ok") return ok("server", `runs on ${address} and takes events in`);
  if (told?.status !== undefined)
    return warn(
      "server",
      `runs on ${address}, but is ${told.status}: ${told.reason ?? "no reason given"}`,
      "wait a minute and ask again; then read its log",
    );
  return bad(
    "server",
    `another program answers on ${address}`,
    "stop it, or start with PORT=<another number>",
  );
}

const LATE_SECONDS = 26 * 3600;
const VERY_LATE_SECONDS = 72 * 3600;
/** A larger one is not read whole each time somebody asks. */
const READ_WHOLE_BYTES = 500_000_000;

export async function checkBackups({ home, role }: Config): Promise<Check> {
  const folder = join(home, "backups");
  const names = await listBackups(folder);
  const age = backupAge(new Date(machineNow()), names);
  const todo = 'npm run backup -- FILE makes one now; then look in the log for "daily backup"';
  if (age === undefined) {
    if (role === "api") return ok("backup", "this process only answers requests; a worker makes them");
    return warn("backup", "none was made yet", todo);
  }
  const newest = names.toSorted((a, b) => (madeAt(b) ?? 0) - (madeAt(a) ?? 0))[0] ?? "";
  const readable = await readIt(join(folder, newest));
  if (readable !== undefined) return bad("backup", `${newest} cannot be read: ${readable}`, todo);
  const says = `the newest is ${inWords(age)} old and can be read (${newest})`;
  if (age > VERY_LATE_SECONDS) return bad("backup", says, todo);
  return age > LATE_SECONDS ? warn("backup", says, todo) : ok("backup", says);
}

async function readIt(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    await (size <= READ_WHOLE_BYTES ? verify(path) : readHeader(path));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
