// UTF-8 or not, decided over all bytes of a file while it comes in.
import type { ReadSettings } from "@somlos/contract/rooms/imports-mapping";

export type Encoding = NonNullable<ReadSettings["encoding"]>;

/** Length of a UTF-8 character that begins with this byte; 0 when none does. */
function lengthAt(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/** Second bytes that would make an overlong form, a surrogate or a code beyond Unicode. */
function badSecond(first: number, second: number): boolean {
  if (first === 0xe0) return second < 0xa0;
  if (first === 0xed) return second > 0x9f;
  if (first === 0xf0) return second < 0x90;
  return first === 0xf4 && second > 0x8f;
}

/** Counts characters of more than one byte, and bytes that are none; `left` bytes at the end may go on in the next piece. */
export function countUtf8(bytes: Uint8Array): { wide: number; broken: number; left: number } {
  let wide = 0;
  let broken = 0;
  let i = 0;
  while (i < bytes.length) {
    const first = bytes[i] as number;
    const length = lengthAt(first);
    if (length === 1) {
      i++;
      continue;
    }
    const fits = length > 0 && follows(bytes, i, length);
    if (fits === "cut") return { wide, broken, left: bytes.length - i };
    if (fits) wide++;
    else broken++;
    i += fits ? length : 1;
  }
  return { wide, broken, left: 0 };
}

function follows(bytes: Uint8Array, at: number, length: number): boolean | "cut" {
  for (let k = 1; k < length; k++) {
    const byte = bytes[at + k];
    if (byte === undefined) return "cut";
    if ((byte & 0xc0) !== 0x80 || (k === 1 && badSecond(bytes[at] as number, byte))) return false;
  }
  return true;
}

/** A file with far more good characters than broken bytes is UTF-8 that was damaged; else it was never UTF-8. */
export function decideEncoding(wide: number, broken: number): { encoding: Encoding; damaged: boolean } {
  if (broken === 0) return { encoding: "utf-8", damaged: false };
  return wide >= broken * 10
    ? { encoding: "utf-8", damaged: true }
    : { encoding: "windows-1252", damaged: false };
}
