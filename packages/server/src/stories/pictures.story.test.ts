// Pictures of goods that the house keeps itself: sent by the retailer's systems, shown to everybody, unable to do anything.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const PUBLIC = "https://goods.almvik.example";
let at: TestApp;
beforeAll(async () => {
  at = await openTestApp({ publicUrl: PUBLIC });
});
afterAll(() => at.close());

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
type Kept = {
  readonly id: string;
  readonly url: string;
  readonly code?: string;
  readonly sentence?: string;
};
async function keep(bytes: Uint8Array | string, key = at.secrets.serverKey, type = "image/png") {
  const answer = await fetch(`${at.base}/v1/pictures`, {
    method: "POST",
    headers: { "content-type": type, ...(key !== "" && { authorization: basic(key) }) },
    body: typeof bytes === "string" ? bytes : new Blob([bytes as Uint8Array<ArrayBuffer>]),
  });
  return { status: answer.status, ...((await answer.json()) as Kept) };
}
const svg = (inside: string, before = "") =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8">${inside}</svg>`;
const SOFA = svg('<defs><path id="a" d="M0 0h8v8z"/></defs><use href="#a" style="fill:url(#g)"/>');

const begins = (hex: string) => Buffer.concat([Buffer.from(hex, "hex"), Buffer.alloc(32)]);
const kinds = [
  ["image/png", "png", begins("89504e470d0a1a0a0000000d49484452")],
  ["image/jpeg", "jpg", begins("ffd8ffe0")],
  ["image/webp", "webp", begins("524946460000000057454250")],
  ["image/avif", "avif", begins("000000206674797061766966")],
  ["image/svg+xml", "svg", Buffer.from(SOFA)],
] as const;

