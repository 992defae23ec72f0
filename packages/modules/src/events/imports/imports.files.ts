// The uploaded files on disk: `<home>/imports/<id>`. A file gets its name when it is whole and safe.

import { createHash, type Hash } from "node:crypto";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "@somlos/contract";
import { MOST_FILE_BYTES, type ReaderKind } from "@somlos/contract/rooms/imports";
import { beginsWithUuid } from "@somlos/rules/uuid";
import { countUtf8, decideEncoding } from "./readers/encoding.rules.ts";
import type { Weighed } from "./readers/index.ts";

const HEAD = 4096;

export const folderOf = (home: string): string => join(home, "imports");
export const pathOf = (home: string, id: string): string => join(folderOf(home), id);
/** Where the rows of a grouped import lie sorted while it runs. */
export const sortedPathOf = (home: string, id: string): string => join(folderOf(home), `${id}.sorted`);

export const isHere = (home: string, id: string): Promise<boolean> =>
  access(pathOf(home, id)).then(
    () => true,
    () => false,
  );

export async function removeFiles(home: string, id: string): Promise<void> {
  await rm(sortedPathOf(home, id), { recursive: true, force: true });
  await rm(pathOf(home, id), { force: true });
}

/** Writes a file as it comes in, and learns from all its bytes. Nothing is left when it fails. */
export async function receiveFile(
  home: string,
  id: string,
  request: AsyncIterable<Uint8Array>,
  told: ReaderKind | undefined,
): Promise<Weighed> {
  await mkdir(folderOf(home), { recursive: true, mode: 0o700 });
  const part = `${pathOf(home, id)}.part`;
  try {
    const weighed = await writeWhole(part, request, told);
    await rename(part, pathOf(home, id));
    const folder = await open(folderOf(home), "r");
    await folder.sync().finally(() => folder.close());
    return weighed;
  } catch (error) {
    await rm(part, { force: true });
    throw (error as { code?: string }).code === "ENOSPC" ? new Refusal("imports.disk_full") : error;
  }
}

async function writeWhole(
  part: string,
  request: AsyncIterable<Uint8Array>,
  told: ReaderKind | undefined,
): Promise<Weighed> {
  const file = await open(part, "wx", 0o600);
  const scale = new Scale();
  try {
    for await (const piece of request) {
      scale.put(piece);
      await file.writeFile(piece);
    }
    const weighed = scale.read(told);
    await file.sync();
    return weighed;
  } finally {
    await file.close();
  }
}

/** Weighs the bytes that go by: how many, their hash, UTF-8 or not, which kind of file. */
class Scale {
  readonly #hash: Hash = createHash("sha256");
  #bytes = 0;
  #wide = 0;
  #broken = 0;
  #left: Uint8Array = new Uint8Array(0);
  #head: Buffer = Buffer.alloc(0);

  put(piece: Uint8Array): void {
    this.#bytes += piece.length;
    if (this.#bytes > MOST_FILE_BYTES) throw new Refusal("imports.file_too_large");
    this.#hash.update(piece);
    if (this.#head.length < HEAD) this.#head = Buffer.concat([this.#head, piece.subarray(0, HEAD)]);
    const whole = this.#left.length === 0 ? piece : Buffer.concat([this.#left, piece]);
    const { wide, broken, left } = countUtf8(whole);
    this.#wide += wide;
    this.#broken += broken;
    this.#left = left === 0 ? new Uint8Array(0) : Buffer.from(whole.subarray(whole.length - left));
  }

  read(told: ReaderKind | undefined): Weighed {
    if (this.#bytes === 0) throw new Refusal("imports.file_empty");
    const reader = told ?? kindOf(this.#head);
    const { encoding, damaged } = decideEncoding(this.#wide, this.#broken + this.#left.length);
    return { reader, bytes: this.#bytes, hash: this.#hash.digest("hex"), encoding, damaged };
  }
}

const begins = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);

function kindOf(head: Buffer): ReaderKind {
  if (begins(head, 0x50, 0x41, 0x52, 0x31)) return "parquet";
  if (begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff)) throw new Refusal("imports.file_utf16");
  const packed =
    begins(head, 0x50, 0x4b) ||
    begins(head, 0x1f, 0x8b) ||
    begins(head, 0xd0, 0xcf) ||
    begins(head, 0x25, 0x50, 0x44, 0x46);
  if (packed || head.includes(0)) throw new Refusal("imports.file_not_readable");
  const text = head
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (text.startsWith("[")) throw new Refusal("imports.file_json_array");
  return text.startsWith("{") ? "jsonl" : "csv";
}

/** Files that no import knows any more: uploads that were cut off, and what was left behind. */
export async function listStrayFiles(
  home: string,
  known: (ids: string[]) => Promise<string[]>,
  before: number,
): Promise<string[]> {
  const names = await readdir(folderOf(home)).catch(() => []);
  const old: string[] = [];
  for (const name of names.filter(beginsWithUuid)) {
    const at = await stat(join(folderOf(home), name)).catch(() => undefined);
    if (at !== undefined && at.mtimeMs < before) old.push(name);
  }
  const kept = new Set(await known([...new Set(old.map((name) => name.slice(0, 36)))]));
  return old
    .filter((name) => name.endsWith(".part") || !kept.has(name.slice(0, 36)))
    .map((name) => join(folderOf(home), name));
}
