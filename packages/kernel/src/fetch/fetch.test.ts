// A file is fetched from the internet and from nowhere else: what leads into the house's own net is not called, however it gets there.
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { addressIn, type FetchHouse, fetchOut, isInner } from "./index.ts";

let server: Server;
let port: number;
let answer: RequestListener;
let asked: { path: string; headers: Record<string, unknown> }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((tell) => server.listen(0, "127.0.0.1", tell));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const own: FetchHouse = { inner: ["127.0.0.1", "affar.exempel"], resolve: async () => [HERE] };
const HERE = { address: "127.0.0.1", family: 4 } as const;
const wish = (address: string, more: object = {}) => ({
  ...{ address, login: null, etag: null, modified: null },
  ...more,
});
const at = (path: string, host = "127.0.0.1"): string => `http://${host}:${port}${path}`;
async function read(house: FetchHouse, address: string, more: object = {}): Promise<string> {
  try {
    const found = await fetchOut(house, wish(address, more));
    if (found.kind === "same") return "same";
    const pieces: Uint8Array[] = [];
    for await (const piece of found.file) pieces.push(piece);
    return Buffer.concat(pieces).subarray(0, 1000).toString();
  } catch (error) {
    return (error as { code: string }).code;
  }
}
const readNamed = (...addresses: string[]): Promise<string> =>
  read(
    {
      inner: [],
      resolve: async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    },
    "https://varor.exempel/alla.csv",
  );

const innerAddresses = [
  ...["0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.1.1", "169.254.169.254"],
  ...[
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.170",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
  ],
  ...["::", "::1", "fe80::1", "fc00::1", "fd12:3456::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1"],
  ...[
    "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001::1",
    "100::1",
    "::7f00:1",
  ],
];
it.each(innerAddresses)(
  "%s is not called: by itself, behind a name, or as one of several",
  async (address) => {
    expect(isInner(address)).toBe(true);
    const host = address.includes(":") ? `[${address}]` : address;
    expect(await read({ inner: [] }, `https://${host}/alla.csv`)).toBe("fetch.inner");
    expect(await readNamed(address)).toBe("fetch.inner");
    expect(await readNamed("8.8.8.8", address)).toBe("fetch.inner");
  },
);
it.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450:4001::1", "::ffff:8.8.8.8"])(
  "%s is the internet",
  (address) => {
    expect(isInner(address)).toBe(false);
  },
);
it.each(["https://0x7f.1/", "https://2130706433/", "https://0177.0.0.1/", "https://[::ffff:7f00:1]/"])(
  "%s is this machine, however it is written",
  (address) => {
    expect(() => addressIn({ inner: [] }, address)).toThrow("fetch.inner");
  },
);

it("an address is one of https without names in it; without TLS only to a machine that is listed", () => {
  for (const bad of [
    "varor.csv",
    "ftp://exempel.se/",
    "http://exempel.se/",
    "https://me:pw@exempel.se/",
    "file:///etc/passwd",
  ])
    expect(() => addressIn(own, bad)).toThrow("fetch.address_bad");
  expect(addressIn(own, "http://affar.exempel/alla.csv").host).toBe("affar.exempel");
  expect(addressIn({ inner: ["10.1.0.0/16"] }, "http://10.1.2.3/").host).toBe("10.1.2.3");
  expect(() => addressIn({ inner: ["10.1.0.0/16"] }, "https://10.2.2.3/")).toThrow("fetch.inner");
});

it("a listed name leads to the retailer's own machines, and never to the metadata of a cloud", async () => {
  answer = (_request, response) => response.end("sku\n1");
  expect(await read(own, at("/alla.csv", "affar.exempel"))).toBe("sku\n1");
  for (const address of ["169.254.169.254", "fe80::1", "::ffff:a9fe:a9fe", "fd00:ec2::254"])
    expect(
      await read({ ...own, resolve: async () => [{ address, family: 4 }] }, at("/", "affar.exempel")),
    ).toBe("fetch.inner");
});

it("a name is resolved once a call and that very address is called: where it leads a moment later matters nothing", async () => {
  answer = (_request, response) => response.end("sku\n1");
  let times = 0;
  const turning = async () => [++times === 1 ? HERE : { address: "127.0.0.2", family: 4 }];
  expect(await read({ ...own, resolve: turning }, at("/alla.csv", "affar.exempel"))).toBe("sku\n1");
  expect(times).toBe(1);
  expect(await read({ inner: [] }, "https://localhost/")).toBe("fetch.inner");
  const turned = async () => [++times === 2 ? { address: "10.0.0.9", family: 4 } : HERE];
  expect(await read({ inner: [], resolve: turned }, "https://varor.exempel/")).toBe("fetch.inner");
});

