// The rules of the dial, by themselves.
import { describe, expect, it } from "vitest";
import {
  actsFor,
  bearersOfDial,
  type DialAct,
  judge,
  kindsCounted,
  type Moment,
  stateOf,
  tellsPresence,
} from "./dial.rules.ts";

const HOUR = 3_600_000;
const T = Date.UTC(2026, 10, 28, 9);
let acts = 0;
const act = (level: DialAct["level"], at: number, more: Partial<DialAct> = {}): DialAct => ({
  ...{
    act: `act ${++acts}`,
    fp: "card",
    saidBy: null,
    channel: "store",
    level,
    kinds: null,
    at,
    until: null,
  },
  ...{ only: null, lastAt: null, endedAt: null },
  ...more,
});
const moment = (at: number, more: Partial<Moment> = {}): Moment => ({
  ...{ at, place: undefined, kinds: ["club_card"], asked: false },
  ...more,
});
const permitted = (list: DialAct[], at: number, more: Partial<Moment> = {}) =>
  judge(list, moment(at, more)).permitted;

describe("the dial of one identifier in one channel (REC-05)", () => {
  it("says nothing as long as nobody chose", () => {
    expect(permitted([], T)).toBeUndefined();
  });

  it("the latest choice holds, and what happened in quiet hours stays quiet afterwards", () => {
    const list = [act("never", T), act("always", T + 2 * HOUR)];
    expect(permitted(list, T + HOUR)).toBe(false);
    expect(permitted(list, T + 3 * HOUR)).toBe(true);
    expect(permitted(list, T - HOUR)).toBe(true);
    expect(permitted(list.slice(0, 1), T - HOUR)).toBe(false);
  });

  it("of two choices of one moment the stricter holds, in whatever order they are read", () => {
    const [yes, no] = [act("always", T), act("never", T)];
    expect(permitted([yes, no], T + 1)).toBe(false);
    expect(permitted([no, yes], T + 1)).toBe(false);
  });

  it("only when I say so: an event that does not say it is nobody's", () => {
    expect(permitted([act("asked", T)], T + 1)).toBe(false);
    expect(permitted([act("asked", T)], T + 1, { asked: true })).toBe(true);
  });

  it("a visit ends four hours after the last that happened in it, or at sign-out", () => {
    const visit = (more: Partial<DialAct>) => [act("visit", T, more)];
    expect(permitted(visit({}), T + 4 * HOUR)).toBe(true);
    expect(permitted(visit({}), T + 4 * HOUR + 1)).toBe(false);
    expect(permitted(visit({ lastAt: T + 3 * HOUR }), T + 6 * HOUR)).toBe(true);
    expect(permitted(visit({ lastAt: T + HOUR, endedAt: T + HOUR }), T + 2 * HOUR)).toBe(false);
    expect(permitted(visit({}), T + 9 * HOUR, { asked: true })).toBe(true);
  });

  it("a visit that was asked for leaves what happened before it as quiet as it was", () => {
    expect(permitted([act("never", T), act("visit", T + HOUR)], T + HOUR / 2)).toBe(false);
    expect(permitted([act("always", T), act("visit", T + HOUR)], T + HOUR / 2)).toBe(true);
  });

  it("today ends at midnight where it was said", () => {
    const list = [act("today", T, { until: T + 14 * HOUR })];
    expect(permitted(list, T + 14 * HOUR - 1)).toBe(true);
    expect(permitted(list, T + 14 * HOUR)).toBe(false);
  });

  it("by these identifiers only: another one beside it keeps the event quiet", () => {
    const list = [act("always", T, { kinds: ["club_card"] })];
    expect(permitted(list, T + 1)).toBe(true);
    expect(permitted(list, T + 1, { kinds: ["club_card", "phone"] })).toBe(false);
  });

  it("only this time at one till: there it holds, nowhere else, and a later choice ends it", () => {
    const list = [act("never", T), act("visit", T + HOUR, { only: "malmo" })];
    expect(permitted(list, T + 2 * HOUR, { place: "malmo" })).toBe(true);
    expect(permitted(list, T + 2 * HOUR, { place: "lund" })).toBe(false);
    expect(permitted(list, T + 2 * HOUR)).toBe(false);
    expect(permitted([...list, act("never", T + 2 * HOUR)], T + 3 * HOUR, { place: "malmo" })).toBe(false);
  });
});

it("a browser's id counts where nothing else names the person, a receipt where nobody is named", () => {
  expect(kindsCounted(["visitor", "login", "order"])).toEqual(["login"]);
  expect(kindsCounted(["visitor", "order"])).toEqual(["visitor"]);
  expect(kindsCounted(["receipt"])).toEqual(["receipt"]);
  expect(bearersOfDial([{ kind: "visitor" }, { kind: "email" }, { kind: "order" }])).toEqual([
    { kind: "email" },
  ]);
});

it("the strictest of what a person's identifiers say is what holds, and without a choice everybody is known", () => {
  const list = [act("always", T + 1), act("never", T, { fp: "mail" })];
  expect(stateOf(list, "store", T + 2)).toMatchObject({ level: "never", since: T });
  expect(stateOf([], "web", T)).toMatchObject({ level: "always", since: null });
  expect(stateOf([], "device", T)).toMatchObject({ level: "always", since: null });
});

it("a till, a tablet and a kiosk stand in the store: what was said of stores holds there, until something is said of them", () => {
  const never = act("never", T);
  expect(stateOf([never], "till", T + 1)).toMatchObject({ level: "never" });
  expect(stateOf([never], "web", T + 1)).toMatchObject({ level: "always", since: null });
  const till = act("always", T, { channel: "till" });
  expect(stateOf([never, till], "till", T + 1)).toMatchObject({ level: "always" });
  const once = act("visit", T + 1, { channel: "till", only: "malmo" });
  const at = moment(T + HOUR, { place: "malmo" });
  expect(judge(actsFor([never, once], "till"), at).permitted).toBe(true);
  expect(judge(actsFor([never, once, act("never", T + 2)], "till"), at).permitted).toBe(false);
});

it("an event that only says that somebody is near is known by its name (REC-11)", () => {
  for (const name of ["Zone Entered", "beacon_detected", "Geofence Exited", "Proximity Seen"])
    expect(tellsPresence(name), name).toBe(true);
  for (const name of ["Product Viewed", "Delivery Zone Selected"])
    expect(tellsPresence(name), name).toBe(false);
});
