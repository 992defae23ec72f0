// A file in pieces from a byte on, closed whatever happens.
import { open } from "node:fs/promises";
import { Refusal } from "@somlos/contract";

export const PIECE_BYTES = 1024 * 1024;

export async function openFile(path: string) {
  return open(path, "r").catch((error: unknown) => {
    throw (error as { code?: string }).code === "ENOENT" ? new Refusal("imports.file_gone") : error;
  });
}

export async function* pieces(path: string, from: number): AsyncGenerator<Buffer> {
  const file = await openFile(path);
  try {
    for (let at = from; ; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PIECE_BYTES), 0, PIECE_BYTES, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The first bytes of a file. */
export async function beginning(path: string, most: number): Promise<Buffer> {
  const file = await openFile(path);
  try {
    const buffer = Buffer.alloc(most);
    const { bytesRead } = await file.read(buffer, 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export const hasBom = (bytes: Buffer): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
