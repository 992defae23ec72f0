import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, answers } from "./answers.ts";
import type { Binaries } from "./binaries.ts";
import { changeOfUserRefused, identity } from "./command.ts";
import { giveFolder, postgresFolder } from "./folders.ts";
import { endAll } from "./orphan.ts";
import { readPidFile } from "./pid-file.ts";
import type { Place } from "./place.ts";
import type { HomeRecord } from "./record.ts";
import { StartRefusal } from "./refusal.ts";
import { serverArguments } from "./settings.ts";

export type Launch = {
  binaries: Binaries;
  place: Place;
  record: HomeRecord;
  dataDir: string;
  settings: Record<string, string> | undefined;
  log(line: string): void;
};
export type Launched = { child: ChildProcess; pid: number; port: number; answer: Answer };

const startLog = (place: Place) => join(postgresFolder(place.root), "start.log");

/** Starts the server and waits until it answers; when another program was quicker on the port, takes another. */
export async function launch(how: Launch): Promise<Launched> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? how.record.port : undefined);
    const child = await spawnServer(how, port);
    try {
      return await answering(how, child, port);
    } catch (error) {
      await endAll(how.dataDir);
      const said = await lastWords(how.place, child.pid);
      if (/could not bind|could not create any TCP/.test(said) && attempt < 5) continue;
      throw error instanceof StartRefusal ? error : didNotStart(said);
    }
  }
}

async function spawnServer(how: Launch, port: number): Promise<ChildProcess> {
  await giveFolder(join(postgresFolder(how.place.root), "log"), how.place.account);
  const args = await serverArguments(how.place.root, how.dataDir, port, how.settings);
  const early = await open(startLog(how.place), "w", 0o600);
  try {
    if (how.place.account) await early.chown(how.place.account.uid, how.place.account.gid);
    const child = spawn(join(how.binaries.folder, "bin", "postgres"), args, {
      cwd: "/",
      env: how.binaries.env,
      // A file, not a pipe: the server may outlive us.
      stdio: ["ignore", early.fd, early.fd],
      // Its own process group: Ctrl-C in the terminal reaches our server, which drains first and then stops this one.
      detached: true,
      ...identity(how.place.account),
    });
    await once(child, "spawn");
    child.unref();
    return child;
  } catch (error) {
    throw changeOfUserRefused(error, how.place.account) ?? error;
  } finally {
    await early.close();
  }
}

async function answering(how: Launch, child: ChildProcess, port: number): Promise<Launched> {
  const begun = performance.now();
  let told = 0;
  while (child.exitCode === null && child.signalCode === null) {
    const file = await readPidFile(how.dataDir);
    if (file && file.pid === child.pid && file.status === "ready") {
      const answer = await answers(how.record.password, port, how.dataDir);
      if (answer === "yes" || answer === "wrong_password") return { child, pid: file.pid, port, answer };
    }
    const seconds = Math.floor((performance.now() - begun) / 1000);
    if (seconds >= told + 5) {
      told = seconds;
      // After a crash it replays what was not yet in its files: no limit of ours, as long as it works on it.
      how.log(`PostgreSQL is getting ready (${seconds} s).`);
    }
    await sleep(20);
  }
  throw new Error("exited");
}

/** Before its log file is open it speaks to start.log, afterwards to the file of the day. */
async function lastWords(place: Place, pid: number | undefined): Promise<string> {
  const early = await readFile(startLog(place), "utf8").catch(() => "");
  const folder = join(postgresFolder(place.root), "log");
  const lines: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const text = await readFile(join(folder, name), "utf8").catch(() => "");
    lines.push(...text.split("\n").filter((line) => line.includes(`[${pid}]`)));
  }
  // Every line begins with its time.
  return `${early}\n${lines.sort().slice(-20).join("\n")}`;
}

function didNotStart(said: string): StartRefusal {
  const lines = said
    .trim()
    .split("\n")
    .filter((line) => /FATAL|PANIC|error|could not/i.test(line));
  const cause = lines.at(-1)?.replace(/^.*?(FATAL|PANIC|LOG|ERROR):\s*/, "") ?? "it ended without a word";
  return new StartRefusal(
    "postgres.start_failed",
    `PostgreSQL did not start: ${cause}. Its log lies in the postgres folder of SOMLOS_HOME; \`npm run doctor\` looks further.`,
  );
}

async function freePort(wanted: number | undefined): Promise<number> {
  for (const port of wanted ? [wanted, 0] : [0]) {
    const got = await tryPort(port);
    if (got !== undefined) return got;
  }
  throw new StartRefusal(
    "postgres.start_failed",
    "No free port was found on 127.0.0.1. Close some programs and start again.",
  );
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on("error", () => resolve(undefined));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
