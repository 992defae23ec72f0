import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { execute, type Outcome } from "./command.ts";
import { syncFolder, writeDurably } from "./durable-file.ts";
import { giveFolder, giveTree, isComplete, postgresFolder, STAMP } from "./folders.ts";
import type { Place } from "./place.ts";
import { type HomeRecord, saveRecord } from "./record.ts";
import { StartRefusal } from "./refusal.ts";

const DRAFT = "init-";

/** Gives the data folder, complete. It is made under another name and renamed at the end: it is whole or not there. */
export async function prepareData(
  binaries: Binaries,
  place: Place,
  record: HomeRecord,
  log: (line: string) => void,
): Promise<string> {
  const folder = postgresFolder(place.root);
  const dataDir = join(folder, String(binaries.major));
  await removeDrafts(folder);
  if (await isComplete(dataDir)) {
    // Restored by root with cp or tar, or a change of owner that was cut short.
    if (place.account && (await stat(dataDir)).uid !== place.account.uid)
      await giveTree(dataDir, place.account);
  } else {
    await putAside(dataDir, log);
    log("Making a new database.");
    await make(binaries, place, record, dataDir);
  }
  if (place.root !== place.home && !record.made) {
    record.made = true;
    await saveRecord(place.home, record);
  }
  return dataDir;
}

async function make(binaries: Binaries, place: Place, record: HomeRecord, dataDir: string): Promise<void> {
  const draft = join(postgresFolder(place.root), `${DRAFT}${randomBytes(4).toString("hex")}`);
  await giveFolder(draft, place.account);
  const data = join(draft, "data");
  await initialise(binaries, place, record.password, draft, data);
  const made = await single(binaries, place, data, "template1", "create database somlos");
  if (made.code !== 0) throw failed(made);
  await writeDurably(join(data, STAMP), `${JSON.stringify({ major: binaries.major })}\n`);
  if (place.account) await chown(join(data, STAMP), place.account.uid, place.account.gid);
  await rename(data, dataDir);
  await syncFolder(postgresFolder(place.root));
  await rm(draft, { recursive: true, force: true });
}

async function initialise(
  binaries: Binaries,
  place: Place,
  password: string,
  draft: string,
  data: string,
): Promise<void> {
  const secret = join(draft, "password");
  await writeFile(secret, password, { mode: 0o600 });
  if (place.account) await chown(secret, place.account.uid, place.account.gid);
  const common = [
    "-D",
    data,
    "-U",
    "somlos",
    `--pwfile=${secret}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
  ];
  // The builtin provider sorts the same on every machine, whatever its libc or ICU.
  const collation = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--text-search-config=simple"];
  let outcome: Outcome | undefined;
  // A system without the C.UTF-8 locale (older macOS) gets C for what PostgreSQL still asks the system about.
  for (const locale of ["C.UTF-8", "C"]) {
    await rm(data, { recursive: true, force: true });
    const args = [...common, ...collation, `--locale=${locale}`, "--lc-messages=C", "--no-instructions"];
    outcome = await execute(join(binaries.folder, "bin", "initdb"), args, {
      account: place.account,
      env: binaries.env,
    });
    if (outcome.code === 0 || !outcome.output.includes("invalid locale")) break;
  }
  await rm(secret, { force: true });
  if (outcome?.code !== 0) throw failed(outcome);
}

/** One statement without a server: the owner of the files needs no password. */
export function single(
  binaries: Binaries,
  place: Place,
  dataDir: string,
  database: string,
  statement: string,
): Promise<Outcome> {
  const args = [
    "--single",
    "-D",
    dataDir,
    "-c",
    "exit_on_error=on",
    "-c",
    "log_min_messages=fatal",
    database,
  ];
  const options = { account: place.account, env: binaries.env, input: `${statement}\n` };
  return execute(join(binaries.folder, "bin", "postgres"), args, options);
}

/** A data folder that is not ours to judge is never deleted: it may be somebody's restored copy. */
async function putAside(dataDir: string, log: (line: string) => void): Promise<void> {
  const content = await readdir(dataDir).catch(() => undefined);
  if (content === undefined) return;
  if (content.length === 0) {
    await rm(dataDir, { recursive: true });
    return;
  }
  const aside = `${dataDir}.incomplete-${randomBytes(4).toString("hex")}`;
  await rename(dataDir, aside);
  log(`${dataDir} was never completed: moved to ${aside}.`);
}

async function removeDrafts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(DRAFT));
  // An initdb that outlived its server may still write there for a moment.
  for (const name of drafts)
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 10 }).catch(() => undefined);
}

function failed(outcome: Outcome | undefined): StartRefusal {
  // Containers with a free choice of user: PostgreSQL's initdb asks for a name.
  if (outcome?.output.includes("could not look up effective user ID")) {
    return new StartRefusal(
      "postgres.account",
      `The user we run as (number ${process.getuid?.()}) has no name in /etc/passwd, and PostgreSQL needs one. Add a line for it, or set DATABASE_URL to your own PostgreSQL.`,
    );
  }
  const lines = (outcome?.output ?? "").trim().split("\n");
  const cause = lines.filter((line) => /error|fatal|could not|no space/i.test(line)).slice(-2);
  return new StartRefusal(
    "postgres.init_failed",
    `The database could not be made: ${(cause.length > 0 ? cause : lines.slice(-1)).join(" ")}. Check free space and rights of SOMLOS_HOME, then start again.`,
  );
}
