// What may be a logo. The kind is read from the bytes, not believed. An SVG is a program to a browser: it is served in a
// sandbox without scripts (logo.routes.ts), and one that plainly does more than draw is not even taken. Pure.
import { Refusal } from "@somlos/contract";
import { type logoKinds, MOST_LOGO_BYTES } from "@somlos/contract/rooms/company";

export type LogoType = (typeof logoKinds)[number];

const MOST_PIXELS = 4096;
type Size = { readonly width: number; readonly height: number };

const PNG = "89504e470d0a1a0a0000000d49484452";

function sizeOfPng(bytes: Buffer): Size | undefined {
  if (bytes.length < 24 || bytes.toString("hex", 0, 16) !== PNG) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The three ways a WebP begins: with loss, without, extended. */
function sizeOfWebp(bytes: Buffer): Size | undefined {
  if (bytes.length < 30 || bytes.toString("latin1", 0, 4) !== "RIFF") return undefined;
  const kind = bytes.toString("latin1", 8, 16);
  if (kind === "WEBPVP8X") return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === "WEBPVP8L") {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind === "WEBPVP8 ")
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  return undefined;
}

const OPENING = /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<svg[\s>]/;
const ACTIVE =
  /<!doctype|<!entity|<\?xml-stylesheet|<\s*(?:\w+:)?(?:script|foreignobject|iframe|embed|object|audio|video|handler|set|animate\w*)\b|[\s"'/]on\w+\s*=|javascript:|@import/i;
/** Links: to parts of the picture itself and to pictures held within it. */
const LINK = /(?:href|src)\s*=\s*["']?\s*([^"'\s>]*)|url\(\s*["']?\s*([^"')]*)/gi;
const OWN = /^(?:#|data:image\/(?:png|jpeg|webp|gif);)/i;

function checkSvg(text: string): void {
  if (!OPENING.test(text)) throw new Refusal("company.logo_not_a_picture");
  const plain = text.replaceAll(/&#x([0-9a-f]+);?|&#(\d+);?/gi, (_all, hex?: string, dec?: string) => {
    const sign = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    return sign > 0 && sign < 0x11_0000 ? String.fromCodePoint(sign) : "";
  });
  const links = [...plain.matchAll(LINK)].map((found) => found[1] ?? found[2] ?? "");
  if (ACTIVE.test(plain) || links.some((link) => link !== "" && !OWN.test(link)))
    throw new Refusal("company.logo_active");
}

/** Refuses what is no logo. */
export function checkLogo(mediaType: LogoType, bytes: Buffer): void {
  if (bytes.length > MOST_LOGO_BYTES) throw new Refusal("company.logo_too_large");
  if (mediaType === "image/svg+xml") {
    checkSvg(bytes.toString("utf8"));
    return;
  }
  const size = mediaType === "image/png" ? sizeOfPng(bytes) : sizeOfWebp(bytes);
  if (size === undefined || size.width === 0 || size.height === 0)
    throw new Refusal("company.logo_not_a_picture");
  if (size.width > MOST_PIXELS || size.height > MOST_PIXELS) throw new Refusal("company.logo_too_large");
}
