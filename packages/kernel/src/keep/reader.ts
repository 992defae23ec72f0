// Reads a backup, front to back, checking as it goes. Whoever reads to the end has a whole backup in hand.
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";
import {
  BLOCK_BYTES,
  FRAME_MOST,
  type Frame,
  type Header,
  MAGIC,
  nameOf,
  type Summary,
  type Table,
  type TableSum,
  type Totals,
} from "./format.ts";
import { isAbsent, KeepRefusal } from "./refusal.ts";
import { RowSum } from "./rows.ts";

const unpack = promisify(zstdDecompress);

/** Takes the rows of one table; must read them to the end. */
export type TakeTable = (table: Table, rows: AsyncIterable<Buffer>) => Promise<void>;

/** Reads the whole file and says what it holds; refuses when a single byte is not as it was written. */
export async function verify(path: string): Promise<Summary> {
  return readBackup(path, async (_table, rows) => {
    for await (const _block of rows);
  });
}

export async function readBackup(path: string, take: TakeTable): Promise<Summary> {
  const reader = await Reader.open(path);
  try {
    return await reader.read(take);
  } finally {
    await reader.close();
  }
}

/** What a backup says about itself, without reading its rows. */
export async function readHeader(path: string): Promise<Header> {
  const reader = await Reader.open(path);
  try {
    return await reader.header();
  } finally {
    await reader.close();
  }
}

class Reader {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #sha = createHash("sha256");
  readonly #sums = new Map<string, TableSum>();
  #at = 0;
  #where = "the header";

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async open(path: string): Promise<Reader> {
    const file = await open(path, "r").catch((error: unknown) => {
      const why = isAbsent(error) ? "there is no such file" : String((error as { code?: string }).code);
      throw new KeepRefusal("keep.file_unreadable", `The backup ${path} cannot be read: ${why}.`, error);
    });
    return new Reader(path, file);
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async header(): Promise<Header> {
    const first = await this.#bytes(MAGIC.length, "keep.not_a_backup");
    if (first.toString("latin1") !== MAGIC) throw this.#notOurs(first);
    this.#sha.update(first);
    const { payload } = await this.#frame("H");
    return this.#json<Header>(payload);
  }

  async read(take: TakeTable): Promise<Summary> {
    const header = await this.header();
    const whole = header.tables.filter((table) => table.kind === "table");
    for (;;) {
      const before = this.#sha.copy().digest("hex");
      const { kind, payload } = await this.#frame("T", "Z");
      if (kind === "Z") return this.#end(header, whole.length, this.#json<Totals>(payload), before);
      const table = header.tables[this.#json<{ table: number }>(payload).table];
      if (table === undefined || table.kind !== "table" || this.#sums.has(nameOf(table)))
        throw this.#damaged();
      this.#where = nameOf(table);
      await take(table, this.#rows(table));
      if (!this.#sums.has(nameOf(table))) throw new Error(`${nameOf(table)} was not read to its end`);
    }
  }

  async *#rows(table: Table): AsyncGenerator<Buffer> {
    const counted = new RowSum();
    for (;;) {
      const { kind, payload } = await this.#frame("D", "E");
      if (kind === "E") {
        const sum = counted.done();
        if (JSON.stringify(sum) !== JSON.stringify(this.#json<TableSum>(payload))) throw this.#damaged();
        this.#sums.set(nameOf(table), sum);
        return;
      }
      const block = await unpack(payload, { maxOutputLength: BLOCK_BYTES }).catch((error: unknown) => {
        throw this.#damaged(error);
      });
      counted.take(block);
      yield block;
    }
  }

  async #end(header: Header, tables: number, told: Totals, sha256: string): Promise<Summary> {
    this.#where = "its end";
    const rows = [...this.#sums.values()].reduce((all, one) => all + one.rows, 0);
    const same = told.sha256 === sha256 && told.rows === rows && told.tables === this.#sums.size;
    const { bytesRead } = await this.#file.read(Buffer.alloc(1), 0, 1, this.#at);
    if (!same || this.#sums.size !== tables || bytesRead !== 0) throw this.#damaged();
    return { header, totals: told, sums: this.#sums, fileBytes: this.#at };
  }

  async #frame(...wanted: Frame[]): Promise<{ kind: Frame; payload: Buffer }> {
    const head = await this.#bytes(5);
    const kind = wanted.find((one) => one === String.fromCharCode(head[0] ?? 0));
    const length = head.readUInt32BE(1);
    if (kind === undefined || length > FRAME_MOST) throw this.#damaged();
    const payload = await this.#bytes(length);
    this.#sha.update(head).update(payload);
    return { kind, payload };
  }

  async #bytes(
    length: number,
    code: "keep.cut_short" | "keep.not_a_backup" = "keep.cut_short",
  ): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    for (let have = 0; have < length; ) {
      const { bytesRead } = await this.#file.read(bytes, have, length - have, this.#at + have);
      if (bytesRead === 0) throw code === "keep.cut_short" ? this.#cutShort() : this.#notOurs(bytes);
      have += bytesRead;
    }
    this.#at += length;
    return bytes;
  }

  #json<T>(payload: Buffer): T {
    try {
      return JSON.parse(payload.toString("utf8")) as T;
    } catch (error) {
      throw this.#damaged(error);
    }
  }

  #damaged(cause?: unknown): KeepRefusal {
    return new KeepRefusal(
      "keep.damaged",
      `The backup ${this.#path} is damaged in ${this.#where}, near byte ${this.#at}. Use another backup, and check the disk it lay on.`,
      cause,
    );
  }

  #cutShort(): KeepRefusal {
    return new KeepRefusal(
      "keep.cut_short",
      `The backup ${this.#path} ends in the middle of ${this.#where}: it was not copied whole. Copy it again, or use another backup.`,
    );
  }

  #notOurs(first: Buffer): KeepRefusal {
    const newer = first.toString("latin1").startsWith(MAGIC.slice(0, 14));
    return newer
      ? new KeepRefusal(
          "keep.too_new",
          `The backup ${this.#path} has a form that this version does not know. Restore it with the version that made it, or a newer one.`,
        )
      : new KeepRefusal(
          "keep.not_a_backup",
          `${this.#path} is not a backup made by Sömlös. Check the name of the file.`,
        );
  }
}
