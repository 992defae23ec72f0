import { answers, urlOf } from "./answers.ts";
import { type BinaryPackage, useBinaries } from "./binaries.ts";
import { dataDirOf, listMajors } from "./folders.ts";
import { type HomeLock, heldLock, lockHome } from "./home-lock.ts";
import { prepareData, single } from "./init.ts";
import { endAll, settleLeftovers } from "./orphan.ts";
import { readPidFile } from "./pid-file.ts";
import { choosePlace } from "./place.ts";
import { postgresIn, postmasterOf } from "./processes.ts";
import { findRecord, type HomeRecord, loadRecord, saveRecord } from "./record.ts";
import { StartRefusal } from "./refusal.ts";
import { type RunningPostgres, watch } from "./running.ts";
import { type Launch, type Launched, launch } from "./server.ts";

export type StartOptions = {
  home: string;
  log(line: string): void;
  /** PostgreSQL settings that win over ours. */
  settings?: Record<string, string>;
  /** Another package with PostgreSQL than the one npm installed (an older major, to copy from). */
  binaries?: BinaryPackage;
};

const busy = new Set<string>();

/** Starts the PostgreSQL of this home, or adopts the one that a killed server left running. */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const mine = await heldLock(options.home);
  const lock = mine ?? (await lockHome(options.home));
  if (busy.has(lock.home)) {
    throw new StartRefusal(
      "home.in_use",
      `This process already runs the PostgreSQL of ${lock.home}. Stop it first.`,
    );
  }
  busy.add(lock.home);
  const ended = async () => {
    busy.delete(lock.home);
    if (!mine) await lock.release();
  };
  try {
    return await start(options, lock, ended);
  } catch (error) {
    await ended();
    throw error;
  }
}

async function start(
  options: StartOptions,
  lock: HomeLock,
  ended: () => Promise<void>,
): Promise<RunningPostgres> {
  const record = await loadRecord(lock.home);
  const place = await choosePlace(lock.home, record, options.log);
  const binaries = await useBinaries(place, options.binaries);
  const dataDir = await prepareData(binaries, place, record, options.log);
  const shared = { dataDir, major: binaries.major, password: record.password, ended };
  const left = await settleLeftovers(dataDir, record.password, options.log);
  if (left) {
    options.log("Adopted the PostgreSQL that was still running.");
    return watch({ ...shared, pid: left.pid, port: left.port, child: undefined });
  }
  const how: Launch = { binaries, place, record, dataDir, settings: options.settings, log: options.log };
  const { child, pid, port } = await launchWithPassword(how);
  await rememberPort(lock.home, record, port);
  return watch({ ...shared, pid, port, child });
}

/** A home whose `postgres.json` is younger than its data (lost, or restored): the data takes its password. */
async function launchWithPassword(how: Launch): Promise<Launched> {
  const first = await launch(how);
  if (first.answer === "yes") return first;
  how.log("The database has another password than the home: setting it anew.");
  await endAll(how.dataDir);
  const statement = `alter role somlos with login password '${how.record.password}'`;
  await single(how.binaries, how.place, how.dataDir, "postgres", statement);
  const second = await launch(how);
  if (second.answer === "yes") return second;
  await endAll(how.dataDir);
  throw new StartRefusal(
    "postgres.start_failed",
    "PostgreSQL does not accept the password of this home. Restore a backup into a new SOMLOS_HOME.",
  );
}

async function rememberPort(home: string, record: HomeRecord, port: number): Promise<void> {
  if (record.port === port) return;
  record.port = port;
  await saveRecord(home, record);
}

/** The address of the PostgreSQL that runs on this home now, if one does. */
export async function postgresAddress(home: string): Promise<string | undefined> {
  const record = await findRecord(home);
  if (!record) return undefined;
  for (const major of (await listMajors(home)).reverse()) {
    const dataDir = await dataDirOf(home, major);
    const file = await readPidFile(dataDir);
    const master = postmasterOf(await postgresIn(dataDir));
    if (!file || master?.pid !== file.pid) continue;
    if ((await answers(record.password, file.port, dataDir)) !== "no")
      return urlOf(record.password, file.port);
  }
  return undefined;
}
