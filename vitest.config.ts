import { globSync, readFileSync } from "node:fs";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { HeaviestFirst } from "./scripts/heaviest-first.ts";

const QUICK = ["packages/*/src/**/*.test.ts", "packages/*/src/**/*.test.tsx", "packages/*/test/**/*.test.ts"];
const NOT_QUICK = ["**/node_modules/**", "**/*.browser.test.ts", "**/*.long.test.ts"];

/** Packages whose test files share a process: what they import is loaded once. The others have one process a file. */
const TOGETHER = ["rules", "contract", "look", "studio", "shop"];

const together = globSync(QUICK, { exclude: (name) => name.includes("node_modules") })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => TOGETHER.includes(file.split("/")[1] ?? ""))
  .filter((file) => !readFileSync(file, "utf8").startsWith("// Alone in its process:"));

type Tests = NonNullable<TestProjectInlineConfiguration["test"]>;
const project = (name: string, test: Tests): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, ...test },
});
/** One file after the other: each has browsers or servers that want the machine for themselves. */
const SLOWLY: Tests = { exclude: ["**/node_modules/**"], testTimeout: 1_800_000, maxWorkers: 1 };

// One run, one PostgreSQL (embedded, or DATABASE_URL), one template database; every test file clones its own.
export default defineConfig({
  test: {
    globalSetup: ["packages/kernel/src/testing/global-setup.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 10_000 } }, // a page on a busy machine takes longer than a second
    maxWorkers: 2,
    reporters: ["default"],
    sequence: { sequencer: HeaviestFirst },
    projects: [
      project("alone", { include: QUICK, exclude: [...NOT_QUICK, ...together] }),
      project("together", {
        include: together,
        exclude: NOT_QUICK,
        isolate: false,
        unstubGlobals: true,
        setupFiles: ["packages/kernel/src/testing/left-as-found.ts"],
      }),
      project("browser", { include: ["packages/**/*.browser.test.ts"], ...SLOWLY }),
      project("long", { include: ["packages/**/*.long.test.ts"], ...SLOWLY }),
    ],
  },
});
