import type { LiveItem, ParkedItem } from "@somlos/contract/rooms/events";
import { describe, expect, it } from "vitest";
import { came, type LiveAnswer, mixed, mostRows, nothingYet, rateBars, released } from "./stream.ts";

const at = (seq: number): string => new Date(1_790_000_000_000 + seq * 1000).toISOString();
const item = (seq: number): LiveItem => ({
  seq,
  messageId: `m${seq}`,
  type: "track",
  name: "Product Viewed",
  at: at(seq),
  receivedAt: at(seq),
  channel: "web",
  source: "shop",
  trust: "stated",
  location: null,
  ackMs: 5,
  person: null,
  summary: "",
});
const answer = (...seqs: number[]): LiveAnswer => ({
  items: seqs.map(item),
  cursor: Math.max(0, ...seqs),
  rate: [1, 2],
  channels: {},
  parked: 0,
  duplicates: 0,
  recognised: null,
  ackMs: null,
});
const parkedAt = (seq: number, replayedAt: string | null = null): ParkedItem => ({
  id: `p${seq}`,
  receivedAt: at(seq),
  source: "shop",
  name: "order.completed",
  messageId: null,
  code: "event.money",
  sentence: "An amount is not a number.",
  detail: null,
  body: {},
  replayedAt,
});
const seqs = (items: readonly LiveItem[]): number[] => items.map((one) => one.seq);

describe("events as they come", () => {
  it("stand newest first, and one that is answered twice stands once", () => {
    const stream = came(came(nothingYet, answer(2, 1), false), answer(4, 3, 2), false);
    expect(seqs(stream.items)).toEqual([4, 3, 2, 1]);
  });

  it("wait in order while the list is held, and come in when it is let go", () => {
    let stream = came(nothingYet, answer(1), false);
    stream = came(came(stream, answer(2), true), answer(3), true);
    expect(seqs(stream.items)).toEqual([1]);
    expect(stream.waiting).toHaveLength(2);
    expect(seqs(released(stream).items)).toEqual([3, 2, 1]);
    expect(released(stream).waiting).toEqual([]);
  });

  it("are shown at once the first time, even when the list is held", () => {
    expect(came(nothingYet, answer(2, 1), true).items).toHaveLength(2);
  });

  it("keep the figures going while the list is held", () => {
    const stream = came(came(nothingYet, answer(1), false), { ...answer(2), parked: 7 }, true);
    expect(stream.figures?.parked).toBe(7);
    expect(stream.cursor).toBe(2);
  });

  it("never grow past what can be drawn", () => {
    const many = Array.from({ length: 300 }, (_, seq) => 300 - seq);
    expect(came(nothingYet, answer(...many), false).items).toHaveLength(mostRows);
  });
});

describe("parked events in the list", () => {
  it("stand at the time they came in", () => {
    const rows = mixed([item(9), item(5)], [parkedAt(7), parkedAt(3)]);
    expect(rows.map((row) => row.id)).toEqual(["9", "parked-p7", "5", "parked-p3"]);
  });

  it("are gone once they have been taken in", () => {
    expect(mixed([item(9)], [parkedAt(7, at(8))])).toHaveLength(1);
  });
});

describe("the picture of five minutes", () => {
  it("has bars from zero, the highest as high as the picture", () => {
    const { bars, high, highAt, low } = rateBars([0, 5, 10, 5], 400, 64);
    expect(bars.map((bar) => bar.height)).toEqual([0, 32, 64, 32]);
    expect([low, high]).toEqual([0, 10]);
    expect(highAt).toBe(0.625);
  });

  it("is empty, not broken, when nothing ever came", () => {
    expect(rateBars([], 400, 64).bars).toEqual([]);
    expect(rateBars([0, 0], 400, 64).bars.every((bar) => bar.height === 0)).toBe(true);
  });
});
