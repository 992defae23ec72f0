// Other platforms, live beside us for long tests and measurements: installed on demand into their own folder, no part of the program.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { databaseUrl, onServer } from "@somlos/kernel/testing";

export const peerNames = ["vendure", "medusa"] as const;
export type PeerName = (typeof peerNames)[number];
const folderOf = (name: PeerName): string => fileURLToPath(new URL(`${name}/`, import.meta.url));

/** It cannot be had here, and that is no fault of ours: whoever wanted it says so and leaves it. */
export class NotToBeHad extends Error {}
const OUT_OF_REACH =
  /npm (?:error|ERR!) code (?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED|ETARGET|E4\d\d|E5\d\d)/;

async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => {
      said = (said + part.toString()).slice(-20_000);
    });
  const code = await new Promise<number | null>((done) => {
    child.once("error", () => done(127)).once("close", done);
  });
  if (code === 0) return said;
  const error = said.slice(0, 2000);
  throw OUT_OF_REACH.test(said) ? new NotToBeHad(error) : new Error(`npm ci ended with ${code}: ${error}`);
}

/** Installs what the peer's own lock file says, once. Throws NotToBeHad where the registry is out of reach. */
export async function installPeer(name: PeerName): Promise<void> {
  const folder = folderOf(name);
  const stamp = `${folder}node_modules/.somlos-stamp`;
  const lock = await readFile(`${folder}package-lock.json`);
  const wanted = createHash("sha256").update(lock).digest("hex");
  if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return;
  const script = process.env["npm_execpath"] ?? "";
  const [command, ...first] = script.endsWith("npm-cli.js") ? [process.execPath, script] : ["npm"];
  await run(command ?? "npm", [...first, "ci", "--loglevel=error"], folder);
  await writeFile(stamp, wanted);
}

/** Peers tell their makers nothing of us. */
const SILENT = { VENDURE_DISABLE_TELEMETRY: "true", MEDUSA_DISABLE_TELEMETRY: "true" };
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export type Peer = {
  readonly url: string;
  /** What it has printed. */
  said(): string;
  stop(): Promise<void>;
};
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Its server in a process of its own; resolves when it is up. */
export async function startPeer(name: PeerName, settings: Readonly<Record<string, string>>): Promise<Peer> {
  const port = await freePort();
  const env = { ...process.env, ...SILENT, ...settings, PORT: String(port) };
  const args = ["--disable-warning=ExperimentalWarning", "serve.ts"];
  const child = spawn(process.execPath, args, {
    ...{ cwd: folderOf(name), env, stdio: ["ignore", "pipe", "pipe"] },
  });
  running.add(child);
  const gone = once(child, "close").then(() => running.delete(child));
  let said = "";
  const up = new Promise<boolean>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (part: Buffer) => {
        said = (said + part.toString()).slice(-50_000);
        if (said.includes(" is up.")) done(true);
      });
    void gone.then(() => done(false));
  });
  if (!(await up)) throw new Error(`${name} ended (${child.exitCode}): ${said}`);
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await gone;
    clearTimeout(late);
  };
  return { url: `http://127.0.0.1:${port}`, said: () => said, stop };
}

/** An empty database on the server of the run. */
export async function emptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = process.env["SOMLOS_TEST_SERVER"];
  if (server === undefined) throw new Error("no PostgreSQL of a run: use setup of global-setup.ts");
  const name = `t_peer_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const drop = () => onServer(server, `drop database if exists ${name} with (force)`);
  return { url: databaseUrl(server, name), drop };
}
