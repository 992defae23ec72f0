// One clock: the time comes from the work, or from kernel/clock. Here every other way to ask for it is searched for.
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const PACKAGES = fileURLToPath(new URL("../../", import.meta.url));

/** Where the machine or the database is asked on purpose. */
const MAY_ASK: readonly (readonly [path: string, why: string])[] = [
  ["kernel/src/clock/index.ts", "the one place"],
  ["kernel/src/db/connections.ts", "the now of every work"],
  ["kernel/src/db/migrate.ts", "when a migration was applied"],
  ["kernel/src/keep/catalog.ts", "when a backup was made, by the database"],
  ["kernel/src/operate/database.store.ts", "how old others' transactions are, and the clock itself"],
  ["kernel/src/operate/test-clock.store.ts", "how far the test clock is ahead"],
  ["modules/src/access/audit/audit.store.ts", "the trigger of the audit goes by the database"],
  ["modules/src/events/append.store.ts", "shortly before the commit, plus the test clock"],
  ["modules/src/events/stall.store.ts", "how long a flush waits, in real seconds"],
  ["modules/src/identity/streams.store.ts", "order of turns, not a date"],
  ["studio/src/now.ts", "the browser's clock"],
  ["studio/src/network.ts", "the browser's clock"],
];
const ASKS = [
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\b(now|clock_timestamp|transaction_timestamp|statement_timestamp)\(\)/i,
  /\bcurrent_(timestamp|date|time)\b/i,
];
/** `performance.now()` and functions of ours called now are no clocks of the day. */
const withoutOthers = (line: string): string =>
  line.replace(/\/\/.*$|^\s*\*.*$/, "").replace(/\b(performance|sending|this|house)\.now\(\)/g, "");

async function listSources(): Promise<string[]> {
  const all = await readdir(PACKAGES, { recursive: true });
  return all.filter(
    (path) =>
      /^(contract|rules|kernel|modules|server|studio)\/src\/.*\.tsx?$/.test(path) &&
      !/node_modules|\/dist\/|\.(test|long\.test|fixture|suite)\.tsx?$|\/testing\/|\/test\//.test(path),
  );
}

describe("the clock", () => {
  it("is asked in one place: works get their now from the database, the rest from kernel/clock", async () => {
    const allowed = new Set(MAY_ASK.map(([path]) => path));
    const found: string[] = [];
    for (const path of await listSources()) {
      if (allowed.has(path)) continue;
      const text = await readFile(`${PACKAGES}${path}`, "utf8");
      for (const [n, line] of text.split("\n").entries())
        if (ASKS.some((pattern) => pattern.test(withoutOthers(line))))
          found.push(`${path}:${n + 1}: ${line.trim()}`);
    }
    expect(found).toEqual([]);
  });

  it("has no exception left over: each of them still asks", async () => {
    const idle: string[] = [];
    for (const [path] of MAY_ASK) {
      const text = await readFile(`${PACKAGES}${path}`, "utf8");
      if (!ASKS.some((pattern) => pattern.test(text))) idle.push(path);
    }
    expect(idle).toEqual([]);
  });
});
