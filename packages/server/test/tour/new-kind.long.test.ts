import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyTree } from "@somlos/kernel/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "../harness.ts";
import { stepsIn } from "./chapter.ts";
import { Terminal } from "./terminal.ts";
import { walk } from "./walk.ts";

const PAGE = "docs/guides/write-a-source.md";

let copy: string;
let home: string;
let terminal: Terminal;
beforeAll(async () => {
  copy = copyTree();
  home = await mkdtemp(join(tmpdir(), "somlos-guide-"));
  terminal = new Terminal(await freePort(), home, copy);
});
afterAll(async () => {
  await terminal?.close();
  for (const made of [copy, home]) await rm(made, { recursive: true, force: true });
});

it("whoever writes a new kind of source, word by word after the guide, has it checked and taken in", async () => {
  const steps = stepsIn(await readFile(join(copy, PAGE), "utf8"));
  await walk(terminal, PAGE, steps, {
    ts: ({ name = "", text }) => writeFile(join(copy, name), `${text}\n`),
    js: async () => expect.fail("this guide pastes nothing"),
  });
});
