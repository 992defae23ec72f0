import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../harness.ts";
import { type Step, stepsIn } from "./chapter.ts";
import { shownFor, shownOf } from "./fill.ts";
import { Terminal } from "./terminal.ts";
import { walk } from "./walk.ts";

const DOCS = new URL("../../../../docs/", import.meta.url);
const GUIDES = new URL("guides/", DOCS);
const HERE = fileURLToPath(new URL("./", import.meta.url));
/** Those need a browser, where the test of the screen Sources runs them. */
const IN_A_BROWSER = ["analytics-next", "page"];
/** Walked in a copy of the tree, by new-kind.long.test.ts. */
const CHANGES_THE_TREE = "write-a-source.md";

const ROOT = new URL("../", DOCS);
const guides = [
  "README.md",
  ...(await readdir(GUIDES))
    .filter((name) => name !== CHANGES_THE_TREE)
    .sort()
    .map((name) => `docs/guides/${name}`),
];

let home: string;
let port: number;
let terminal: Terminal;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "somlos-guide-"));
  port = await freePort();
  terminal = new Terminal(port, home);
});
afterEach(() => terminal.interrupt()); // one guide's fault is not the next one's
afterAll(async () => {
  await terminal?.close();
  await rm(home, { recursive: true, force: true });
});

async function paste({ name = "", text }: Step): Promise<void> {
  expect(text, "the guide shows other code than the studio: run packages/server/test/tour/fill.ts").toBe(
    shownFor(name),
  );
  if (IN_A_BROWSER.includes(name)) return;
  const secrets = JSON.parse(await readFile(join(home, "secrets.json"), "utf8")) as Record<string, string>;
  const code = text
    .replaceAll("localhost:3000", `localhost:${port}`)
    .replaceAll("pk_yours", secrets["writeKey"] ?? "")
    .replaceAll("sk_yours", secrets["serverKey"] ?? "");
  const [command, ...args] =
    name === "curl" ? ["bash", "-c", code] : [process.execPath, "--input-type=module", "-e", code];
  // Some clients keep their process alive for a while after the last event has left.
  await promisify(execFile)(command ?? "", args, { cwd: HERE, timeout: 30_000 });
}

/** A file that a guide shows is the one that tests run. */
async function compare({ name = "", text }: Step): Promise<void> {
  expect(text, "the guide shows another file: run packages/server/test/tour/fill.ts").toBe(
    await shownOf(name),
  );
}

describe("the guides", () => {
  it.each(guides)(
    "%s: every command runs, every answer is the one shown, all code is the tested one",
    async (name) => {
      const steps = stepsIn(await readFile(new URL(name, ROOT), "utf8"));
      await walk(terminal, name, steps, {
        js: paste,
        ts: compare,
      });
    },
  );

  it("and all other pages point to pages and files that are there", async () => {
    const broken: string[] = [];
    const pages = (await readdir(DOCS, { recursive: true })).filter((name) => name.endsWith(".md"));
    for (const page of [...pages.map((name) => new URL(name, DOCS)), new URL("README.md", ROOT)]) {
      const text = await readFile(page, "utf8");
      for (const [, target = ""] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g))
        await readFile(new URL(target, page)).catch((error: { code?: string }) => {
          if (error.code !== "EISDIR") broken.push(`${page.pathname.slice(ROOT.pathname.length)}: ${target}`);
        });
    }
    expect(broken).toEqual([]);
  });
});
