// Plain JavaScript without dependencies: this runs on Node 20, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, "node_modules");
const STAMP = join(MODULES, ".somlos-stamp");

/** A reason not to start that a person can act on: shown without a stack. */
export class NotReady extends Error {
  exitCode = 1;
}

/**
 * npm passes a SIGTERM to the shell between it and us, and the shell dies without a word to us: seen by our parent
 * being another one. Only below npm: elsewhere a parent may leave on purpose (nohup, setsid).
 */
export function whenAbandoned(tell) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, 200);
  return () => clearInterval(timer);
}

/** Progress goes beside the output, so that a script's own words can be piped on. */
const say = (line) => process.stderr.write(`${line}\n`);

/** Makes sure that dependencies and Node 24 are there; gives the path of that Node. */
export async function prepare() {
  if (process.env.SOMLOS_PREPARED === "1") return findNode() ?? process.execPath;
  const ready = isInstalled() && findNode();
  if (ready) return ready;
  const lock = await takeLock();
  try {
    if (!isInstalled()) await install();
    return findNode() ?? (await installNode());
  } finally {
    rmSync(lock, { force: true });
  }
}

// ── Dependencies

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function fingerprint() {
  try {
    return createHash("sha256")
      .update(readFileSync(join(ROOT, "package-lock.json")))
      .digest("hex");
  } catch {
    throw new NotReady(
      "package-lock.json is missing. Get it back with `git checkout package-lock.json`, then start again.",
    );
  }
}

/** In production npm leaves the development packages out: good for `npm start`, not for `npm test`. */
const wantsAll = () => process.env.NODE_ENV !== "production";

function isInstalled() {
  const wanted = fingerprint();
  const [stamp, extent] = existsSync(STAMP) ? readFileSync(STAMP, "utf8").trim().split(" ") : [];
  if (stamp === wanted && (extent === "all" || !wantsAll())) return true;
  if (!npmInstalledTheSame()) return false;
  writeStamp();
  return true;
}

/** Somebody ran npm by hand: npm's own list of what lies in node_modules says whether it is what we want. */
function npmInstalledTheSame() {
  const wanted = readJson(join(ROOT, "package-lock.json"))?.packages ?? {};
  const there = readJson(join(MODULES, ".package-lock.json"))?.packages;
  if (!there) return false;
  return Object.entries(wanted).every(([path, one]) => {
    const mayMiss = one.optional || one.devOptional || one.peer || (one.dev && !wantsAll());
    if (!path.includes("node_modules/") || mayMiss) return true;
    return one.link ? there[path]?.link === true : there[path]?.version === one.version;
  });
}

function writeStamp() {
  try {
    writeFileSync(STAMP, `${fingerprint()} ${wantsAll() ? "all" : "production"}\n`);
  } catch {
    // A node_modules that others own and we may only read: asked again next time.
  }
}

async function install() {
  say("Installing dependencies: a minute or two, the first time only.");
  const begun = performance.now();
  let outcome = await npm(["ci"]);
  if (outcome.code !== 0) {
    say(
      "`npm ci` failed, trying `npm install`: if package-lock.json is changed afterwards, take it back with `git checkout package-lock.json` or commit it.",
    );
    say(cause(outcome.output));
    outcome = await npm(["install"]);
  }
  if (outcome.code !== 0) {
    throw new NotReady(
      `${cause(outcome.output)}\nThe dependencies could not be installed. Check the network and the free space, then run \`npm install\` to see the whole story.`,
    );
  }
  writeStamp();
  say(`Dependencies are installed (${Math.round((performance.now() - begun) / 1000)} s).`);
}

/** What npm says first is the reason, what follows is advice and usage. */
function cause(output) {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const errors = lines.filter((line) => /^npm (error|ERR!) \S/.test(line));
  return (errors.length > 0 ? errors.slice(0, 6) : lines.slice(-6)).join("\n");
}

/** The npm that started us, if one did; else the one on the PATH. */
function npm(args, cwd = ROOT) {
  const script = process.env.npm_execpath ?? "";
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const isNpm = basename(script) === "npm-cli.js" && existsSync(script);
  return isNpm
    ? run(process.execPath, [script, ...args, ...quiet], cwd)
    : run(process.platform === "win32" ? "npm.cmd" : "npm", [...args, ...quiet], cwd);
}

