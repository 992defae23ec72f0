import { expect, it } from "vitest";
import { NONE, night, nothing, OWN, saidOf } from "./say-wish.rules.ts";

const NOW = new Date("2026-11-29T12:00:00Z");
const said = (more: Partial<typeof nothing>) => saidOf({ ...nothing, ...more }, {}, NOW);

it("only what is changed is said", () => {
  expect(said({})).toBeUndefined();
  expect(said({ pause: "7" })).toEqual({ pausedUntil: "2026-12-06T12:00:00.000Z" });
  expect(said({ pause: NONE, hours: NONE })).toEqual({ pausedUntil: null, hours: null });
});

it("the most of one channel, hours of the person's own, and a word", () => {
  expect(said({ most: "2 week", channel: "sms" })).toEqual({
    most: [{ channel: "sms", limit: { times: 2, per: "week" } }],
  });
  expect(said({ most: NONE })).toEqual({ most: [{ channel: null, limit: null }] });
  const span = { from: "12:00", to: "13:30", days: [6, 7] };
  expect(said({ hours: OWN, span })).toEqual({ hours: span });
  expect(said({ hours: "night", span })).toEqual({ hours: { ...night, days: [1, 2, 3, 4, 5, 6, 7] } });
  expect(said({ word: " tents ", stance: "none" })).toEqual({ words: [{ word: "tents", stance: null }] });
});

it("hours that are half said are not said, nor anything beside them", () => {
  for (const span of [
    { from: "12:00", to: "12:00", days: [1] },
    { from: "", to: "12:00", days: [1] },
    { from: "11:00", to: "12:00", days: [] },
  ])
    expect(said({ hours: OWN, span, pause: "7" })).toBeUndefined();
});
