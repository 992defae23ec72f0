// npm run new -- room|source|screen|channel|step|metric NAME: a folder of a kind where it belongs, with its line in the
// registry. What it writes passes the check and does something small and true, to be changed at once.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ground, type KindPlace, kind as kindIn } from "./new/kind.ts";
import type { Made } from "./new/made.ts";
import { room } from "./new/room.ts";
import { screen } from "./new/screen.ts";
import { source } from "./new/source.ts";

const root = new URL("../", import.meta.url);

/** Kinds that live in a room which may not be built yet. */
const places: Readonly<Record<string, KindPlace>> = {
  channel: { room: "messages", folder: "channels", word: "channel" },
  step: { room: "journeys", folder: "steps", word: "step" },
  metric: { room: "measure", folder: "metrics", word: "metric" },
};
const makers: Readonly<Record<string, (name: string) => Made>> = {
  room,
  source,
  screen,
  ...Object.fromEntries(Object.entries(places).map(([word, place]) => [word, kindIn(place)])),
};

class CannotMake extends Error {}
const touched: string[] = [];

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const place = new URL(path, root);
    await mkdir(new URL(".", place), { recursive: true });
    await writeFile(place, text);
    touched.push(path);
    console.log(`made ${path}`);
  }
}

async function make(made: Made): Promise<void> {
  const there = Object.keys(made.files).find((path) => existsSync(new URL(path, root)));
  if (there !== undefined) throw new CannotMake(`${there} exists already.`);
  await write(made.files);
  if (made.registry === undefined) return;
  const { path, add } = made.registry;
  const had = await readFile(new URL(path, root), "utf8");
  const text = add(had);
  if (text === had) return;
  await writeFile(new URL(path, root), text);
  touched.push(path);
  console.log(`added a line to ${path}`);
}

/** The first kind of a room that is not built lays the room's ground. */
async function prepare(place: KindPlace | undefined): Promise<void> {
  if (place === undefined) return;
  if (!existsSync(new URL(`packages/modules/src/${place.room}/index.ts`, root))) await make(room(place.room));
  const missing = Object.entries(ground(place)).filter(([path]) => !existsSync(new URL(path, root)));
  await write(Object.fromEntries(missing));
}

async function run(kind: string, name: string): Promise<void> {
  const maker = makers[kind];
  if (maker === undefined)
    throw new CannotMake(`Say what: npm run new -- ${Object.keys(makers).join("|")} NAME`);
  if (!/^[a-z](-?[a-z0-9]){1,30}$/.test(name))
    throw new CannotMake(
      "The name is lower case letters, digits and single dashes, begins with a letter and has at most 31 of them.",
    );
  await prepare(places[kind]);
  await make(maker(name));
  const code = touched.filter((path) => /\.tsx?$/.test(path));
  spawnSync(fileURLToPath(new URL("node_modules/.bin/biome", root)), ["check", "--write", ...code], {
    cwd: fileURLToPath(root),
  });
}

try {
  const [kind = "", name = ""] = process.argv.slice(2);
  await run(kind, name);
} catch (error) {
  if (!(error instanceof CannotMake)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
