// What browsers load is the one thing that is built: at the first start, and again when its sources changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** What staff work in, and what customers meet. */
export const fronts = ["studio", "shop"] as const;
export type Front = (typeof fronts)[number];

/** Where a front lies when it is built, with a slash at its end. */
export const distOf = (front: Front): string => join(ROOT, "packages", front, "dist/");

const SHARED = ["packages/look/src", "packages/contract/src", "packages/rules/src"];

async function fingerprint(front: Front): Promise<string> {
  const own = `packages/${front}`;
  const sum = createHash("sha256");
  const files: string[] = [
    join(ROOT, own, "index.html"),
    join(ROOT, own, "vite.config.ts"),
    join(ROOT, "package-lock.json"),
  ];
  for (const folder of [`${own}/src`, `${own}/public`, ...SHARED])
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    ))
      if (entry.isFile() && !entry.name.includes(".test.")) files.push(join(entry.parentPath, entry.name));
  for (const file of files.sort())
    sum.update(file.slice(ROOT.length)).update(await readFile(file).catch(() => ""));
  return sum.digest("hex");
}

type Say = (line: string) => void;

/** One after the other: the machine is starting a database meanwhile. */
export async function buildFronts(say: Say): Promise<void> {
  for (const front of fronts) await buildFront(front, say);
}

/** Builds into a folder of its own and puts it in place when it is whole: a second start may do the same at once. */
async function buildFront(front: Front, say: Say): Promise<void> {
  const wanted = await fingerprint(front);
  const dist = distOf(front);
  if ((await readFile(join(dist, ".made-from"), "utf8").catch(() => "")) === wanted) return;
  say(`Building the ${front}.`);
  const folder = join(ROOT, "packages", front);
  const draft = join(folder, "node_modules/.drafts", String(process.pid)); // out of sight of tools that read the sources
  if (!(await runVite(folder, draft))) {
    await rm(draft, { recursive: true, force: true });
    say(
      `The ${front} could not be built; events are taken in all the same. See the lines above, then start again.`,
    );
    return;
  }
  await writeFile(join(draft, ".made-from"), wanted);
  const old = `${draft}.old`;
  await rename(dist, old).catch(() => undefined);
  await rename(draft, dist).catch(() => undefined); // another start was quicker: what it built is as good
  await rm(draft, { recursive: true, force: true });
  await rm(old, { recursive: true, force: true });
}

async function runVite(folder: string, draft: string): Promise<boolean> {
  const vite = join(
    dirname(createRequire(join(folder, "package.json")).resolve("vite/package.json")),
    "bin/vite.js",
  );
  const build = spawn(
    process.execPath,
    [vite, "build", folder, "--outDir", draft, "--emptyOutDir", "--logLevel", "warn"],
    { cwd: folder, env: { ...process.env, NODE_ENV: "production" }, stdio: ["ignore", "ignore", "inherit"] },
  );
  const [code] = await once(build, "exit");
  return code === 0;
}
