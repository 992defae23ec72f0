// The studio is the one thing that is built: at the first start, and again when its sources changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const STUDIO = join(ROOT, "packages/studio");
const DIST = join(STUDIO, "dist");
const STAMP = join(DIST, ".made-from");
/** Out of sight of every tool that reads the sources. */
const DRAFTS = join(STUDIO, "node_modules/.drafts");
const SOURCES = [
  "packages/studio/src",
  "packages/studio/public",
  "packages/contract/src",
  "packages/rules/src",
];

async function fingerprint(): Promise<string> {
  const sum = createHash("sha256");
  const files: string[] = [
    join(STUDIO, "index.html"),
    join(STUDIO, "vite.config.ts"),
    join(ROOT, "package-lock.json"),
  ];
  for (const folder of SOURCES)
    for (const entry of await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    ))
      if (entry.isFile() && !entry.name.includes(".test.")) files.push(join(entry.parentPath, entry.name));
  for (const file of files.sort())
    sum.update(file.slice(ROOT.length)).update(await readFile(file).catch(() => ""));
  return sum.digest("hex");
}

/** Builds into a folder of its own and puts it in place when it is whole: a second start may do the same at once. */
export async function buildStudio(say: (line: string) => void): Promise<void> {
  const wanted = await fingerprint();
  if ((await readFile(STAMP, "utf8").catch(() => "")) === wanted) return;
  say("Building the studio.");
  const draft = join(DRAFTS, String(process.pid));
  const vite = join(
    dirname(createRequire(join(STUDIO, "package.json")).resolve("vite/package.json")),
    "bin/vite.js",
  );
  const build = spawn(
    process.execPath,
    [vite, "build", STUDIO, "--outDir", draft, "--emptyOutDir", "--logLevel", "warn"],
    {
      cwd: STUDIO,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const [code] = await once(build, "exit");
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true });
    say(
      "The studio could not be built; events are taken in all the same. See the lines above, then start again.",
    );
    return;
  }
  await writeFile(join(draft, ".made-from"), wanted);
  const old = `${draft}.old`;
  await rename(DIST, old).catch(() => undefined);
  await rename(draft, DIST).catch(() => undefined); // another start was quicker: its studio is as good
  await rm(draft, { recursive: true, force: true });
  await rm(old, { recursive: true, force: true });
}
