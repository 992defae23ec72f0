import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { record } from "../json.ts";
import { atDoor, knockAt, recorded, sourceSuite } from "../source.suite.ts";
import { segment } from "./segment.source.ts";

sourceSuite(segment, [
  "segment-analytics-node.jsonl",
  "segment-analytics-next-browser.jsonl",
  "rudder-sdk-node.jsonl",
]);

const read = (url: string, body: unknown) => segment.read(knockAt("POST", url), body);
const nothing = { accepted: 0, duplicates: 0, parked: 0 };

describe("Segment's and RudderStack's clients", () => {
  it("a message sent alone gets its type from the address, in long and in short", () => {
    const types = ["track", "t", "page", "p", "screen", "s", "identify", "i", "group", "g", "alias", "a"].map(
      (call) => record(read(`/v1/${call}`, { userId: "u" }).messages[0])?.["type"],
    );
    expect(types).toEqual([
      "track",
      "track",
      "page",
      "page",
      "screen",
      "screen",
      "identify",
      "identify",
      "group",
      "group",
      "alias",
      "alias",
    ]);
    expect(read("/v1/track", { type: "page", userId: "u" }).messages).toEqual([
      { type: "page", userId: "u" },
    ]);
  });

  it("messages in a batch take over context, sending time and integrations from the batch, and their own words win", () => {
    const { messages, sentAt } = read("/v1/batch", {
      context: { ip: "10.0.0.1", app: { name: "till" } },
      integrations: { All: false },
      sentAt: "2026-01-02T00:00:00Z",
      batch: [
        { type: "track", event: "A", userId: "u" },
        {
          type: "track",
          event: "B",
          userId: "u",
          context: { ip: "10.0.0.2" },
          integrations: {},
          sentAt: "2026-01-01T00:00:00Z",
        },
      ],
    });
    expect(sentAt).toBe("2026-01-02T00:00:00Z");
    expect(messages).toEqual([
      {
        type: "track",
        event: "A",
        userId: "u",
        context: { ip: "10.0.0.1", app: { name: "till" } },
        integrations: { All: false },
        sentAt: "2026-01-02T00:00:00Z",
      },
      {
        type: "track",
        event: "B",
        userId: "u",
        context: { ip: "10.0.0.2", app: { name: "till" } },
        integrations: {},
        sentAt: "2026-01-01T00:00:00Z",
      },
    ]);
  });

  it("one large context for a thousand messages is not copied a thousand times: all wait, the first keeps it", () => {
    const { messages } = read("/v1/batch", {
      context: { blob: "x".repeat(100_000) },
      batch: Array.from({ length: 1000 }, (_, index) => ({
        type: "track",
        event: "A",
        userId: "u",
        messageId: `m${index}`,
      })),
    });
    expect(JSON.stringify(messages).length).toBeLessThan(300_000);
    expect(messages.every((message) => record(message)?.["refuse"] === "event.too_large")).toBe(true);
    expect(JSON.stringify(messages[0]).length).toBeGreaterThan(100_000);
  });

  it("what has no place in the shape is kept in the context, except the write key, which is kept nowhere", () => {
    const { messages } = read("/v1/t", {
      event: "A",
      anonymousId: "a",
      userId: null,
      writeKey: "secret",
      _metadata: { bundled: [] },
      refuse: "x",
      claimNeeds: "y",
    });
    expect(messages).toEqual([
      {
        type: "track",
        event: "A",
        anonymousId: "a",
        context: { unmapped: { _metadata: { bundled: [] }, refuse: "x", claimNeeds: "y" } },
      },
    ]);
    for (const { knock, body } of recorded("segment-analytics-next-browser.jsonl")) {
      expect(JSON.stringify(segment.read(knock, body).messages)).not.toContain("wk_test");
    }
  });

  it("a batch sent again carries the same messages, but for the hour it was sent", () => {
    const batch = (sentAt: string, tries: object) => ({
      sentAt,
      batch: [
        {
          type: "track",
          event: "A",
          userId: "u",
          messageId: "m",
          _metadata: { bundled: ["Segment.io"], ...tries },
        },
      ],
    });
    const first = read("/v1/b", batch("2026-01-01T00:00:00Z", {})).messages.map((message) => ({
      ...record(message),
      sentAt: "",
    }));
    const again = read("/v1/b", batch("2026-01-01T00:00:09Z", { retryCount: 3 })).messages.map((message) => ({
      ...record(message),
      sentAt: "",
    }));
    expect(again).toEqual(first);
  });

  it("RudderStack's channel becomes ours, and who somebody is may stand in the context alone", () => {
    const { messages } = read("/v1/identify", {
      userId: "u",
      channel: "browser",
      context: { traits: { email: "a@b.se" } },
    });
    expect(messages).toEqual([
      {
        type: "identify",
        userId: "u",
        traits: { email: "a@b.se" },
        context: { channel: "web", traits: { email: "a@b.se" } },
      },
    ]);
  });

  it("a RudderStack merge keeps its name, for the parser to park: nobody else's claim is guessed at", () => {
    const merge = { userId: "u", mergeProperties: [{ type: "email", value: "a@b.se" }] };
    expect(read("/v1/merge", merge).messages).toEqual([
      { type: "merge", userId: "u", context: { unmapped: { mergeProperties: merge.mergeProperties } } },
    ]);
  });

  it("parts of a batch that are no messages stay as they came", () => {
    expect(read("/v1/batch", { batch: [1, null, "x", [2]] }).messages).toEqual([1, null, "x", [2]]);
    expect(read("/v1/batch", "hello").messages).toEqual(["hello"]);
    expect(read("/v1/batch", [{ type: "page", userId: 7 }]).messages).toEqual([
      { type: "page", userId: "7" },
    ]);
    expect(read("/v1/batch", { batch: "no" }).messages).toEqual([{ context: { unmapped: { batch: "no" } } }]);
    expect(read("/v1/track", { userId: "u", context: "no", extra: 1 }).messages).toEqual([
      { type: "track", userId: "u", context: "no", unmapped: { extra: 1 } },
    ]);
  });

  it("the key is the Basic user name, then the header, then the address, then the body", () => {
    const body = { writeKey: "in-body", batch: [{ writeKey: "in-message" }] };
    const at = (headers: Record<string, string>, url = "/v1/batch") =>
      segment.keyOf(knockAt("POST", url, headers), body);
    expect(at({ authorization: `Basic ${btoa("wk:ignored")}`, "x-write-key": "in-header" })).toBe("wk");
    expect(at({ authorization: `basic ${btoa("wk")}` })).toBe("wk");
    expect(at({ authorization: "Bearer oauth", "x-write-key": "in-header" })).toBe("in-header");
    expect(at({ authorization: `Basic ${btoa(":")}` }, "/beacon/v1/batch?writeKey=in-query")).toBe(
      "in-query",
    );
    expect(at({})).toBe("in-body");
    expect(segment.keyOf(knockAt("POST", "/v1/batch"), { batch: [{ writeKey: "in-message" }] })).toBe(
      "in-message",
    );
    expect(segment.keyOf(knockAt("POST", "/v1/batch"), null)).toBeUndefined();
  });

  it("a mail tells that it was opened through a picture, packed or spread out in its address", () => {
    const event = { writeKey: "wk", userId: "u", event: "Email Opened", properties: { subject: "Höst" } };
    const packed = knockAt(
      "GET",
      `/v1/pixel/track?data=${encodeURIComponent(Buffer.from(JSON.stringify(event)).toString("base64"))}`,
    );
    const spread = knockAt(
      "GET",
      "/v1/pixel/track?writeKey=wk&userId=u&event=Email%20Opened&properties.subject=H%C3%B6st",
    );
    for (const knock of [packed, spread]) {
      expect(segment.keyOf(knock, undefined)).toBe("wk");
      expect(segment.read(knock, undefined).messages).toEqual([
        { type: "track", userId: "u", event: "Email Opened", properties: { subject: "Höst" } },
      ]);
      expect(segment.answer?.(nothing, knock)).toMatchObject({ status: 200, contentType: "image/gif" });
    }
    const hostile = knockAt(
      "GET",
      "/pixel/v1/page?__proto__.bad=1&constructor.prototype.bad=1&anonymousId=a",
    );
    expect(record(segment.read(hostile, undefined).messages[0])?.["type"]).toBe("page");
    expect(({} as Record<string, unknown>)["bad"]).toBeUndefined();
  });

  it("the browser client's settings point it back here, so that no event goes to another company's cloud, and what is on its way outlives the page", () => {
    const ask = (headers: Record<string, string>) => {
      const knock = atDoor(segment, knockAt("GET", "/v1/projects/wk/settings", headers));
      if (!knock) throw new Error("no door");
      expect(segment.read(knock, null).messages).toEqual([]);
      expect(segment.keyOf(knock, null)).toBe("wk");
      const body = record(segment.answer?.(nothing, knock)?.body);
      return record(record(body?.["integrations"])?.["Segment.io"]);
    };
    expect(ask({ host: "events.shop.se" })).toMatchObject({
      apiKey: "wk",
      apiHost: "events.shop.se/v1",
      protocol: "https",
      deliveryStrategy: { config: { keepalive: true } },
    });
    expect(ask({ host: "127.0.0.1:3000" })).toMatchObject({ apiHost: "127.0.0.1:3000/v1", protocol: "http" });
    expect(ask({ host: "localhost:3000", origin: "https://shop.se" })).toMatchObject({ protocol: "https" });
    expect(ask({ host: "events.shop.se", "x-forwarded-proto": "http" })).toMatchObject({ protocol: "http" });
    expect(ask({ host: 'evil"/x' })).not.toHaveProperty("apiHost");
  });

  it("the client's own counters are let in and nothing is read from them", () => {
    expect(read("/v1/m", { series: [{ type: "Counter" }] }).messages).toEqual([]);
  });

  it("every example of the specification comes through with its type, its person and its properties", () => {
    const path = new URL("../../../../../../fixtures/segment-spec/examples.jsonl", import.meta.url);
    const examples = readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .filter(({ kind, payload }) => kind === "json" && record(payload));
    expect(examples.length).toBeGreaterThan(70);
    for (const { payload } of examples) {
      const { type, action, userId, user_id, anonymousId, properties, event } = payload;
      const message = record(read("/v1/batch", { batch: [payload] }).messages[0]);
      expect(message?.["type"]).toEqual(type ?? action);
      expect(message?.["userId"]).toEqual(userId ?? user_id);
      expect(message?.["anonymousId"]).toEqual(anonymousId);
      expect(message?.["properties"]).toEqual(properties);
      expect(message?.["event"]).toEqual(event);
    }
  });
});
