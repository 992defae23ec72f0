import { describe, expect, it } from "vitest";
import { record } from "../json.ts";
import { knockAt, recorded, sourceSuite } from "../source.suite.ts";
import { snowplow } from "./snowplow.source.ts";

sourceSuite(snowplow, ["snowplow-node-tracker.jsonl"]);

const post = knockAt("POST", "/com.snowplowanalytics.snowplow/tp2");
const one = (event: unknown) => record(snowplow.read(post, { data: [event] }).messages[0]) ?? {};
const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const wrapped = (schema: string, data: unknown) => ({
  schema: "iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0",
  data: { schema, data },
});

describe("Snowplow's trackers", () => {
  it("the recorded batch becomes a page, a cart event and an order, with the right times", () => {
    const [request] = recorded("snowplow-node-tracker.jsonl");
    if (!request) throw new Error("the recording is empty");
    expect(snowplow.keyOf(request.knock, request.body)).toBe("shop");
    const letter = snowplow.read(request.knock, request.body);
    expect(letter.sentAt).toBe("2026-11-21T18:32:30.015Z");
    expect(letter.library).toBe("snowplow-node");
    expect(letter.messages).toMatchObject([
      {
        type: "page",
        name: "Home",
        userId: "u-1",
        timestamp: "2026-11-21T18:32:30.013Z",
        context: { page: { url: "https://shop.example/" } },
      },
      {
        type: "track",
        event: "cart/add",
        properties: { category: "cart", action: "add", label: "p1", value: "2" },
      },
      {
        type: "track",
        event: "order",
        properties: { order_id: "o1" },
        context: {
          schema: "iglu:com.acme/order/jsonschema/1-0-0",
          library: { name: "snowplow-node", version: "4.8.0" },
        },
      },
    ]);
  });

  it("packed events and contexts are opened; what cannot be opened is kept as it came", () => {
    const contexts = {
      schema: "iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0",
      data: [{ schema: "iglu:a/b/jsonschema/1-0-0", data: { å: "ö" } }],
    };
    expect(
      one({
        e: "ue",
        ue_px: packed(wrapped("iglu:com.acme/order/jsonschema/1-0-0", { id: "ö" })),
        cx: packed(contexts),
      }),
    ).toMatchObject({
      ...{ type: "track", event: "order", properties: { id: "ö" } },
      context: { contexts: contexts.data },
    });
    expect(
      one({
        e: "ue",
        ue_pr: JSON.stringify(wrapped("iglu:com.acme/order/jsonschema/1-0-0", 5)),
        co: JSON.stringify(contexts),
      }),
    ).toMatchObject({
      ...{ event: "order", properties: { value: 5 } },
      context: { contexts: contexts.data },
    });
    expect(one({ e: "ue", ue_px: "%%%", cx: "%%%" })).toEqual({
      type: "track",
      context: { unmapped: { ue_px: "%%%", cx: "%%%" } },
    });
  });

  it("a screen view of the mobile trackers is a screen", () => {
    const view = wrapped("iglu:com.snowplowanalytics.mobile/screen_view/jsonschema/1-0-0", {
      name: "Cart",
      id: "1",
    });
    expect(one({ e: "ue", ue_pr: JSON.stringify(view) })).toMatchObject({ type: "screen", name: "Cart" });
    const other = wrapped("iglu:com.acme/screen_view/jsonschema/1-0-0", { name: "Cart" });
    expect(one({ e: "ue", ue_pr: JSON.stringify(other) })).toMatchObject({
      type: "track",
      event: "screen_view",
    });
  });

  it("a ping, a transaction and its items are named, and amounts stay text", () => {
    expect(one({ e: "pp", pp_miy: "10", url: "https://shop.example/" })).toMatchObject({
      type: "track",
      event: "Page Pinged",
      properties: { min_y: "10" },
      context: { page: { url: "https://shop.example/" } },
    });
    expect(one({ e: "tr", tr_id: "o1", tr_tt: "19.90", tr_cu: "SEK", tr_ci: "Lund" })).toMatchObject({
      event: "Transaction",
      properties: { order_id: "o1", total: "19.90", currency: "SEK", city: "Lund" },
    });
    expect(one({ e: "ti", ti_id: "o1", ti_sk: "s1", ti_qu: "2" })).toMatchObject({
      event: "Transaction Item",
      properties: { order_id: "o1", sku: "s1", quantity: "2" },
    });
    expect(one({ e: "constructor" })).toEqual({ type: "constructor", context: {} });
  });

  it("the device is the first of the three ids a tracker may know; the others and the rest are kept", () => {
    expect(one({ e: "pv", duid: "d", nuid: "n", tnuid: "t", vid: "3", aid: "shop" })).toMatchObject({
      anonymousId: "d",
      context: { otherDevices: ["n", "t"], unmapped: { vid: "3" } },
    });
    expect(one({ e: "pv", tnuid: "t" })["anonymousId"]).toBe("t");
    expect(one({ e: "pv", dtm: "yesterday" })["timestamp"]).toBe("yesterday");
    expect(one({ e: "pv", dtm: "1795285950013", ttm: "1795285950000" })["timestamp"]).toBe(
      "2026-11-21T18:32:30.000Z",
    );
  });

  it("a picture carries one event in its address and gets a picture back", () => {
    const knock = knockAt(
      "GET",
      "/i?stm=1795285950015&e=pv&url=https%3A%2F%2Fshop.example%2F&eid=m1&duid=d&aid=shop&tv=js-3.24.0&dtm=1795285950013",
    );
    expect(snowplow.keyOf(knock, undefined)).toBe("shop");
    expect(snowplow.read(knock, undefined).messages).toMatchObject([
      { type: "page", messageId: "m1", anonymousId: "d", sentAt: "2026-11-21T18:32:30.015Z" },
    ]);
    expect(snowplow.answer?.({ accepted: 1, duplicates: 0, parked: 0 }, knock)).toMatchObject({
      status: 200,
      contentType: "image/gif",
    });
    expect(snowplow.answer?.({ accepted: 1, duplicates: 0, parked: 0 }, post)).toBeUndefined();
  });

  it("a real key may come in a header, and a wish for anonymity is passed on", () => {
    const knock = knockAt("POST", "/com.snowplowanalytics.snowplow/tp2", {
      "x-write-key": "wk",
      "sp-anonymous": "*",
    });
    expect(snowplow.keyOf(knock, { data: [{ aid: "shop" }] })).toBe("wk");
    expect(snowplow.read(knock, { data: [{ e: "pv", duid: "d" }] }).messages).toMatchObject([
      { context: { ipPolicy: "remove" } },
    ]);
  });
});