it("each redirect is looked at like an address of its own, and a sixth is one too many", async () => {
  const to = (location: string) => {
    answer = (request, response) =>
      request.url === "/alla.csv" ? response.writeHead(302, { location }).end() : response.end("sku\n1");
  };
  to("/hit");
  expect(await read(own, at("/alla.csv"))).toBe("sku\n1");
  for (const [location, code] of [
    ["http://169.254.169.254/latest/meta-data/", "fetch.inner"],
    ["https://10.0.0.1/", "fetch.inner"],
    ["http://exempel.se/", "fetch.address_bad"],
    ["gopher://exempel.se/", "fetch.address_bad"],
  ] as const) {
    to(location);
    expect(await read(own, at("/alla.csv"))).toBe(code);
  }
  to(`http://inre.exempel:${port}/`);
  const opens: FetchHouse = {
    inner: ["127.0.0.1", "inre.exempel"],
    resolve: async () => [{ address: "169.254.169.254", family: 4 }],
  };
  expect(await read(opens, at("/alla.csv"))).toBe("fetch.inner");
  answer = (_request, response) => response.writeHead(302, { location: "/alla.csv" }).end();
  asked = [];
  expect(await read(own, at("/alla.csv"))).toBe("fetch.redirects");
  expect(asked).toHaveLength(6);
});

it("name and password are said to the machine of the address and not to where it leads", async () => {
  answer = (request, response) =>
    request.headers.host?.startsWith("127") === true
      ? response.writeHead(302, { location: at("/", "affar.exempel") }).end()
      : response.end("sku\n1");
  expect(await read(own, at("/alla.csv"), { login: "oss:hemligt" })).toBe("sku\n1");
  expect(asked.map(({ headers }) => headers["authorization"])).toEqual([
    `Basic ${Buffer.from("oss:hemligt").toString("base64")}`,
    undefined,
  ]);
});

it("what it said of the last file is said to it, and nothing new is nothing new", async () => {
  answer = (request, response) =>
    request.headers["if-none-match"] === '"a"'
      ? response.writeHead(304).end()
      : response
          .writeHead(200, { etag: '"a"', "last-modified": "Mon, 02 Nov 2026 08:00:00 GMT" })
          .end("sku\n1");
  const first = await fetchOut(own, wish(at("/")));
  expect(first).toMatchObject({ etag: '"a"', modified: "Mon, 02 Nov 2026 08:00:00 GMT" });
  expect(await read(own, at("/"), { etag: '"a"' })).toBe("same");
  answer = (_request, response) => response.writeHead(304).end();
  expect(await read(own, at("/"))).toBe("fetch.answered");
});

it.each([
  [401, "fetch.denied"],
  [403, "fetch.denied"],
  [404, "fetch.gone"],
  [410, "fetch.gone"],
  [500, "fetch.answered"],
  [206, "fetch.answered"],
])("an answer of %d is %s", async (status, code) => {
  answer = (_request, response) => response.writeHead(status).end("nej");
  expect(await read(own, at("/"))).toBe(code);
});

it("packed files are unpacked, and one that swells without end or is too large is left", async () => {
  const rows = "sku;namn\n1;Lampa\n";
  answer = (_request, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(rows));
  expect(await read(own, at("/"))).toBe(rows);
  answer = (_request, response) =>
    response.writeHead(200, { "content-type": "application/gzip" }).end(gzipSync(rows));
  expect(await read(own, at("/alla.csv.gz"))).toBe(rows);
  const bomb = gzipSync(Buffer.alloc(48 * 1024 * 1024));
  answer = (_request, response) => response.end(bomb);
  expect(await read(own, at("/"))).toBe("fetch.swells");
  answer = (_request, response) => response.end(Buffer.alloc(2000, 65));
  expect(await read({ ...own, mostBytes: 1999 }, at("/"))).toBe("fetch.too_large");
  answer = (_request, response) => response.end(gzipSync(rows).subarray(0, 20));
  expect(await read(own, at("/"))).toBe("fetch.cut");
});

it("a file that breaks off, a machine that says nothing and one that drips are told apart", async () => {
  answer = (_request, response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write("sku\n1");
    setTimeout(() => response.destroy(), 30);
  };
  expect(await read(own, at("/"))).toBe("fetch.cut");
  answer = () => undefined;
  expect(await read({ ...own, idleMs: 60 }, at("/"))).toBe("fetch.silent");
  answer = (_request, response) => void response.write("sku");
  expect(await read({ ...own, idleMs: 60 }, at("/"))).toBe("fetch.silent");
  answer = (_request, response) => {
    const drip = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(drip));
  };
  expect(await read({ ...own, mostMs: 300 }, at("/"))).toBe("fetch.too_slow");
  expect(
    await read({ ...own, idleMs: 50, resolve: () => new Promise(() => undefined) }, at("/", "affar.exempel")),
  ).toBe("fetch.silent");
});

it("a name that nobody knows and a door that is closed are said as such", async () => {
  const unknown = () => Promise.reject(Object.assign(new Error("nobody"), { code: "ENOTFOUND" }));
  expect(await read({ ...own, resolve: unknown }, "https://finns-inte.exempel/")).toBe("fetch.no_name");
  expect(await read({ ...own, resolve: async () => [] }, "https://finns-inte.exempel/")).toBe(
    "fetch.no_name",
  );
  expect(await read(own, "http://127.0.0.1:9/")).toBe("fetch.unreachable");
});
