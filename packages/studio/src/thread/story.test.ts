import type { Channel, TimelineItem } from "@somlos/contract/rooms/events";
import { describe, expect, it } from "vitest";
import { actsOf, byDay, knotOf, openEnds, placesOf, seamOf } from "./story.ts";

const event = (
  messageId: string,
  at: string,
  name = "Product Viewed",
  channel: Channel = "web",
): TimelineItem => ({
  messageId,
  type: "track",
  name,
  at,
  channel,
  source: "shop",
  trust: "stated",
  location: channel === "store" ? "Malmö" : null,
  properties: {},
});

describe("an act", () => {
  const said = (messageId: string, second: number, name = "permission.withdrawn", type = "own") => ({
    ...event(messageId, `2026-11-21T12:00:0${second}`, name),
    ...{ type, properties: { channel: messageId } },
  });

  it("that took back several at once is one line, and carries each", () => {
    const acts = actsOf([said("mail", 2), said("sms", 2), event("x", "2026-11-21T12:00:01")]);
    expect(acts.map(({ messageId }) => messageId)).toEqual(["mail", "x"]);
    expect(acts[0]?.properties).toEqual({ said: [{ channel: "mail" }, { channel: "sms" }] });
  });

  it("of another moment, of another kind, or told by a client is a line of its own", () => {
    const items = [said("d", 3), said("c", 2), said("b", 2, "permission.granted"), said("a", 1)];
    expect(actsOf(items)).toEqual(items);
    const told = [
      said("f", 2, "permission.withdrawn", "track"),
      said("e", 2, "permission.withdrawn", "track"),
    ];
    expect(actsOf(told)).toEqual(told);
  });
});

describe("the days of a timeline", () => {
  it("hold every event once, in the order they came", () => {
    const items = [
      event("c", "2026-11-21T12:00:00"),
      event("b", "2026-11-21T09:00:00"),
      event("a", "2026-11-14T09:00:00"),
    ];
    const days = byDay(items);
    expect(days.map((day) => day.items.length)).toEqual([2, 1]);
    expect(days.flatMap((day) => day.items)).toEqual(items);
  });

  it("name each store once", () => {
    const items = [
      event("b", "2026-11-21T12:00:00", "x", "store"),
      event("a", "2026-11-21T11:00:00", "x", "store"),
    ];
    expect(placesOf(items)).toEqual(["Malmö"]);
  });
});

describe("a seam", () => {
  const mail = event("a", "2026-11-21T09:12:00", "Email Opened", "mail");

  it("is told when she carries on in another channel within half an hour", () => {
    expect(seamOf(event("b", "2026-11-21T09:12:03"), mail)).toEqual({ from: "mail", seconds: 3 });
  });

  it("is not told within a channel, nor after a long break, nor before anything happened", () => {
    expect(seamOf(event("b", "2026-11-21T09:12:03", "x", "mail"), mail)).toBeUndefined();
    expect(seamOf(event("b", "2026-11-21T11:12:03"), mail)).toBeUndefined();
    expect(seamOf(mail, undefined)).toBeUndefined();
  });
});

describe("something begun", () => {
  const started = event("s", "2026-11-21T09:00:00", "Checkout Started");

  it("is open while no order followed it", () => {
    expect(openEnds([event("v", "2026-11-21T09:05:00"), started])).toEqual(new Set(["s"]));
  });

  it("is finished when an order followed, whichever way the shop spells it", () => {
    expect(openEnds([event("o", "2026-11-21T09:05:00", "order.completed"), started]).size).toBe(0);
    expect(openEnds([event("o", "2026-11-21T09:05:00", "Order Completed"), started]).size).toBe(0);
  });

  it("gets an open knot, the newest event the knot of now, the rest a plain one", () => {
    const newest = event("v", "2026-11-21T09:05:00");
    const open = new Set(["s"]);
    expect(
      [newest, started, event("x", "2026-11-21T08:00:00")].map((item) => knotOf(item, newest, open)),
    ).toEqual(["now", "open", "solid"]);
  });
});
