// npm run proof -- 2.1: the first line of issue 2 at full size. Clones what is committed and starts it as a stranger would:
// as root, as an ordinary user whose home is closed, under a path with spaces in a folder closed to all others and with
// npm's install scripts off; and does to it what happens to programs. Prints every figure.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataDirOf, listMajors } from "@somlos/kernel/postgres";
import {
  type Account,
  type Clone,
  clone,
  killAll,
  type Program,
  run,
  signal,
  start,
  workingIn,
} from "./stranger.ts";

const COLD_MOST_SECONDS = 180;
const AGAIN_MOST_SECONDS = 5;
const isRoot = process.getuid?.() === 0;
const home = (at: Clone) => join(at.path, ".somlos");
let passed = 0;
const failed: string[] = [];

function claim(what: string, holds: boolean, figure = ""): void {
  console.log(`${holds ? "holds " : "FAILS "} ${what}${figure === "" ? "" : `: ${figure}`}`);
  if (holds) passed++;
  else failed.push(what);
}

async function dataDir(at: Clone): Promise<string> {
  return dataDirOf(home(at), (await listMajors(home(at))).at(-1) ?? 18);
}

async function ask<Body>(at: Clone, path: string): Promise<Body> {
  const { adminToken } = JSON.parse(await readFile(join(home(at), "secrets.json"), "utf8")) as {
    adminToken: string;
  };
  const answer = await fetch(`http://127.0.0.1:${at.env["PORT"]}${path}`, {
    headers: { authorization: `Bearer ${adminToken}` },
  });
  return (await answer.json()) as Body;
}

type Timeline = { items: { messageId: string; name: string }[] };

async function timelineOf(at: Clone, who: string): Promise<string[]> {
  const person = await ask<{ id?: string }>(at, `/api/people/lookup?kind=login&value=login-${who}`);
  if (person.id === undefined) return [];
  return (await ask<Timeline>(at, `/api/people/${person.id}/timeline`)).items.map((item) => item.messageId);
}

/** Segment's own client, as it lies in the clone's node_modules, sends its seven events. */
async function firstEvents(at: Clone, name: string, who: string): Promise<string[]> {
  const { writeKey } = JSON.parse(await readFile(join(home(at), "secrets.json"), "utf8")) as {
    writeKey: string;
  };
  const node = join(at.path, "node_modules/node/bin/node");
  const script = "packages/server/test/clients/segment-node.ts";
  const client = run(at, [
    node,
    "--disable-warning=ExperimentalWarning",
    script,
    `http://127.0.0.1:${at.env["PORT"]}`,
    writeKey,
    who,
  ]);
  const code = await client.ended();
  const seen = await timelineOf(at, who);
  const live = await ask<{ items: { messageId: string }[] }>(at, "/api/events/live?limit=50");
  const onLive = seen.filter((id) => live.items.some((item) => item.messageId === id));
  claim(
    `${name}: what an unmodified Segment client sends is in the timeline and on Live`,
    code === 0 && seen.length === 7 && onLive.length === 7,
    `${client.said().trim()} ${seen.length} in the timeline, ${onLive.length} on Live`,
  );
  const page = await fetch(`http://127.0.0.1:${at.env["PORT"]}/`);
  claim(
    `${name}: the address shows the studio`,
    page.status === 200 && (await page.text()).includes("<div id="),
  );
  return seen;
}

async function stop(program: Program): Promise<{ code: number | string | null; seconds: number }> {
  const from = performance.now();
  signal(program, "SIGINT");
  return { code: await program.ended(), seconds: (performance.now() - from) / 1000 };
}

/** A cold start, the first events, and a restart that keeps them. The program runs on. */
async function begin(at: Clone, name: string, who: string): Promise<{ program: Program; seen: string[] }> {
  const cold = await start(at);
  claim(
    `${name}: fresh clone to address within ${COLD_MOST_SECONDS} s`,
    cold.seconds <= COLD_MOST_SECONDS,
    `${cold.seconds.toFixed(1)} s`,
  );
  const seen = await firstEvents(at, name, who);
  const end = await stop(cold.program);
  claim(
    `${name}: Ctrl-C ends it and its PostgreSQL`,
    workingIn(await dataDir(at)).length === 0,
    `code ${end.code}, ${end.seconds.toFixed(1)} s`,
  );
  const again = await start(at);
  claim(
    `${name}: later starts within ${AGAIN_MOST_SECONDS} s`,
    again.seconds <= AGAIN_MOST_SECONDS,
    `${again.seconds.toFixed(1)} s`,
  );
  claim(`${name}: a restart keeps all`, (await timelineOf(at, who)).join() === seen.join());
  return { program: again.program, seen };
}

const sentence = (said: string) =>
  said.split("\n").filter((line) => line.trim() !== "" && !/^(>|npm )/.test(line));

