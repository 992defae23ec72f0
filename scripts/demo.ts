// npm run demo: the made-up chain Almvik comes to life in a house that runs, or in one that is started for it.
//   --url URL           the house to fill; else the one on this port, started when none answers
//   --days 60           how much of the past is told first        --people 4000   customers
//   --speed 60          live the last day again, an hour a minute --seed 1        another seed, other people
//   --no-retail         without the order file                    --https         also on https, for phones
//   --history-only      end when the past is told                 --clear         take the demo away
import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { machineNow } from "@somlos/kernel/clock";
import { BadSettings, type Config, keepSecrets, readConfig } from "@somlos/kernel/config";
import {
  CannotGoOn,
  clearDemo,
  type DemoWish,
  type Front,
  type House,
  isUp,
  openHttps,
  runDemo,
} from "../packages/demo/src/index.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RETAIL_FILE = join(ROOT, "fixtures/retail/online_retail_2010-2011.parquet");
const say = (line: string) => console.log(line);

const options = {
  url: { type: "string" },
  "write-key": { type: "string" },
  "server-key": { type: "string" },
  "admin-token": { type: "string" },
  days: { type: "string", default: "60" },
  people: { type: "string", default: "4000" },
  seed: { type: "string", default: "1" },
  speed: { type: "string", default: "1" },
  "no-retail": { type: "boolean", default: false },
  "history-only": { type: "boolean", default: false },
  https: { type: "boolean", default: false },
  clear: { type: "boolean", default: false },
} as const;

function readWishes() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new CannotGoOn(`${(error as Error).message}\nThe switches stand at the top of scripts/demo.ts.`);
  }
}

type Wishes = ReturnType<typeof readWishes>;

function numberIn(name: string, text: string, low: number, high: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= low && number <= high) return number;
  throw new CannotGoOn(`--${name} takes a whole number from ${low} to ${high}, not "${text}".`);
}

/** Starts the server as a child in a group of its own: Ctrl-C reaches us alone, and we end it last. */
async function startServer(
  url: string,
  publicUrl: URL | undefined,
  signal: AbortSignal,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(ROOT, "packages/server/src/main.ts")], {
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
    env: {
      ...process.env,
      ...(publicUrl !== undefined && { SOMLOS_URL: publicUrl.origin, SOMLOS_TRUST_PROXY: "127.0.0.1,::1" }),
    },
  });
  const gone = new Promise<"gone">((done) => child.once("exit", () => done("gone")));
  for (;;) {
    const what = await Promise.race([gone, sleep(300, undefined, { signal }).catch(() => "stop" as const)]);
    if (what === "gone") throw new CannotGoOn("The server did not start; it says why above.");
    if (what === "stop" || (await isUp(url))) return child;
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await gone;
}

async function houseAt(url: string, config: Config, wishes: Wishes): Promise<House> {
  const kept = await keepSecrets(config.home);
  return {
    url,
    keys: {
      public: wishes["write-key"] ?? config.writeKey ?? kept.writeKey,
      server: wishes["server-key"] ?? config.serverKey ?? kept.serverKey,
    },
    adminToken: wishes["admin-token"] ?? config.adminToken ?? kept.adminToken,
  };
}

/** Where the house is on https: what SOMLOS_URL says, else this machine, 443 ports further on. */
const httpsUrl = (config: Config): URL =>
  new URL(
    config.publicUrl?.startsWith("https:") === true
      ? config.publicUrl
      : `https://localhost:${config.port + 443}`,
  );

async function goHttps(config: Config, url: string, publicUrl: URL, started: boolean): Promise<Front> {
  const wish = { publicUrl, target: url, folder: join(config.home, "demo-https") };
  const front = await openHttps(wish, machineNow());
  say(
    `On https:     ${publicUrl.origin}   (a certificate of its own: the browser asks once whether you trust it)`,
  );
  if (!started && config.publicUrl !== publicUrl.origin)
    say(`The server runs already. For signing in on https, start it with SOMLOS_URL=${publicUrl.origin}.`);
  return front;
}

/** The house to fill: one that answers, else one that is started here. */
async function findServer(
  url: string,
  wishes: Wishes,
  publicUrl: URL | undefined,
  signal: AbortSignal,
): Promise<ChildProcess | undefined> {
  if (await isUp(url)) return undefined;
  if (wishes.url !== undefined || wishes.clear)
    throw new CannotGoOn(`${url} does not answer. Start it with npm start, then try again.`);
  return startServer(url, publicUrl, signal);
}

/** What was asked for, checked before anything is started. */
function wishFrom(wishes: Wishes, statePath: string): DemoWish {
  return {
    seed: numberIn("seed", wishes.seed, 0, 1_000_000),
    people: numberIn("people", wishes.people, 1, 50_000),
    days: numberIn("days", wishes.days, 0, 400),
    speed: numberIn("speed", wishes.speed, 1, 3600),
    historyOnly: wishes["history-only"],
    statePath,
    retailFile: wishes["no-retail"] ? undefined : RETAIL_FILE,
  };
}

async function live(house: House, wish: DemoWish, signal: AbortSignal): Promise<void> {
  const tally = await runDemo(house, wish, { now: machineNow, signal, say });
  say(
    `${wish.historyOnly ? "Done" : "Stopped"}: ${tally.accepted} events taken in, ${tally.duplicates} were there, ${tally.parked} parked. The next run goes on from here.`,
  );
}

async function main(): Promise<void> {
  const wishes = readWishes();
  const config = readConfig();
  const url = (wishes.url ?? `http://localhost:${config.port}`).replace(/\/$/, "");
  const statePath = join(config.home, "demo.json");
  const wish = wishFrom(wishes, statePath);
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
  const publicUrl = wishes.https ? httpsUrl(config) : undefined;
  const server = await findServer(url, wishes, publicUrl, stopping.signal);
  let front: Front | undefined;
  try {
    if (publicUrl !== undefined) front = await goHttps(config, url, publicUrl, server !== undefined);
    const house = await houseAt(url, config, wishes);
    if (wishes.clear) await clearDemo(house, statePath, { now: machineNow, signal: stopping.signal, say });
    else await live(house, wish, stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    say("Stopped. The next run goes on from here.");
  } finally {
    await front?.close();
    if (server !== undefined) await stopServer(server);
  }
}

try {
  await main();
} catch (error) {
  const known = error instanceof CannotGoOn || error instanceof BadSettings;
  console.error(known ? (error as Error).message : error);
  process.exitCode = 1;
}
