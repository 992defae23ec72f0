import { describe, expect, it } from "vitest";
import { record } from "../json.ts";
import { knockAt, recorded, sourceSuite } from "../source.suite.ts";
import { jitsu } from "./jitsu.source.ts";

sourceSuite(jitsu, ["jitsu-js.jsonl"]);

describe("Jitsu's client", () => {
  it("the key in the header wins over the body's copy, whose secret is starred out", () => {
    const body = { writeKey: "wk:***" };
    expect(jitsu.keyOf(knockAt("POST", "/api/s/track", { "x-write-key": "wk:secret" }), body)).toBe(
      "wk:secret",
    );
    expect(
      jitsu.keyOf(knockAt("POST", "/api/s/track", { authorization: `Basic ${btoa("wk:secret")}` }), body),
    ).toBe("wk:secret");
    expect(
      jitsu.keyOf(knockAt("POST", "/api/s/track", { authorization: `Basic ${btoa("wk:secret:")}` }), body),
    ).toBe("wk:secret");
    expect(jitsu.keyOf(knockAt("POST", "/api/s/track"), body)).toBeUndefined();
    expect(jitsu.keyOf(knockAt("POST", "/api/s/s2s/batch"), { writeKey: "wk:secret", batch: [] })).toBe(
      "wk:secret",
    );
  });

  it("somebody not signed in has no user id, not one called null", () => {
    const [first] = recorded("jitsu-js.jsonl");
    const message = record(first && jitsu.read(first.knock, first.body).messages[0]);
    expect(message).not.toHaveProperty("userId");
    expect(message?.["anonymousId"]).toBe("2114f958-cb74-404b-a330-ee6aad8a5cc6");
  });

  it("an event from a server, an event that names its own type and a batch are all read", () => {
    const read = (url: string, body: unknown) => jitsu.read(knockAt("POST", url), body).messages;
    expect(read("/api/s/s2s/track", { event: "A", userId: "u" })).toEqual([
      { type: "track", event: "A", userId: "u" },
    ]);
    expect(read("/api/s/event", { type: "page", userId: "u" })).toEqual([{ type: "page", userId: "u" }]);
    expect(
      read("/api/s/s2s/batch", { context: { ip: "1" }, batch: [{ type: "page", userId: "u" }] }),
    ).toEqual([{ type: "page", userId: "u", context: { ip: "1" } }]);
    expect(read("/api/s/nonsense", { userId: "u" })).toEqual([{ userId: "u" }]);
  });

  it("a wish to keep the address out is passed on", () => {
    const headers = { "x-ip-policy": "stripLastOctet" };
    expect(jitsu.read(knockAt("POST", "/api/s/page", headers), { userId: "u" }).messages).toEqual([
      { type: "page", userId: "u", context: { ipPolicy: "stripLastOctet" } },
    ]);
    expect(
      jitsu.read(knockAt("POST", "/api/s/batch", headers), { batch: [{ type: "page", userId: "u" }] })
        .messages,
    ).toEqual([{ type: "page", userId: "u", context: { ipPolicy: "stripLastOctet" } }]);
  });
});
