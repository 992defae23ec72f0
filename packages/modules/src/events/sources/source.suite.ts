// What every source kind must hold. A kind's test calls this with its recordings and then tests its own words.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { list, record } from "./json.ts";
import type { Door, Knock, SourceKind } from "./source.ts";

export type Recorded = { knock: Knock; body: unknown };

/** The requests of one recording, as the server would hand them on. */
export function recorded(file: string): readonly Recorded[] {
  const path = new URL(`../../../../../fixtures/wire/${file}`, import.meta.url);
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => {
    const request = record(JSON.parse(line)) ?? {};
    const at = new URL(String(request["url"]), "http://localhost");
    return {
      knock: knockAt(request["method"] === "GET" ? "GET" : "POST", at, headersOf(request["headers"])),
      body: request["body"],
    };
  });
}

export function knockAt(method: Door["method"], at: URL | string, headers: Knock["headers"] = {}): Knock {
  const url = typeof at === "string" ? new URL(at, "http://localhost") : at;
  return { method, url: url.pathname, headers, query: Object.fromEntries(url.searchParams), params: {} };
}

function headersOf(value: unknown): Knock["headers"] {
  return Object.fromEntries(Object.entries(record(value) ?? {}).map(([name, text]) => [name, String(text)]));
}

/** The knock with its url parameters filled in, or undefined when no door of this kind opens to it. */
export function atDoor(kind: SourceKind, knock: Knock): Knock | undefined {
  for (const door of kind.doors.filter((door) => door.method === knock.method)) {
    const names = [...door.url.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
    const found = new RegExp(`^${door.url.replaceAll(".", "\\.").replace(/:\w+/g, "([^/]+)")}$`).exec(
      knock.url,
    );
    if (found)
      return {
        ...knock,
        params: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""])),
      };
  }
  return undefined;
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

/** Keys that some wire gives a meaning to, so that the odd bodies reach the odd corners. */
const meant = [
  ...[
    "batch",
    "type",
    "userId",
    "context",
    "traits",
    "properties",
    "channel",
    "action",
    "integrations",
    "writeKey",
  ],
  ...[
    "event",
    "distinct_id",
    "uuid",
    "offset",
    "data",
    "token",
    "$set",
    "$set_once",
    "$anon_distinct_id",
    "alias",
  ],
  ...[
    "e",
    "cx",
    "co",
    "ue_px",
    "ue_pr",
    "dtm",
    "stm",
    "tv",
    "schema",
    "library",
    "name",
    "unmapped",
    "__proto__",
  ],
];
const words = [
  "$identify",
  "$merge_dangerously",
  "$pageview",
  "identify",
  "track",
  "ue",
  "se",
  "pv",
  "eyJkYXRhIjpudWxsfQ",
  "{",
  "",
];

const leaf = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(...words), fc.constant(1e300));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...meant) },
            { weight: 1, arbitrary: fc.string() },
          ),
          tie("tree"),
        ),
        { maxLength: 6 },
      )
      .map((fields) => Object.fromEntries(fields)),
  ),
}));
const strings = fc.dictionary(
  fc.oneof(fc.constantFrom(...meant, "_", "a.b.c", "v"), fc.string()),
  fc.string(),
  { maxKeys: 5 },
);
const headers = fc.dictionary(
  fc.constantFrom(
    "authorization",
    "x-write-key",
    "host",
    "origin",
    "x-ip-policy",
    "sp-anonymous",
    "posthog-sdk-info",
  ),
  fc.oneof(fc.string(), fc.constantFrom("Basic d2s6", "Bearer k", "Basic %", "localhost:3000")),
);

function knocks(kind: SourceKind): fc.Arbitrary<Knock> {
  return fc
    .record({
      door: fc.constantFrom(...kind.doors),
      call: fc.oneof(fc.constantFrom("track", "batch", "e"), fc.string()),
      query: strings,
      headers,
    })
    .map(({ door, call, query, headers }) => {
      const url = door.url.replace(/:\w+/, call);
      return { method: door.method, url, headers, query, params: { type: call, key: call, token: call } };
    });
}

/** An id of a device or a person, a type and a message id: what every event of a healthy client has. */
function expectWhole(message: unknown): void {
  const fields = record(message) ?? {};
  expect(["track", "page", "screen", "identify", "group", "alias"]).toContain(fields["type"]);
  expect(fields["messageId"]).toEqual(expect.stringMatching(/.+/));
  expect(fields["userId"] ?? fields["anonymousId"] ?? fields["distinctId"]).toEqual(
    expect.stringMatching(/.+/),
  );
  expect(Date.parse(String(fields["timestamp"] ?? fields["originalTimestamp"]))).toBeGreaterThan(0);
}

export function sourceSuite(kind: SourceKind, recordings: readonly string[]): void {
  describe(`every source: ${kind.kind}`, () => {
    it("reads whatever is sent without falling over, the same way twice, and leaves it as it was", () => {
      fc.assert(
        fc.property(knocks(kind), tree, (knock, body) => {
          const before = JSON.stringify(body);
          const letter = kind.read(frozen(knock), frozen(body));
          expect(list(letter.messages)).toBeDefined();
          expect(letter.came.length).toBe(letter.messages.length);
          expect(kind.read(knock, body)).toEqual(letter);
          expect(kind.keyOf(knock, body)).toEqual(kind.keyOf(knock, body));
          kind.answer?.({ accepted: 1, duplicates: 0, parked: 0 }, knock);
          expect(JSON.stringify(body)).toBe(before);
        }),
        { numRuns: 500 },
      );
    });

    it("survives a body nested deeper than anything can be written", () => {
      const deep = JSON.parse(`${'{"context":'.repeat(20_000)}1${"}".repeat(20_000)}`);
      for (const door of kind.doors) {
        const knock = knockAt(door.method, door.url);
        for (const body of [deep, [deep], { batch: [deep], data: [deep], context: deep }]) {
          expect(kind.read(knock, body).messages.length).toBeGreaterThanOrEqual(0);
          kind.keyOf(knock, body);
        }
      }
    });

    it.each(recordings)("understands every request that %s sent", (file) => {
      let read = 0;
      for (const { knock, body } of recorded(file)) {
        const opened = atDoor(kind, knock);
        if (!opened) throw new Error(`no door for ${knock.method} ${knock.url}`);
        expect(kind.keyOf(opened, body)).toEqual(expect.stringMatching(/.+/));
        const { messages } = kind.read(opened, frozen(body));
        for (const message of messages) expectWhole(message);
        read += messages.length;
      }
      expect(read).toBeGreaterThan(0);
    });
  });
}
