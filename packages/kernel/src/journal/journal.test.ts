import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Journal, type JournalLine, openJournal } from "./index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "journal-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = () => join(folder, "no.journal");
const all = async (journal: Pick<Journal, "read">, from?: number): Promise<JournalLine[]> => {
  const found: JournalLine[] = [];
  for await (const line of journal.read(from)) found.push(line);
  return found;
};
const textsOf = (lines: readonly JournalLine[]) => lines.map(({ text }) => text);

test("what was written is read back in order, by this process and by the next one", async () => {
  const journal = await openJournal(folder, "no");
  await journal.append(["one", "två åäö"]);
  await Promise.all([journal.append(["three"]), journal.append(["four"]), journal.append([])]);
  const lines = ["one", "två åäö", "three", "four"];
  expect(textsOf(await all(journal))).toEqual(lines);
  await journal.close();
  const again = await openJournal(folder, "no");
  expect(again.id).toBe(journal.id);
  await again.append(["five"]);
  const found = await all(again);
  expect(textsOf(found)).toEqual([...lines, "five"]);
  expect(textsOf(await all(again, found[1]?.end))).toEqual(["three", "four", "five"]);
  await again.close();
});

test("only the owner may read it, and a line break inside a line is refused", async () => {
  const journal = await openJournal(folder, "no");
  expect((await stat(path())).mode & 0o777).toBe(0o600);
  expect(() => journal.append(["two\nlines"])).toThrow("line breaks");
  await journal.close();
});

test("wherever a crash cut the last write off, every line that was answered is there and the next ones are too", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary", maxLength: 40 }).map((s) => s.replaceAll("\n", " "))),
      fc.nat(60),
      async (lines, cut) => {
        await rm(path(), { force: true });
        const journal = await openJournal(folder, "no");
        await journal.append(lines.map((s) => s.toWellFormed()));
        await journal.close();
        const whole = (await stat(path())).size;
        await appendFile(path(), `deadbeef ${"half a line ".repeat(6)}`.slice(0, cut));
        const again = await openJournal(folder, "no");
        expect((await stat(path())).size).toBe(whole);
        await again.append(["after"]);
        expect(textsOf(await all(again))).toEqual([...lines.map((s) => s.toWellFormed()), "after"]);
        await again.close();
      },
    ),
    { numRuns: 40 },
  );
});

test("a file that was cut inside its first line begins anew", async () => {
  await (await openJournal(folder, "no")).close();
  await truncate(path(), 10);
  const again = await openJournal(folder, "no");
  await again.append(["one"]);
  expect(textsOf(await all(again))).toEqual(["one"]);
  await again.close();
});

test("a damaged line hides no other line and is told of", async () => {
  const journal = await openJournal(folder, "no");
  await journal.append(["one", "two", "three"]);
  await journal.close();
  await writeFile(path(), (await readFile(path(), "utf8")).replace(" two\n", " tvo\n"));
  const again = await openJournal(folder, "no");
  const found: string[] = [];
  const reading = (async () => {
    for await (const { text } of again.read()) found.push(text);
  })();
  await expect(reading).rejects.toMatchObject({ code: "journal.damaged" });
  expect(found).toEqual(["one", "three"]);
  await again.close();
});

test("what a process was told is on disk is there after kill -9", async () => {
  const module = fileURLToPath(new URL("./index.ts", import.meta.url));
  const program = `
    const { openJournal } = await import(${JSON.stringify(module)});
    const journal = await openJournal(${JSON.stringify(folder)}, "no");
    for (let i = 0; ; i++) {
      await Promise.all([0, 1, 2].map((n) => journal.append(["line " + i + " " + n])));
      process.stdout.write(i + "\\n");
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  child.stdout.on("data", (chunk) => {
    told += chunk;
    if (told.length > 400) child.kill("SIGKILL");
  });
  await once(child, "close");
  const last = Number(told.trimEnd().split("\n").at(-1));
  expect(last).toBeGreaterThan(20);
  const journal = await openJournal(folder, "no");
  const lines = new Set(textsOf(await all(journal)));
  for (let i = 0; i <= last; i++) for (const n of [0, 1, 2]) expect(lines.has(`line ${i} ${n}`)).toBe(true);
  await journal.close();
});
