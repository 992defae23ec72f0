// Hostile requests, grown from what real clients have sent and from the examples of the specification.
import { readFileSync } from "node:fs";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { Random } from "@somlos/kernel/testing";
import { mutatedText } from "./mutate.ts";

export type Hostile = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** Message ids that must be stored when the answer is 200. */
  readonly siblings: readonly string[];
};
type Seed = { readonly method: string; readonly path: string; readonly body: unknown };
type Secrets = { readonly writeKey: string; readonly adminToken: string };

const fixture = (path: string): unknown[] =>
  readFileSync(new URL(`../../../../fixtures/${path}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

const RECORDINGS = [
  "jitsu-js",
  "posthog-node",
  "rudder-sdk-node",
  "segment-analytics-next-browser",
  "segment-analytics-node",
  "snowplow-node-tracker",
];
const KEYS = /wk:secret|wk:\*\*\*|wk_test|phc_test|"aid":"shop"/g;

export function seedsFrom(writeKey: string): Seed[] {
  const own = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value ?? null).replace(KEYS, (found) =>
        found.includes("aid") ? `"aid":"${writeKey}"` : writeKey,
      ),
    );
  const wire = RECORDINGS.flatMap((name) => fixture(`wire/${name}.jsonl`)).map((line) => {
    const { method, url, body } = line as { method: string; url: string; body: unknown };
    return { method, path: url.replace("wk_test", writeKey), body: own(body) };
  });
  const spec = fixture("segment-spec/examples.jsonl").flatMap((line) => {
    const { payload } = line as { payload?: unknown };
    return typeof payload === "object" && payload !== null
      ? [
          { method: "POST", path: "/v1/batch", body: { batch: [payload] } },
          { method: "POST", path: "/v1/track", body: payload },
        ]
      : [];
  });
  return [...wire, ...wire, ...spec];
}

const ODD_PATHS = [
  "/",
  "//",
  "/v1",
  "/v1/batch/",
  "/V1/BATCH",
  "/v1/%00",
  "/v1/%zz",
  "/v1/..%2f..%2fetc%2fpasswd",
  "/../../etc/passwd",
  "/v1/pixel/track?data=%7B",
  "/v1/pixel/page?properties.a.b.c.d.e.f.g.h.i.j=1&__proto__.x=1&constructor.prototype.y=2",
  `/v1/projects/${"k".repeat(900)}/settings`,
  `/i?e=pv&aid=x&${"a=1&".repeat(500)}`,
  "/beacon/v1/batch?writeKey=%F0%9F%99%88",
  "/health?x[]=1&x[]=2",
  "/api/people/%F0%9F%99%88",
  "/api/events/%00/trace",
  `/api/events/${"x".repeat(600)}/trace`,
  "/api/people/lookup?kind=__proto__&value=x",
  "/api/people/lookup?kind=email&value=%00",
  "/api/people/lookup?kind=login&value=%ED%A0%80",
  "/api/people?query=%00&limit=50",
  "/api/people?query=%25%5C_%27&limit=1",
  "/api/events/live?after=1e99&limit=200",
  "/api/events/live?after=-1&q=%00",
  "/api/events/parked?before=%00",
  "/api/events/parked?before=9_9",
  "/api/people/00000000-0000-0000-0000-000000000000/timeline?before=9999999999999999_9999999999999999",
  "/api/audit?before=x",
  "/api/people/lookup",
  "/api/people/lookup",
  "/api/events/parked/replay",
  "/api/keys",
];
const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];
const TYPES = [
  "application/json",
  "text/plain",
  "text/plain;charset=UTF-8",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/octet-stream",
  "image/png",
  "nonsense",
  "application/json; charset=latin1",
];

/** One in so many is huge; those are few, since each costs megabytes. */
const BIG = 0.002;
const zeros = gzipSync(Buffer.alloc(40_000_000, 32));

function packed(text: string, r: Random): { body: Buffer; encoding?: string } {
  const bytes = Buffer.from(text);
  const cut = (buffer: Buffer) => buffer.subarray(0, r.below(buffer.length + 1));
  const flipped = (buffer: Buffer) => {
    const copy = Buffer.from(buffer);
    for (let i = 0; i < 3 && copy.length > 0; i++) copy[r.below(copy.length)] = r.below(256);
    return copy;
  };
  const ways: readonly (() => { body: Buffer; encoding?: string })[] = [
    () => ({ body: gzipSync(bytes), encoding: "gzip" }),
    () => ({ body: gzipSync(bytes) }),
    () => ({ body: deflateSync(bytes), encoding: "deflate" }),
    () => ({ body: brotliCompressSync(bytes), encoding: "br" }),
    () => ({ body: cut(gzipSync(bytes)), encoding: "gzip" }),
    () => ({ body: flipped(gzipSync(bytes)), encoding: "gzip" }),
    () => ({
      body: bytes,
      encoding: r.pick(["gzip", "br", "deflate", "zstd", "identity", "gzip, gzip", "__proto__"]),
    }),
    () => ({ body: cut(bytes) }),
    () => ({ body: flipped(bytes) }),
    () => ({ body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]) }),
    () => ({ body: Buffer.from(`data=${encodeURIComponent(text)}`) }),
    () => ({
      body: Buffer.from(r.pick(["", "null", "[]", '""', "0", "{", "[[[[", "undefined", "{}{}", "\0"])),
    }),
  ];
  if (r.chance(BIG)) return { body: zeros, encoding: "gzip" };
  if (r.chance(BIG)) return { body: Buffer.alloc(5 * 1024 * 1024 + 10, 32) };
  return r.chance(0.6) ? { body: bytes } : r.pick(ways)();
}

/** A batch in which one event is odd and two are in order. */
function withSiblings(seed: Seed, r: Random, { writeKey }: Secrets, id: string): Hostile {
  const good = (n: number) =>
    JSON.stringify({
      type: "track",
      event: "Healthy",
      userId: `healthy-${id}`,
      messageId: `healthy-${id}-${n}`,
    });
  const odd = (seed.body as { batch?: unknown[] } | null)?.batch?.[0] ?? seed.body ?? {};
  const body = Buffer.from(`{"batch":[${good(1)},${mutatedText(odd, r, 1 + r.below(4))},${good(2)}]}`);
  return {
    method: "POST",
    path: "/v1/batch",
    headers: { "x-write-key": writeKey, "content-type": r.pick(TYPES) },
    body,
    siblings: [`healthy-${id}-1`, `healthy-${id}-2`],
  };
}

function keyFor(path: string, r: Random, { writeKey, adminToken }: Secrets): string {
  if (path.startsWith("/api/") && !path.startsWith("/api/s/")) return `Bearer ${adminToken}`;
  const basic = `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}`;
  return r.pick([basic, basic, `Bearer ${writeKey}`, "Basic %%%", "Basic Og=="]);
}

export function makeHostile(seeds: readonly Seed[], r: Random, secrets: Secrets, id: string): Hostile {
  const seed = r.pick(seeds);
  if (r.chance(0.35)) return withSiblings(seed, r, secrets, id);
  const odd = r.chance(0.12);
  const path = odd ? r.pick(ODD_PATHS) : seed.path;
  const usual = odd ? r.pick(["GET", "POST"]) : seed.method;
  const method = r.chance(0.06) ? r.pick(METHODS) : usual;
  const { body, encoding } = packed(mutatedText(seed.body, r, r.below(4)), r);
  const sometimes = (chance: number, name: string, value: string) =>
    r.chance(chance) ? { [name]: value } : {};
  return {
    method,
    path,
    headers: {
      ...sometimes(0.95, "authorization", keyFor(path, r, secrets)),
      ...sometimes(0.9, "content-type", r.pick(TYPES)),
      ...(encoding !== undefined && { "content-encoding": encoding }),
      ...sometimes(0.1, "origin", r.pick(["null", "https://evil.example", "x".repeat(300)])),
      ...sometimes(0.1, "accept-language", r.pick(["sv", "da-DK;q=0.1,*", "x".repeat(500), ";;;"])),
    },
    body: method === "GET" || method === "HEAD" ? undefined : body,
    siblings: [],
  };
}
