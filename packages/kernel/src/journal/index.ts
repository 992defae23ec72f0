// A journal outside the database: lines that only grow, on disk before whoever wrote them is answered. What a restored
// backup must not lose (a no, an erasure) is read back from here. One process a journal: the home is locked.
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncFolder } from "../postgres/durable-file.ts";
import { bytesOf, type JournalLine, lineOf, splitter } from "./lines.rules.ts";

export type { JournalLine } from "./lines.rules.ts";
export type Journal = {
  /** Of this file and no other, also when a home is copied back: where readers note how far they came. */
  readonly id: string;
  /** On disk when it resolves, all or none of them. Who appends at once shares one sync. */
  append(texts: readonly string[]): Promise<void>;
  /**
   * Every line from a place on that an earlier line named as its `end`. What a crash cut off was never answered and is not
   * there. A damaged line is left out; when all others were given it ends with `JournalDamaged`.
   */
  read(from?: number): AsyncIterable<JournalLine>;
  close(): Promise<void>;
};

export class JournalDamaged extends Error {
  readonly code = "journal.damaged";
  constructor(path: string, places: readonly number[]) {
    super(`${path} is damaged at byte ${places.slice(0, 5).join(", ")}. Restore the file from a copy.`);
  }
}

type Waiting = {
  readonly bytes: Buffer;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

export async function openJournal(folder: string, name: string): Promise<Journal> {
  const path = join(folder, `${name}.journal`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await openFile(path);
  const { id, end } = await findEnd(file, path);
  const queue = makeQueue(file, end);
  return {
    id,
    append: (texts) =>
      texts.length === 0 ? Promise.resolve() : queue.put(Buffer.concat(texts.map(bytesOf))),
    read: (from = 0) => readLines(path, from),
    async close() {
      await queue.idle();
      await file.close();
    },
  };
}

/** A visit by root must not lock the owner of the home out. */
async function openFile(path: string): Promise<FileHandle> {
  const file = await open(path, "a+", 0o600);
  const owner = await stat(dirname(path));
  if (process.getuid?.() === 0 && owner.uid !== 0) await file.chown(owner.uid, owner.gid);
  return file;
}

/** Cuts off what a crash left half written, and begins a new file with its id. */
async function findEnd(file: FileHandle, path: string): Promise<{ id: string; end: number }> {
  const { size } = await file.stat();
  let end = 0;
  let id: string | undefined;
  for await (const chunk of wholeLines(path, 0)) {
    end = chunk.end;
    id ??= chunk.text;
  }
  if (end < size) await file.truncate(end);
  const made = id ?? crypto.randomUUID();
  if (end === 0) {
    const first = bytesOf(made);
    await file.write(first);
    end = first.length;
  }
  await file.sync();
  await syncFolder(dirname(path));
  return { id: made, end };
}

/** Writes what waits in one piece and syncs once for all of it. */
function makeQueue(file: FileHandle, begin: number) {
  let end = begin;
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let isHalf = false; // what a failed write left could not be cut off yet: nothing is written behind it

  async function flush(group: readonly Waiting[]): Promise<void> {
    const bytes = Buffer.concat(group.map((one) => one.bytes));
    try {
      if (isHalf) await file.truncate(end);
      isHalf = false;
      let at = 0;
      while (at < bytes.length) at += (await file.write(bytes, at)).bytesWritten;
      await file.datasync();
      end += bytes.length;
      for (const one of group) one.done();
    } catch (error) {
      // Whoever tries again begins on a line of its own.
      await file.truncate(end).catch(() => {
        isHalf = true;
      });
      for (const one of group) one.failed(error);
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await flush(group);
    }
    running = undefined;
  }

  return {
    put: (bytes: Buffer): Promise<void> =>
      new Promise((done, failed) => {
        waiting.push({ bytes, done, failed });
        running ??= run();
      }),
    idle: async () => running,
  };
}

async function* wholeLines(path: string, from: number): AsyncIterable<JournalLine & { whole: boolean }> {
  const split = splitter(from);
  for await (const chunk of createReadStream(path, { start: from }))
    for (const { bytes, end } of split(chunk as Buffer)) {
      const text = lineOf(bytes);
      yield { text: text ?? "", end, whole: text !== undefined };
    }
}

async function* readLines(path: string, from: number): AsyncIterable<JournalLine> {
  const damaged: number[] = [];
  let first = from === 0; // the first line is the id
  for await (const { text, end, whole } of wholeLines(path, from)) {
    if (!whole) damaged.push(end);
    else if (!first) yield { text, end };
    first = false;
  }
  if (damaged.length > 0) throw new JournalDamaged(path, damaged);
}
