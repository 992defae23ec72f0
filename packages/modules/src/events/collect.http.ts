// The request of an event client, from bytes to JSON: any content type, gzip, deflate or br, 5 MB counted unpacked.

import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { Refusal } from "@somlos/contract";
import { isSuspicious } from "./parse/clean.rules.ts";
import { parseExactly } from "./parse/exactly.rules.ts";

export const MOST_BODY_BYTES = 5 * 1024 * 1024;
const unpackers: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: (bytes) => promisify(gunzip)(bytes, { maxOutputLength: MOST_BODY_BYTES }),
  deflate: (bytes) => promisify(inflate)(bytes, { maxOutputLength: MOST_BODY_BYTES }),
  br: (bytes) => promisify(brotliDecompress)(bytes, { maxOutputLength: MOST_BODY_BYTES }),
};

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The bytes, unpacked. Some browsers send gzip without saying so. */
export async function unpack(bytes: Buffer, encoding: string | undefined): Promise<Buffer> {
  const how = unpackers[encoding?.toLowerCase() ?? ""] ?? (isGzip(bytes) ? unpackers["gzip"] : undefined);
  if (how === undefined) return bytes;
  try {
    return await how(bytes);
  } catch (error) {
    throw new Refusal(
      (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "door.too_large" : "door.not_json",
    );
  }
}

/** Some editors and tools put it before a text. */
const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

/** `suspicious`: the text may hold something to clean; without a text nobody knows. */
export type ReadBody = { readonly body: unknown; readonly suspicious: boolean };

/** UTF-8 to JSON. A form field `data` with JSON in it (sendBeacon fallbacks) is read too. */
export function readJson(bytes: Buffer | undefined): ReadBody {
  if (bytes === undefined || bytes.length === 0) return { body: undefined, suspicious: true };
  const suspicious = isSuspicious(bytes);
  const text = bytes.toString("utf8");
  try {
    return { body: suspicious ? parseExactly(text) : JSON.parse(text), suspicious };
  } catch {
    if (bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK))
      return readJson(bytes.subarray(BYTE_ORDER_MARK.length));
    const field = /^data=/.test(text) ? new URLSearchParams(text).get("data") : null;
    if (field === null) throw new Refusal("door.not_json");
    try {
      return { body: parseExactly(field), suspicious: true };
    } catch {
      throw new Refusal("door.not_json");
    }
  }
}
