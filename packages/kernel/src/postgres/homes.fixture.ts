import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { dataDirOf, OUTSIDE, rootOf } from "./folders.ts";
import { endAll } from "./orphan.ts";
import { startPostgres } from "./start.ts";

const made: string[] = [];
const FILES = { door: "./index.ts", lock: "./home-lock.ts" };

/** A folder that every user can enter, as an ordinary place for a home would be. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "somlos-")));
  await chmod(folder, 0o755);
  made.push(folder);
  return folder;
}

export async function temporaryHome(name = "home"): Promise<string> {
  return join(await temporaryFolder(), name);
}

/** Ends what runs in a home and removes it with its place outside. */
export async function removeHome(home: string): Promise<void> {
  const root = await rootOf(home).catch(() => home);
  await endAll(await dataDirOf(home, 18).catch(() => join(home, "postgres", "18")));
  if (root.startsWith(`${OUTSIDE}/`)) await rm(root, { recursive: true, force: true });
}

export async function removeFolders(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

export function start(home: string, log: (line: string) => void = () => undefined) {
  return startPostgres({ home, log });
}

/** One value from the database at this address. */
export async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url, ssl: false });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** A process of its own that runs a few lines against this folder (`door` or `lock`), as another Sömlös would. */
export function anotherProcess(
  lines: string,
  env: Record<string, string> = {},
): ChildProcess & { said(): string } {
  const imports = Object.entries(FILES).filter(([name]) => lines.includes(`${name}.`));
  const heads = imports.map(
    ([name, file]) => `import * as ${name} from "${new URL(file, import.meta.url).href}";`,
  );
  const code = [...heads, lines].join("\n");
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], {
    // biome-ignore lint/style/noProcessEnv: the child must differ from us in what a test says, nothing else.
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => {
    said += text.toString("utf8");
  });
  child.stderr.on("data", (text: Buffer) => {
    said += text.toString("utf8");
  });
  return Object.assign(child, { said: () => said });
}

export async function until(what: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await what())) {
    if (performance.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await sleep(5);
  }
}
