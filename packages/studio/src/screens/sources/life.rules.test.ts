import type { KeyAnswer } from "@somlos/contract/rooms/access-staff";
import { describe, expect, it } from "vitest";
import { keysOf, keyToShow, lifeOf, originsIn } from "./life.rules.ts";

const now = new Date("2026-11-21T12:00:00Z");
const source = {
  id: 1,
  kind: "browser",
  name: "Website",
  channel: "web",
  currency: null,
  legalEntity: null,
  createdAt: "2026-01-01T00:00:00Z",
  lastEventAt: null,
  eventsLastDay: 0,
  parkedOpen: 0,
} as const;
const key = (more: Partial<KeyAnswer>): KeyAnswer => ({
  id: "k",
  sourceId: 1,
  name: "Web",
  trust: "public",
  prefix: "pk_abc",
  text: "pk_abcdef",
  origins: [],
  state: "open",
  createdAt: "2026-01-01T00:00:00Z",
  createdBy: "start",
  lastUsedAt: null,
  rolledAt: null,
  endsAt: null,
  closedAt: null,
  ...more,
});

describe("whether a source lives", () => {
  it("it sends when something came within a day", () => {
    expect(lifeOf({ ...source, lastEventAt: "2026-11-21T11:00:00Z" }, [], now).state).toBe("now");
  });

  it("it is quiet, not new, when its key was used the day before yesterday", () => {
    const life = lifeOf(source, [key({ lastUsedAt: "2026-11-19T12:00:00Z" })], now);
    expect(life).toEqual({ state: "quiet", at: "2026-11-19T12:00:00Z" });
  });

  it("nothing has come when neither an event nor a key says otherwise", () => {
    expect(lifeOf(source, [key({ sourceId: 2, lastUsedAt: "2026-11-21T11:00:00Z" })], now).state).toBe(
      "never",
    );
  });
});

describe("the keys of a source", () => {
  it("stand with those in force first, and never another source's", () => {
    const keys = [
      key({ id: "old", state: "closed" }),
      key({ id: "other", sourceId: 2 }),
      key({ id: "ending", state: "ending" }),
      key({ id: "new", createdAt: "2026-11-01T00:00:00Z" }),
    ];
    expect(keysOf(keys, 1).map((one) => one.id)).toEqual(["new", "ending", "old"]);
  });

  it("a closed key is never what one is told to paste", () => {
    expect(keyToShow([key({ state: "closed" }), key({ state: "ended" })])).toBeUndefined();
    expect(keyToShow([key({ id: "a", state: "ending" }), key({ id: "b" })])?.id).toBe("b");
  });
});

describe("web addresses as somebody types them", () => {
  it("may stand a line each or with commas between", () => {
    expect(originsIn(" https://a.example,\nhttps://b.example \n\n")).toEqual([
      "https://a.example",
      "https://b.example",
    ]);
  });
});
