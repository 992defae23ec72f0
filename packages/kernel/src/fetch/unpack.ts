// A file as it comes from elsewhere: packed with gzip or not, never more than so much, and nothing that swells without end.
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refusal } from "@somlos/contract";

/** Text of goods packs to a tenth or a thirtieth. What swells two hundred times is made to fill a disk. */
const MOST_SWELLING = 200;
const HARMLESS_BYTES = 32 * 1024 * 1024;

/** Its first bytes together, so that they can be looked at. */
async function* withHead(pieces: AsyncIterable<Uint8Array>, least: number): AsyncGenerator<Buffer> {
  let head = Buffer.alloc(0);
  let begun = false;
  for await (const piece of pieces) {
    if (begun) {
      yield Buffer.from(piece);
      continue;
    }
    head = Buffer.concat([head, piece]);
    begun = head.length >= least;
    if (begun) yield head;
  }
  if (!begun && head.length > 0) yield head;
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

async function* gunzipped(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [packed, bytes] = [0, 0];
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      packed += piece.length;
      yield piece;
    }
  };
  const gunzip = createGunzip();
  pipeline(Readable.from(counted()), gunzip, () => undefined); // what goes wrong is thrown to whoever reads
  for await (const piece of gunzip as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > HARMLESS_BYTES && bytes > packed * MOST_SWELLING) throw new Refusal("fetch.swells");
    yield piece;
  }
}

/** The file itself, whether it came packed or not; throws fetch.too_large and fetch.swells. */
export async function* unpacked(
  source: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Uint8Array> {
  const pieces = withHead(source, 2);
  const first = await pieces.next();
  if (first.done === true) return;
  const all = (async function* () {
    yield first.value;
    yield* pieces;
  })();
  let bytes = 0;
  for await (const piece of isGzip(first.value) ? gunzipped(all) : all) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new Refusal("fetch.too_large");
    yield piece;
  }
}
