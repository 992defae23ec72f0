import { describe, expect, it } from "vitest";
import { record } from "../json.ts";
import { atDoor, knockAt, recorded, sourceSuite } from "../source.suite.ts";
import { posthog } from "./posthog.source.ts";

sourceSuite(posthog, ["posthog-node.jsonl"]);

const nothing = { accepted: 0, duplicates: 0, parked: 0 };
const one = (event: unknown, url = "/e/") =>
  record(posthog.read(knockAt("POST", url), event).messages[0]) ?? {};

describe("PostHog's clients", () => {
  it("the recorded batch becomes a page, an identify, two aliases and a group", () => {
    const [request] = recorded("posthog-node.jsonl");
    if (!request) throw new Error("the recording is empty");
    const { messages, sentAt, library } = posthog.read(request.knock, request.body);
    expect({ sentAt, library }).toEqual({ sentAt: "2026-11-21T18:32:26.906Z", library: "posthog-node" });
    expect(messages).toMatchObject([
      { type: "page", distinctId: "anon-1", properties: { url: "https://shop.example/" } },
      {
        type: "identify",
        distinctId: "u-1",
        traits: { email: "a@b.se" },
        messageId: "01a1ff61-9219-7e24-aed2-65a8488319b4",
      },
      { type: "alias", distinctId: "u-1", distinctIds: ["u-1", "anon-1"] },
      { type: "alias", distinctId: "u-1", distinctIds: ["u-1", "u-2"], claimNeeds: "server" },
      { type: "group", groupId: "hh1", traits: { x: 1 }, context: { groupType: "household" } },
    ]);
    expect(messages.filter((message) => record(message)?.["claimNeeds"])).toHaveLength(1);
  });

  it("a distinct id is never taken for a user id or a visitor id", () => {
    for (const event of ["$identify", "$create_alias", "$pageview", "$merge_dangerously", "Bought"]) {
      const message = one({
        event,
        distinct_id: "d",
        userId: "x",
        anonymousId: "y",
        properties: { userId: "x", alias: "e" },
      });
      expect(message).not.toHaveProperty("userId");
      expect(message).not.toHaveProperty("anonymousId");
      expect(message["distinctId"]).toBe("d");
    }
  });

  it("only identify and alias say that two ids are the same person", () => {
    const ids = { $anon_distinct_id: "a", alias: "b" };
    expect(one({ event: "$identify", distinct_id: "d", properties: ids })["distinctIds"]).toEqual(["d", "a"]);
    expect(one({ event: "$create_alias", distinct_id: "d", properties: ids })["distinctIds"]).toEqual([
      "d",
      "b",
    ]);
    for (const event of ["$pageview", "$screen", "$groupidentify", "$set", "Bought"]) {
      expect(one({ event, distinct_id: "d", properties: ids })).not.toHaveProperty("distinctIds");
    }
    expect(
      one({ event: "$identify", distinct_id: "d", properties: { $anon_distinct_id: "d" } }),
    ).not.toHaveProperty("distinctIds");
    expect(one({ event: "$identify", distinct_id: "d" })).not.toHaveProperty("distinctIds");
  });

  it("what identify sets is traits, what it sets once is kept apart, wherever the client writes it", () => {
    const message = one({
      event: "$identify",
      distinct_id: "d",
      $set: { a: 1 },
      properties: { $set: { b: 2 }, $set_once: { c: 3 }, plan: "x" },
    });
    expect(message).toMatchObject({
      type: "identify",
      traits: { a: 1, b: 2 },
      traitsOnce: { c: 3 },
      properties: { plan: "x" },
    });
    expect(one({ event: "$identify", distinct_id: "d", properties: { $set: "odd" } })["properties"]).toEqual({
      $set: "odd",
    });
    expect(one({ event: "Bought", distinct_id: "d", $set: { a: 1 } })).toMatchObject({
      type: "track",
      context: { unmapped: { $set: { a: 1 } } },
    });
  });

  it("a screen has its name and every other event is a track with its own", () => {
    expect(one({ event: "$screen", distinct_id: 7, properties: { $screen_name: "Cart" } })).toMatchObject({
      type: "screen",
      name: "Cart",
      distinctId: "7",
    });
    expect(one({ event: "$autocapture", distinct_id: "d" })).toMatchObject({
      type: "track",
      event: "$autocapture",
    });
    expect(one({ distinct_id: "d" })).toEqual({ type: "track", distinctId: "d", properties: {} });
  });

  it("the browser client's queue says how long ago, and the sending time makes it a time", () => {
    const body = [{ event: "A", properties: { token: "phc", distinct_id: "d" }, offset: 1500 }];
    const at = posthog.read(knockAt("POST", "/e/?_=1795285950000"), body);
    expect(at.sentAt).toBe("2026-11-21T18:32:30.000Z");
    expect(at.messages).toEqual([
      { type: "track", event: "A", distinctId: "d", timestamp: "2026-11-21T18:32:28.500Z", properties: {} },
    ]);
    expect(one(body)).toMatchObject({ context: { unmapped: { offset: 1500 } } });
  });

  it("one event, a list, a batch and a packed event are all read", () => {
    const event = { event: "A", distinct_id: "d" };
    const packed = { data: Buffer.from(JSON.stringify(event)).toString("base64") };
    for (const body of [event, [event], { batch: [event] }, packed, { data: JSON.stringify(event) }]) {
      expect(one(body)).toEqual({ type: "track", event: "A", distinctId: "d", properties: {} });
    }
    expect(posthog.read(knockAt("POST", "/batch"), { batch: [null, 3] }).messages).toEqual([null, 3]);
    expect(one({ ...event, properties: "odd" })["properties"]).toBe("odd");
    expect(one({ batch: [event], historical_migration: true }, "/batch/")).toMatchObject({
      context: { historicalMigration: true },
    });
  });

  it("the key is read where each wire puts it, and kept in no event", () => {
    const keyOf = (body: unknown, url = "/e/", headers = {}) =>
      posthog.keyOf(knockAt("POST", url, headers), body);
    expect(keyOf({ api_key: "phc", batch: [] })).toBe("phc");
    expect(keyOf({ token: "phc", event: "A" })).toBe("phc");
    expect(keyOf([{ event: "A", properties: { token: "phc" } }])).toBe("phc");
    expect(keyOf({ batch: [{ api_key: "phc" }] })).toBe("phc");
    expect(keyOf({ batch: [] }, "/i/v1/analytics/events", { authorization: "Bearer phc" })).toBe("phc");
    expect(keyOf(undefined)).toBeUndefined();
    expect(posthog.keyOf(knockAt("GET", "/api/surveys/?token=phc"), null)).toBe("phc");
    const config = atDoor(posthog, knockAt("GET", "/array/phc/config"));
    expect(config && posthog.keyOf(config, null)).toBe("phc");
    expect(
      JSON.stringify(one({ api_key: "phc", event: "A", distinct_id: "d", properties: { token: "phc" } })),
    ).not.toContain("phc");
  });

  it("the newer wire brings its sending time and its client's name in headers and wants a verdict on each event", () => {
    const url = "/i/v1/analytics/events";
    const knock = knockAt("POST", url, {
      "posthog-request-timestamp": "2026-11-21T18:32:27.000Z",
      "posthog-sdk-info": "posthog-node/5.70.0",
    });
    const event = {
      event: "A",
      uuid: "m",
      distinct_id: "d",
      timestamp: "2026-11-21T18:32:26.000Z",
      session_id: "s",
      options: { cookieless_mode: true },
      properties: {},
    };
    expect(posthog.read(knock, { created_at: "2026-11-21T18:32:26.500Z", batch: [event] })).toMatchObject({
      sentAt: "2026-11-21T18:32:27.000Z",
      library: "posthog-node",
      messages: [
        {
          ...{
            type: "track",
            event: "A",
            messageId: "m",
            distinctId: "d",
            timestamp: "2026-11-21T18:32:26.000Z",
            properties: {},
          },
          context: {
            library: { name: "posthog-node", version: "5.70.0" },
            sessionId: "s",
            options: { cookieless_mode: true },
          },
        },
      ],
    });
    expect(posthog.answer?.(nothing, knock)).toEqual({ status: 200, body: { results: {} } });
  });

  it("asked for feature flags, settings or surveys, it answers that there are none and stores nothing", () => {
    const ask = (method: "GET" | "POST", url: string) => {
      const knock = atDoor(posthog, knockAt(method, url));
      if (!knock) throw new Error(`no door for ${url}`);
      expect(posthog.read(knock, { token: "phc", distinct_id: "d" }).messages).toEqual([]);
      return posthog.answer?.(nothing, knock)?.body;
    };
    for (const url of ["/flags/?v=2", "/flags?v=2&config=true", "/decide/?v=3"]) {
      expect(ask("POST", url)).toMatchObject({
        flags: {},
        featureFlags: {},
        featureFlagPayloads: {},
        errorsWhileComputingFlags: false,
      });
    }
    expect(ask("POST", "/decide/?v=1")).toMatchObject({ featureFlags: [] });
    expect(ask("GET", "/flags/definitions?token=phc&send_cohorts")).toEqual({
      flags: [],
      group_type_mapping: {},
      cohorts: {},
    });
    expect(ask("GET", "/array/phc/config")).toMatchObject({
      hasFeatureFlags: false,
      sessionRecording: false,
    });
    expect(ask("GET", "/api/surveys/?token=phc")).toEqual({ surveys: [] });
    expect(posthog.answer?.(nothing, knockAt("POST", "/batch/"))).toBeUndefined();
  });
});