/** Runs to the end and keeps what was said. Who stops us stops it too: nothing goes on installing behind our back. */
function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    let stoppedBy;
    const stop = (signal) => {
      stoppedBy = signal;
      child.kill("SIGTERM");
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, stop);
    const unwatch = whenAbandoned(() => stop("SIGTERM"));
    const end = (code) => {
      unwatch();
      for (const signal of signals) process.off(signal, stop);
      if (!stoppedBy) return resolve({ code, output });
      reject(Object.assign(new NotReady("Stopped."), { exitCode: 128 + constants.signals[stoppedBy] }));
    };
    const take = (text) => {
      output = (output + text).slice(-20_000);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error) => {
      take(`${command}: ${error.message}`);
      end(127);
    });
    child.on("close", (code) => end(code ?? 1));
  });
}

// ── Node

const pinned = () => readJson(join(ROOT, "package.json"))?.dependencies?.node ?? "24";

function majorOf(node) {
  if (!existsSync(node)) return 0;
  const { status, stdout } = spawnSync(node, ["--version"], { encoding: "utf8" });
  return status === 0 ? Number(/^v(\d+)\./.exec(stdout)?.[1] ?? 0) : 0;
}

function nodePackage() {
  const name = process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  return `${name}-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
}

const nodeFile = () => (process.platform === "win32" ? "node.exe" : "node");
const nodeFolder = () => join(MODULES, `.node-${pinned()}`);

/** Of the places where Node 24 may lie, the first that runs. */
function findNode() {
  const places = [
    join(MODULES, "node", "bin", nodeFile()),
    join(nodeFolder(), "node_modules", nodePackage(), "bin", nodeFile()),
  ];
  const wanted = Number.parseInt(pinned(), 10);
  if (Number.parseInt(process.versions.node, 10) === wanted) places.push(process.execPath);
  return places.find((place) => majorOf(place) === wanted);
}

/** npm skipped the install script of the package `node`: done here, in its own way first. */
async function installNode() {
  say(`Getting Node ${pinned()}.`);
  const home = join(MODULES, "node");
  if (existsSync(join(home, "installArchSpecificPackage.js"))) {
    await run(process.execPath, ["installArchSpecificPackage.js"], home);
    const found = findNode();
    if (found) return found;
  }
  const { output } = await npm([
    "install",
    "--no-save",
    "--prefix",
    nodeFolder(),
    `${nodePackage()}@${pinned()}`,
  ]);
  const found = findNode();
  if (found) return found;
  if (Number.parseInt(process.versions.node, 10) >= Number.parseInt(pinned(), 10)) {
    say(`Node ${pinned()} could not be had: going on with Node ${process.versions.node}.`);
    return process.execPath;
  }
  throw new NotReady(
    `${cause(output)}\nSömlös needs Node ${pinned()}, and npm could not get it. Install Node 24 (https://nodejs.org) and start again.`,
  );
}

// ── Two starts in one clone: the second waits

const lockFile = (number) => join(ROOT, `.installing.${number}`);

/** Of the files `.installing.<n>` the highest n holds; over a dead holder only one can make n + 1. */
async function takeLock() {
  for (let told = false; ; ) {
    const top = Math.max(0, ...lockNumbers());
    const holder = top > 0 ? await livingHolder(lockFile(top)) : undefined;
    if (!holder && createLock(lockFile(top + 1)) && isHighest(top + 1)) return lockFile(top + 1);
    if (!holder) continue;
    if (!told) say(`Another start installs already (pid ${holder.pid}): waiting for it.`);
    told = true;
    await sleep(300);
  }
}

/** Looks once more after making it: one that waited long may have made a number that others had passed. */
function isHighest(mine) {
  const all = lockNumbers();
  const wins = Math.max(...all) === mine;
  for (const number of wins ? all.filter((one) => one < mine) : [mine])
    rmSync(lockFile(number), { force: true });
  return wins;
}

function lockNumbers() {
  return readdirSync(ROOT).flatMap((name) => {
    const match = /^\.installing\.(\d+)$/.exec(name);
    return match ? [Number(match[1])] : [];
  });
}

function createLock(path) {
  try {
    writeFileSync(path, JSON.stringify({ pid: process.pid, born: birthOf(process.pid) }), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw new NotReady(
      `Something must be installed, and ${ROOT} cannot be written by this user (${error.code}). Start once as the user who owns it.`,
    );
  }
}

/** A file that stays empty was left by a process killed while it wrote. */
async function livingHolder(path) {
  let holder = readJson(path);
  for (let attempt = 0; !holder && existsSync(path) && attempt < 10; attempt++) {
    await sleep(50);
    holder = readJson(path);
  }
  return holder && birthOf(holder.pid) === holder.born ? holder : undefined;
}

/** A number is used again; number and time of birth are not. Elsewhere than on Linux the number must do. */
function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "dead" : fields[19];
  } catch {
    if (process.platform === "linux") return "dead";
  }
  try {
    process.kill(pid, 0);
    return "alive";
  } catch (error) {
    return error.code === "EPERM" ? "alive" : "dead";
  }
}
