import type { SeenLine } from "@somlos/contract/rooms/seen";
import { expect, test } from "vitest";
import { byDay, keyOf, matches } from "./seen.rules.ts";

const line = (at: string, kind: SeenLine["kind"], what: string | null = null): SeenLine => ({
  ...{ at, kind, what, until: null, channel: kind === "opened" ? null : "till" },
  ...{ location: null, by: null, function: null, colleague: null, name: null, reason: null },
});

test("whoever asks who looked is not shown where the person was recognised, and the other way about", () => {
  expect(matches(line("", "opened"), "opened")).toBe(true);
  expect(matches(line("", "met"), "opened")).toBe(false);
  expect(matches(line("", "signed_in"), "recognised")).toBe(true);
  expect(matches(line("", "opened"), "recognised")).toBe(false);
});

test("lines stand under their day in the order they came", () => {
  const lines = [
    line("2026-11-29T10:00", "met"),
    line("2026-11-29T09:00", "opened"),
    line("2026-11-28T09:00", "met"),
  ];
  expect(byDay(lines, (at) => at.slice(0, 10)).map(([day, of]) => [day, of.length])).toEqual([
    ["2026-11-29", 2],
    ["2026-11-28", 1],
  ]);
});

test("two lines of one moment are told apart", () => {
  const at = "2026-11-29T10:00";
  expect(keyOf(line(at, "opened", "people.open"))).not.toBe(keyOf(line(at, "opened", "dial.read")));
});
