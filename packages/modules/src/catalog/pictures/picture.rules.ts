// What may be a picture: told by its bytes, not by what somebody calls it. Pure.
import { type PictureType, pictureEndings } from "@somlos/contract/rooms/catalog-pictures";

const text = (bytes: Buffer, from: number, to: number): string => bytes.toString("latin1", from, to);

/** How each kind begins; the shortest file of any of them is longer than this. */
const BEGINS: readonly (readonly [PictureType, (bytes: Buffer) => boolean])[] = [
  ["image/png", (bytes) => text(bytes, 0, 16) === "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
  ["image/jpeg", (bytes) => text(bytes, 0, 3) === "\xff\xd8\xff"],
  ["image/webp", (bytes) => text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP"],
  ["image/avif", (bytes) => text(bytes, 4, 8) === "ftyp" && /^avi[fs]$/.test(text(bytes, 8, 12))],
];
const SHORTEST = 24;
const MARK = /^\uFEFF?\s*</;

/** The words of what may be an SVG. */
export function svgIn(bytes: Buffer): string | undefined {
  try {
    const found = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return MARK.test(found) ? found : undefined;
  } catch {
    return undefined; // no UTF-8
  }
}

/** Which of the kinds that are made of dots. */
export const dotsIn = (bytes: Buffer): PictureType | undefined =>
  BEGINS.find(([, begins]) => bytes.length >= SHORTEST && begins(bytes))?.[0];

const NAME = /^([0-9a-f]{64})\.([a-z]{3,4})$/;
export const pictureNameOf = (hash: string, type: PictureType): string => `${hash}.${pictureEndings[type]}`;
/** The hash in a name; undefined when no picture can be called so. */
export const hashIn = (name: string): string | undefined => NAME.exec(name)?.[1];