describe("a picture of goods", () => {
  it.each(kinds)("is known as %s by its bytes, whatever it is called", async (type, ending, bytes) => {
    const kept = await keep(bytes, undefined, "text/html");
    const id = createHash("sha256").update(bytes).digest("hex");
    expect(kept).toEqual({ status: 200, id, url: `/media/${id}.${ending}` });
    const shown = await fetch(`${at.base}${kept.url}`);
    expect(shown.status).toBe(200);
    expect(shown.headers.get("content-type")).toBe(type);
    expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("that is sent twice, also at the same moment, is kept once", async () => {
    const one = svg("<g/>");
    const urls = (await Promise.all([keep(one), keep(one), keep(one)])).map(({ url }) => url);
    expect(new Set([...urls, (await keep(one)).url]).size).toBe(1);
    const client = await at.database.db.connect();
    const { rows } = await client.query("select 1 from catalog.pictures where media_type = 'image/svg+xml'");
    await client.end();
    expect(rows).toHaveLength(2); // this one and the sofa
  });

  it("may be kept for ever by whoever asks, and is not sent again to those who have it", async () => {
    const { url, id } = await keep(SOFA);
    const shown = await fetch(`${at.base}${url}`, { headers: { origin: "https://shop.example" } });
    expect(shown.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(shown.headers.get("etag")).toBe(`"${id}"`);
    expect(shown.headers.get("x-content-type-options")).toBe("nosniff");
    expect(shown.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
    expect(shown.headers.get("access-control-allow-origin")).toBe("https://shop.example");
    const again = await fetch(`${at.base}${url}`, { headers: { "if-none-match": `"${id}"` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  it.each([
    "<script>alert(1)</script>",
    "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
    '<path onload="alert(1)"/>',
    "<path\nonclick = 'alert(1)'/>",
    '<a href="javascript:alert(1)"><path/></a>',
    '<a xlink:href="java&#115;cript:alert(1)"><path/></a>',
    "<foreignObject/>",
    '<image href="https://evil.example/x.png"/>',
    '<use href="//evil.example/x.svg#a"/>',
    '<image href="/media/other.png"/>',
    '<g xml:base="https://evil.example/"><use href="#a"/></g>',
    "<style>@import 'https://evil.example/x.css'</style>",
    "<style>path{fill:<![CDATA[url(https://evil.example/x)]]></style>",
    "<style>path{fill:u\\72l(https://evil.example/x)}</style>",
    '<path fill="url(https://evil.example/x#a)"/>',
    '<path style="fill:image-set(&quot;https://evil.example/x&quot; 1x)"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<a><animate attributeName="href" to="javascript:alert(1)"/></a>',
  ])("that does more than draw is refused: %s", async (inside) => {
    const answer = await keep(svg(inside));
    expect([answer.status, answer.code]).toEqual([400, "catalog.picture_active"]);
  });

  it("may not bring a document type or a stylesheet with it", async () => {
    for (const before of ['<!DOCTYPE svg [<!ENTITY x "y">]>', '<?xml-stylesheet href="x.css"?>'])
      expect((await keep(svg("<g/>", before))).code).toBe("catalog.picture_active");
    expect((await keep(svg("<g/>", '<?xml version="1.0"?>\n<!-- drawn with care -->\n'))).status).toBe(200);
  });

  it("is refused when it is none: words, a page, half an SVG, nothing", async () => {
    for (const none of ["a sofa", "<html><svg></svg></html>", SOFA.slice(0, -3), "<svg/>", "", "{}"]) {
      const answer = await keep(none);
      expect([none, answer.status, answer.code]).toEqual([none, 400, "catalog.picture_not_one"]);
    }
    expect((await keep(begins("000000206674797068656963"))).code).toBe("catalog.picture_not_one");
  });

  it("is at most 2 MB", async () => {
    const [, , png] = kinds[0];
    const most = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024 - png.length)]);
    expect((await keep(most)).status).toBe(200);
    const answer = await keep(Buffer.concat([most, Buffer.alloc(1)]));
    expect([answer.status, answer.code]).toEqual([413, "catalog.picture_too_large"]);
    expect(answer.sentence).toContain("2 MB");
  });

  it("is taken from the retailer's own systems only, and there is none by another name", async () => {
    expect((await keep(SOFA, at.secrets.writeKey)).code).toBe("door.needs_server_key");
    expect((await keep(SOFA, "")).code).toBe("door.not_signed_in");
    const { url } = await keep(SOFA);
    for (const other of ["/media/x.svg", url.replace(".svg", ".png"), `/media/${"0".repeat(64)}.svg`])
      expect((await fetch(`${at.base}${other}`)).status).toBe(404);
  });
});

describe("a product", () => {
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${at.base}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: basic(at.secrets.serverKey), "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  it("shows a picture of the house at its full address elsewhere, and by its path to colleagues", async () => {
    const { url } = await keep(SOFA);
    const far = "https://cdn.example/sofa.png";
    const product = {
      ...{ code: "S-1", at: "2026-01-02T03:04:05Z", texts: [{ language: "en", name: "Sofa" }] },
      media: [{ url, alt: "A sofa" }, { url: far }],
      variants: [{ sku: "S-1-a", media: [{ url }] }],
    };
    expect(await ask("/v1/products", { products: [product] })).toMatchObject({ accepted: 1 });
    const shown = { media: [{ url: `${PUBLIC}${url}`, alt: "A sofa" }, { url: far }] };
    expect(await ask("/v1/products/S-1")).toMatchObject(shown);
    expect((await ask("/v1/products"))["items"]).toMatchObject([shown]);
    const scanned = (await ask("/v1/scan?code=S-1-a"))["product"] as { variants: object[] };
    expect(scanned.variants).toMatchObject([{ media: [{ url: `${PUBLIC}${url}` }] }]);
    expect((await at.ask("/api/products/S-1")).body).toMatchObject({ media: [{ url }, { url: far }] });
  });

  it("names no other path and no other kind of address", async () => {
    const said = { code: "S-2", at: "2026-01-02T03:04:05Z", texts: [{ language: "en", name: "Chair" }] };
    for (const url of ["/api/settings", "/media/../api", "javascript:alert(1)", "file:///etc/passwd"]) {
      const product = { ...said, media: [{ url }], variants: [{ sku: "S-2-a" }] };
      expect(await ask("/v1/products", { products: [product] })).toMatchObject({ accepted: 0 });
    }
  });
});
