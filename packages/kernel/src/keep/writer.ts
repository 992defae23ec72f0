// Writes a backup to a draft beside its place; the name is given when the last byte is on the disk.
import { createHash, randomBytes } from "node:crypto";
import { access, type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { constants, zstdCompress } from "node:zlib";
import {
  BLOCK_BYTES,
  type Frame,
  type Header,
  MAGIC,
  nameOf,
  type Summary,
  type TableSum,
} from "./format.ts";
import { KeepRefusal } from "./refusal.ts";
import { blocksOf, RowSum } from "./rows.ts";

const pack = promisify(zstdCompress);
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } };

/** How a draft is named: never mistaken for a backup, found again by whoever cleans up. */
export const DRAFT = ".draft-";

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

function unwritable(path: string, error: unknown): KeepRefusal {
  const { code } = error as { code?: string };
  const why = code === "ENOSPC" ? "the disk is full" : (code ?? String(error));
  return new KeepRefusal(
    "keep.file_unwritable",
    `The backup ${path} cannot be written (${why}). Make room or choose another place; nothing was left behind.`,
    error,
  );
}

export class BackupWriter {
  readonly #path: string;
  readonly #draft: string;
  readonly #file: FileHandle;
  readonly #header: Header;
  readonly #sha = createHash("sha256");
  readonly #sums = new Map<string, TableSum>();
  #bytes = 0;

  private constructor(path: string, draft: string, file: FileHandle, header: Header) {
    this.#path = path;
    this.#draft = draft;
    this.#file = file;
    this.#header = header;
  }

  static async begin(path: string, header: Header): Promise<BackupWriter> {
    await BackupWriter.refuseIfThere(path);
    const draft = join(dirname(path), `${basename(path)}${DRAFT}${randomBytes(4).toString("hex")}`);
    const file = await open(draft, "wx", 0o600).catch((error: unknown) => {
      throw unwritable(path, error);
    });
    const writer = new BackupWriter(path, draft, file, header);
    await writer.#write(Buffer.from(MAGIC));
    await writer.#json("H", header);
    return writer;
  }

  static async refuseIfThere(path: string): Promise<void> {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there)
      throw new KeepRefusal(
        "keep.file_exists",
        `${path} exists already. Choose another name: a backup is never overwritten.`,
      );
  }

  /** Writes the rows of the table with this number in the header. */
  async table(index: number, rows: AsyncIterable<Buffer>): Promise<TableSum> {
    const table = this.#header.tables[index];
    if (table === undefined) throw new Error(`no table ${index}`);
    await this.#json("T", { table: index });
    const counted = new RowSum();
    for await (const block of blocksOf(rows, BLOCK_BYTES)) {
      counted.take(block);
      await this.#frame("D", await pack(block, PACKING));
    }
    const sum = counted.done();
    await this.#json("E", sum);
    this.#sums.set(nameOf(table), sum);
    return sum;
  }

  /** Ends the file and gives it its name. */
  async finish(): Promise<Summary> {
    const rows = [...this.#sums.values()].reduce((all, one) => all + one.rows, 0);
    const totals = { tables: this.#sums.size, rows, sha256: this.#sha.copy().digest("hex") };
    await this.#json("Z", totals);
    try {
      await this.#file.sync();
      await this.#file.close();
      await BackupWriter.refuseIfThere(this.#path);
      await rename(this.#draft, this.#path);
      await syncFolder(dirname(this.#path));
    } catch (error) {
      throw error instanceof KeepRefusal ? error : unwritable(this.#path, error);
    }
    return { header: this.#header, totals, sums: this.#sums, fileBytes: this.#bytes };
  }

  /** Takes the draft away; after `finish` nothing is left to take. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#draft, { force: true });
  }

  #json(kind: Frame, value: object): Promise<void> {
    return this.#frame(kind, Buffer.from(JSON.stringify(value)));
  }

  async #frame(kind: Frame, payload: Buffer): Promise<void> {
    const head = Buffer.alloc(5);
    head.write(kind, "latin1");
    head.writeUInt32BE(payload.length, 1);
    await this.#write(Buffer.concat([head, payload]));
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#sha.update(bytes);
    this.#bytes += bytes.length;
    try {
      for (let at = 0; at < bytes.length; ) at += (await this.#file.write(bytes, at)).bytesWritten;
    } catch (error) {
      throw unwritable(this.#path, error);
    }
  }
}
