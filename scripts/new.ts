// npm run new -- room|source|screen|channel|step|metric NAME: a folder of a kind where it belongs, with its line in the
// registry. What it writes passes the check and does something small and true, to be changed at once.
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";

type Made = {
  readonly files: Readonly<Record<string, string>>;
  readonly registry?: { readonly path: string; add(text: string, name: string): string };
};

const root = new URL("../", import.meta.url);
const camel = (name: string) => name.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
const pascal = (name: string) => camel(name).replace(/^./, (letter) => letter.toUpperCase());

/** Adds an import line after the last one and an entry to the end of the list. */
function withLine(text: string, importLine: string, entry: string): string {
  const last = text.lastIndexOf("\nimport ");
  const end = text.indexOf("\n", last + 1);
  const imported = `${text.slice(0, end)}\n${importLine}${text.slice(end)}`;
  return imported.replace(/\n\];\s*$/, `\n  ${entry},\n];\n`);
}

const source = (name: string): Made => ({
  files: {
    [`packages/modules/src/events/sources/${name}/${name}.source.ts`]: `// ${pascal(name)}: what its clients send, in the canonical shape.
import { lastPart, type SourceKind } from "../source.ts";

export const ${camel(name)}: SourceKind = {
  kind: "${name}",
  doors: [{ method: "POST", url: "/${name}/:call" }],
  keyOf: (knock) => knock.headers["x-write-key"],
  read: (knock, body) => ({ messages: [typeof body === "object" && body !== null ? { type: lastPart(knock.url), ...body } : body] }),
};
`,
    [`packages/modules/src/events/sources/${name}/${name}.source.test.ts`]: `import { describe, expect, it } from "vitest";
import { ${camel(name)} } from "./${name}.source.ts";

describe("the source ${name}", () => {
  it("reads one message a request and takes its type from the address", () => {
    const knock = { method: "POST" as const, url: "/${name}/track", headers: { "x-write-key": "k" }, query: {}, params: {} };
    expect(${camel(name)}.keyOf(knock, {})).toBe("k");
    expect(${camel(name)}.read(knock, { event: "Product Viewed" }).messages).toEqual([{ type: "track", event: "Product Viewed" }]);
  });
});
`,
  },
  registry: {
    path: "packages/modules/src/events/sources/index.ts",
    add: (text) =>
      withLine(text, `import { ${camel(name)} } from "./${name}/${name}.source.ts";`, camel(name)),
  },
});

const screen = (name: string): Made => ({
  files: {
    [`packages/studio/src/screens/${name}/texts.ts`]: `import { texts } from "../../language.tsx";

export const ${camel(name)}Texts = texts({
  en: { title: "${pascal(name)}" },
  sv: { title: "${pascal(name)}" },
  da: { title: "${pascal(name)}" },
});
`,
    [`packages/studio/src/screens/${name}/${name}.screen.tsx`]: `import { useText } from "../../language.tsx";
import { ${camel(name)}Texts } from "./texts.ts";

export function ${pascal(name)}() {
  const text = useText(${camel(name)}Texts);
  return <h1>{text.title}</h1>;
}
`,
  },
  registry: {
    path: "packages/studio/src/screens/index.ts",
    add: (text) =>
      withLine(
        text,
        `import { ${camel(name)}Texts } from "./${name}/texts.ts";`,
        `{
    id: "${name}",
    path: "/${name}",
    group: "ground",
    icon: IconActivity,
    needs: undefined,
    texts: ${camel(name)}Texts,
    screen: lazy(() => import("./${name}/${name}.screen.tsx").then((file) => ({ default: file.${pascal(name)} }))),
  }`,
      ),
  },
});

/** The floor a room stands on; -1: on none yet. */
const floorOf = (name: string): number =>
  (JSON.parse(readFileSync(new URL("packages/modules/floors.json", root), "utf8")) as string[][]).findIndex(
    (rooms) => rooms.includes(name),
  );

const room = (name: string): Made => ({
  files: {
    [`packages/modules/src/${name}/index.ts`]: `// The door of the room ${name}.\nexport { decide${pascal(name)} } from "./${name}.rules.ts";\n`,
    [`packages/modules/src/${name}/${name}.rules.ts`]: `// Rules of the room ${name}: pure, time and ids come in.\n\n/** Says whether something may happen now. */\nexport const decide${pascal(name)} = (until: Date, now: Date): boolean => now < until;\n`,
    [`packages/modules/src/${name}/${name}.rules.test.ts`]: `import { expect, it } from "vitest";\nimport { decide${pascal(name)} } from "./${name}.rules.ts";\n\nit("may happen until its time is over", () => {\n  const noon = new Date("2026-11-21T12:00:00Z");\n  expect(decide${pascal(name)}(noon, new Date("2026-11-21T11:59:59Z"))).toBe(true);\n  expect(decide${pascal(name)}(noon, noon)).toBe(false);\n});\n`,
    [`packages/modules/src/${name}/migrations/001-${name}.sql`]: `create schema ${name.replaceAll("-", "_")};\n`,
    [`packages/modules/src/${name}/README.md`]: `# ${name}\n\nFloor ${floorOf(name)}. Purpose: one sentence.\n\nTables: none yet.\n\nHears: nothing yet. Says: nothing yet.\n`,
  },
});

/** Kinds whose room stands higher up and is not built yet. */
const waits: Readonly<Record<string, string>> = { channel: "messages", step: "journeys", metric: "measure" };
const kinds: Readonly<Record<string, (name: string) => Made>> = { room, source, screen };

const [kind = "", name = ""] = process.argv.slice(2);
const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};
const needed = waits[kind];
if (needed !== undefined && !existsSync(new URL(`packages/modules/src/${needed}/index.ts`, root)))
  fail(
    `A ${kind} lives in the room ${needed}, which is not built yet. Begin with: npm run new -- room ${needed}`,
  );
const make =
  kinds[kind] ??
  fail(`Say what: npm run new -- ${[...Object.keys(kinds), ...Object.keys(waits)].join("|")} NAME`);
if (!/^[a-z][a-z0-9-]{1,30}$/.test(name))
  fail("The name is lower case letters, digits and dashes, and begins with a letter.");
const made = make(name);
for (const path of Object.keys(made.files))
  if (existsSync(new URL(path, root))) fail(`${path} exists already.`);
if (kind === "room" && floorOf(name) < 0)
  fail(`Put "${name}" on its floor in packages/modules/floors.json first: arrows and migrations go by it.`);
for (const [path, text] of Object.entries(made.files)) {
  const place = new URL(path, root);
  await mkdir(new URL(".", place), { recursive: true });
  await writeFile(place, text);
  console.log(`made ${path}`);
}
if (made.registry !== undefined) {
  const place = new URL(made.registry.path, root);
  await writeFile(place, made.registry.add(await readFile(place, "utf8"), name));
  console.log(`added a line to ${made.registry.path}`);
}
