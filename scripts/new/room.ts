import { readFileSync } from "node:fs";
import { type Made, pascal } from "./made.ts";

const rules = (name: string) => `// Rules of the room ${name}: pure, time and ids come in.

/** Says whether something may happen now. */
export const decide${pascal(name)} = (until: Date, now: Date): boolean => now < until;
`;

const test = (name: string) => `import { expect, it } from "vitest";
import { decide${pascal(name)} } from "./${name}.rules.ts";

it("may happen until its time is over", () => {
  const noon = new Date("2026-11-21T12:00:00Z");
  expect(decide${pascal(name)}(noon, new Date("2026-11-21T11:59:59Z"))).toBe(true);
  expect(decide${pascal(name)}(noon, noon)).toBe(false);
});
`;

/** The floor a room stands on; without one yet, that above all others. */
function floorOf(name: string): number {
  const text = readFileSync(new URL("../../packages/modules/floors.json", import.meta.url), "utf8");
  const floors = JSON.parse(text) as string[][];
  const found = floors.findIndex((rooms) => rooms.includes(name));
  return found < 0 ? floors.length : found;
}

/** A room that has no floor yet gets one of its own at the top: there it may look at all others and nobody looks at it. */
function withFloor(text: string, name: string): string {
  const floors = JSON.parse(text) as string[][];
  if (floors.flat().includes(name)) return text;
  return text.replace(/\]\s*\]\s*$/, `],\n  ["${name}"]\n]\n`);
}

export const room = (name: string): Made => ({
  files: {
    [`packages/modules/src/${name}/index.ts`]: `// The door of the room ${name}.\nexport { decide${pascal(name)} } from "./${name}.rules.ts";\n`,
    [`packages/modules/src/${name}/${name}.rules.ts`]: rules(name),
    [`packages/modules/src/${name}/${name}.rules.test.ts`]: test(name),
    [`packages/modules/src/${name}/migrations/001-${name}.sql`]: `create schema ${name.replaceAll("-", "_")};\n`,
    [`packages/modules/src/${name}/README.md`]: `# ${name}\n\nFloor ${floorOf(name)}. Purpose: one sentence.\n\nTables: none yet.\n\nHears: nothing yet. Says: nothing yet.\n`,
  },
  registry: { path: "packages/modules/floors.json", add: (text) => withFloor(text, name) },
});
