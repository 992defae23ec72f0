// Counts and checks rows as COPY text streams by: a row is a line, a line feed inside a value is written `\n`.
import { createHash, hash } from "node:crypto";
import type { TableSum } from "./format.ts";

const LANES = 8;

export class RowSum {
  readonly #all = createHash("sha256");
  readonly #lanes = new Uint32Array(LANES);
  #rest: Buffer[] = [];
  #rows = 0;
  #bytes = 0;

  take(chunk: Buffer): void {
    this.#all.update(chunk);
    this.#bytes += chunk.length;
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      this.#row(chunk.subarray(from, end));
      from = end + 1;
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from));
  }

  /** Adding the digests up makes the order of rows irrelevant, while every row still counts. */
  #row(end: Buffer): void {
    const line = this.#rest.length === 0 ? end : Buffer.concat([...this.#rest, end]);
    this.#rest = [];
    const digest = hash("sha256", line, "buffer");
    for (let lane = 0; lane < LANES; lane++)
      this.#lanes[lane] = (this.#lanes[lane] ?? 0) + digest.readUInt32LE(lane * 4);
    this.#rows++;
  }

  done(): TableSum {
    return {
      rows: this.#rows,
      bytes: this.#bytes,
      sha256: this.#all.digest("hex"),
      sum: Buffer.from(this.#lanes.buffer).toString("hex"),
    };
  }
}

/** Puts small pieces together and parts large ones, so that each block packs well and fits into memory. */
export async function* blocksOf(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    while (length + rest.length >= size) {
      held.push(rest.subarray(0, size - length));
      yield Buffer.concat(held);
      rest = rest.subarray(size - length);
      held = [];
      length = 0;
    }
    if (rest.length > 0) held.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(held);
}