async function refused(at: Clone, name: string, expected: RegExp, more: NodeJS.ProcessEnv): Promise<void> {
  const program = run(at, ["npm", "start"], more);
  const code = await program.ended();
  const lines = sentence(program.said());
  claim(
    name,
    code === 1 && lines.length === 1 && expected.test(lines[0] ?? ""),
    `code ${code}: ${lines.join(" / ")}`,
  );
}

/** What happens to programs, one after the other, on one clone that runs. */
async function misfortunes(at: Clone, running: Program, seen: readonly string[], who: string): Promise<void> {
  const kept = async (what: string) =>
    claim(`${what}: starts again and keeps all`, (await timelineOf(at, who)).join() === seen.join());
  await refused(
    at,
    "a second start on the same home is refused in a sentence",
    /^Another Sömlös runs on this home/,
    { PORT: "0" },
  );
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => taken.once("listening", done));
  const { port } = taken.address() as { port: number };
  const other = await mkdtemp(join(at.path, ".other-"));
  await refused(at, "a port that is taken is told in a sentence", /^Port \d+ .*is taken by another program/, {
    PORT: String(port),
    SOMLOS_HOME: other,
  });
  taken.close();

  const killed = await killAll(at.path, await dataDir(at));
  await running.ended();
  const afterKill = await start(at);
  await kept(`kill -9 of everything (${killed} processes), up in ${afterKill.seconds.toFixed(1)} s`);

  await killAll(at.path, await dataDir(at));
  const bystander = spawn("sleep", ["600"], { stdio: "ignore" });
  const pidFile = join(await dataDir(at), "postmaster.pid");
  const lines = (await readFile(pidFile, "utf8")).split("\n");
  await writeFile(pidFile, [String(bystander.pid), ...lines.slice(1)].join("\n"));
  const afterPid = await start(at);
  await kept(`a postmaster.pid that names another living process, up in ${afterPid.seconds.toFixed(1)} s`);
  claim("the other process lives on", bystander.exitCode === null && bystander.signalCode === null);
  bystander.kill();
  await stop(afterPid.program);

  for (const after of [100, 700, 1500]) {
    const early = run(at, ["npm", "start"]);
    await sleep(after);
    early.child.kill("SIGTERM");
    await early.ended();
    for (let tries = 0; tries < 100 && workingIn(at.path, await dataDir(at)).length > 0; tries++)
      await sleep(50);
    const left = workingIn(at.path, await dataDir(at)).length;
    claim(
      `SIGTERM to npm ${after} ms after the start leaves nothing running`,
      left === 0,
      `${left} processes`,
    );
  }
  const last = await start(at);
  await kept("a start that was broken off three times");
  await stop(last.program);
}

function makeUser(): { account: Account; remove(): void } {
  const name = `somlos-${randomBytes(3).toString("hex")}`;
  const folder = `/home/${name}`;
  const made = spawnSync("useradd", ["--create-home", "--home-dir", folder, "--shell", "/bin/sh", name], {
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`useradd: ${made.stderr}`);
  const id = (flag: string) => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout);
  return {
    account: { uid: id("-u"), gid: id("-g"), home: folder },
    remove: () => void spawnSync("userdel", ["--remove", name]),
  };
}

async function finish(at: Clone, program: Program): Promise<void> {
  await stop(program);
  await killAll(at.path, await dataDir(at));
}

async function ordinaryUser(): Promise<void> {
  const { account, remove } = makeUser();
  try {
    await chmod(account.home, 0o700);
    const at = await clone(join(account.home, "somlos"), account);
    const installing = run(at, ["npm", "start"]);
    await sleep(4000);
    installing.child.kill("SIGTERM");
    await installing.ended();
    for (let tries = 0; tries < 100 && workingIn(at.path).length > 0; tries++) await sleep(50);
    claim(
      "an ordinary user: SIGTERM in the middle of installing leaves nothing running",
      workingIn(at.path).length === 0,
    );
    const { program } = await begin(at, "an ordinary user, home closed to others", "user");
    await finish(at, program);
  } finally {
    remove();
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "somlos-fresh-"));
  try {
    const outer = { npm_config_cache: join(folder, "cache") };
    await chmod(folder, 0o755);
    const first = await clone(join(folder, "clone"), undefined, outer);
    const name = isRoot ? "root, nothing in npm's cache" : "this user, nothing in npm's cache";
    const { program, seen } = await begin(first, name, "first");
    await misfortunes(first, program, seen, "first");
    await rm(first.path, { recursive: true, force: true });

    const closed = join(folder, "stängd mapp");
    await mkdir(closed, { mode: 0o700 });
    const odd = await clone(join(closed, "Sömlös på prov"), undefined, {
      ...outer,
      npm_config_ignore_scripts: "true",
    });
    const oddly = await begin(odd, "a path with spaces and å in a closed folder, npm's scripts off", "odd");
    await finish(odd, oddly.program);

    if (isRoot) await ordinaryUser();
    else console.log("left out: another user can only be made by root");
  } finally {
    await killAll(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

await main().catch((error: unknown) => {
  console.error(error);
  failed.push("the proof itself");
});
for (const what of failed) console.log(`failed: ${what}`);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
