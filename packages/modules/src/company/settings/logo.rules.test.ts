import { describe, expect, it } from "vitest";
import { checkLogo } from "./logo.rules.ts";

type Kind = Parameters<typeof checkLogo>[0];
function codeOf(kind: Kind, bytes: Buffer): string {
  try {
    checkLogo(kind, bytes);
    return "taken";
  } catch (error) {
    return (error as { code: string }).code;
  }
}
const svg = (inside: string, before = "") =>
  codeOf(
    "image/svg+xml",
    Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${inside}</svg>`),
  );
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
function webp(): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write("RIFF\0\0\0\0WEBPVP8X", "latin1");
  bytes.writeUIntLE(199, 24, 3);
  bytes.writeUIntLE(99, 27, 3);
  return bytes;
}

describe("a logo", () => {
  it("is a PNG, a WebP or an SVG that draws", () => {
    expect(codeOf("image/png", png(200, 80))).toBe("taken");
    expect(codeOf("image/webp", webp())).toBe("taken");
    expect(svg('<path d="M0 0h8v8z" fill="#a00"/>')).toBe("taken");
    expect(svg("<g/>", '<?xml version="1.0"?>\n<!-- made with care -->\n')).toBe("taken");
    expect(
      svg(
        '<defs><linearGradient id="a"/><path id="b"/></defs><use href="#b" fill="url(#a)"/><style>path{fill:url("#a")}</style>',
      ),
    ).toBe("taken");
    expect(svg('<image href="data:image/png;base64,AAAA"/><text>only one</text>')).toBe("taken");
  });

  it("is what it says it is: the bytes are read, not the name", () => {
    expect(codeOf("image/png", webp())).toBe("company.logo_not_a_picture");
    expect(codeOf("image/webp", png(2, 2))).toBe("company.logo_not_a_picture");
    expect(codeOf("image/png", png(0, 2))).toBe("company.logo_not_a_picture");
    expect(codeOf("image/svg+xml", Buffer.from("<html><svg></svg></html>"))).toBe(
      "company.logo_not_a_picture",
    );
    expect(codeOf("image/png", Buffer.from("<svg/>"))).toBe("company.logo_not_a_picture");
  });

  it("is not larger than screens need: neither in bytes nor unpacked", () => {
    expect(codeOf("image/png", Buffer.alloc(512 * 1024 + 1))).toBe("company.logo_too_large");
    expect(codeOf("image/png", png(30_000, 30_000))).toBe("company.logo_too_large");
  });

  it.each([
    "<script>alert(1)</script>",
    "<svg:script>alert(1)</svg:script>",
    '<path onload="alert(1)"/>',
    "<path\nonclick = 'alert(1)'/>",
    '<a href="javascript:alert(1)"><path/></a>',
    '<a xlink:href="java&#115;cript:alert(1)"><path/></a>',
    "<foreignObject><body/></foreignObject>",
    '<image href="https://evil.example/x.png"/>',
    '<use href="//evil.example/x.svg#a"/>',
    "<style>@import 'https://evil.example/x.css'</style>",
    "<style>path{fill:url(https://evil.example/x)}</style>",
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<a><animate attributeName="href" to="javascript:alert(1)"/></a>',
  ])("that does more than draw is not taken: %s", (inside) => {
    expect(svg(inside)).toBe("company.logo_active");
  });

  it("may not bring a document type with it: entities hide what is inside", () => {
    expect(
      codeOf("image/svg+xml", Buffer.from('<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="x">&x;</svg>')),
    ).toMatch(/logo_(active|not_a_picture)/);
  });
});
