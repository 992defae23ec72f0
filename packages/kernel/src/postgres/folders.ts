import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Account } from "./command.ts";
import { syncFolder } from "./durable-file.ts";
import { findRecord } from "./record.ts";
import { codeOf, StartRefusal } from "./refusal.ts";

/** Where data and binaries lie when the account cannot enter the home. */
export const OUTSIDE = "/var/lib/somlos";
/** Written into a data folder as the very last act of its making. */
export const STAMP = "somlos-complete.json";

export const outsideOf = (id: string) => join(OUTSIDE, id);
export const postgresFolder = (root: string) => join(root, "postgres");

/** The folder that holds this home's database files: the home itself, or its place outside. */
export async function rootOf(home: string): Promise<string> {
  const real = await realpath(home).catch(() => resolve(home));
  const record = await findRecord(real);
  return record?.id ? outsideOf(record.id) : real;
}

/** Where the data of this major version lies, or would lie. */
export async function dataDirOf(home: string, major: number): Promise<string> {
  return join(postgresFolder(await rootOf(home)), String(major));
}

/** The major versions that this home holds complete data of, oldest first. */
export async function listMajors(home: string): Promise<number[]> {
  return majorsIn(await rootOf(home));
}

export async function majorsIn(root: string): Promise<number[]> {
  const names = await readdir(postgresFolder(root)).catch((error) => whenAbsent(error, root, []));
  const majors: number[] = [];
  for (const name of names) {
    if (/^\d+$/.test(name) && (await isComplete(join(postgresFolder(root), name)))) majors.push(Number(name));
  }
  return majors.sort((one, other) => one - other);
}

export async function isComplete(dataDir: string): Promise<boolean> {
  return readFile(join(dataDir, STAMP)).then(
    () => true,
    (error) => whenAbsent(error, dataDir, false),
  );
}

/** What cannot be looked into is not the same as what is not there: it must not be made anew. */
function whenAbsent<T>(error: unknown, folder: string, answer: T): T {
  if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return answer;
  throw new StartRefusal(
    "home.not_ours",
    `The database in ${folder} belongs to another user (${codeOf(error)}). Start as the user who made it, or set SOMLOS_HOME to another folder.`,
  );
}

/** Makes a folder that only the account can look into; false when the file system does not let it have it. */
export async function giveFolder(folder: string, account: Account | undefined): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!account) return true;
  try {
    await chown(folder, account.uid, account.gid);
    await chmod(folder, 0o700);
  } catch {
    return false;
  }
  const now = await stat(folder);
  return now.uid === account.uid && (now.mode & 0o777) === 0o700;
}

/** Gives a whole tree to the account, the folder itself last: a crash in the middle begins again. */
export async function giveTree(path: string, account: Account): Promise<void> {
  const about = await lstat(path);
  if (about.isDirectory()) {
    for (const name of await readdir(path)) await giveTree(join(path, name), account);
  }
  if (!about.isSymbolicLink() && (about.uid !== account.uid || about.gid !== account.gid)) {
    await chown(path, account.uid, account.gid);
  }
}

/** Moves a folder, also to another file system; at every moment one of the two places holds all of it. */
export async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch {
    const draft = `${to}.moving`;
    await rm(draft, { recursive: true, force: true });
    await cp(from, draft, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    await syncTree(draft);
    await rename(draft, to);
    await syncFolder(join(to, ".."));
    await rm(from, { recursive: true, force: true });
  }
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else if (entry.isFile()) await syncFolder(path);
  }
  await syncFolder(folder);
}
