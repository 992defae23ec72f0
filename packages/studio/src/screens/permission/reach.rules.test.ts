import { expect, test } from "vitest";
import { channelsOf, curveOf, groupsOf, monthsOf } from "./reach.rules.ts";

const at = new Date("2026-02-10T12:00:00Z");
const no = (month: string, noes: number, fromMessage = false) => ({
  ...{ month, noes, fromMessage, channel: "mail" as const },
});

test("any purpose stands first, and the channel that reaches most stands first in each", () => {
  const item = (purpose: string | null, channel: "mail" | "sms", people: number) => ({
    ...{ purpose, channel, people, share: people / 10 },
  });
  const groups = groupsOf([
    item("news", "sms", 4),
    item(null, "mail", 1),
    item("news", "mail", 2),
    item(null, "sms", 5),
  ]);
  expect(groups.map(({ purpose }) => purpose)).toEqual([null, "news"]);
  expect(groups.map(({ items }) => items.map(({ people }) => people))).toEqual([
    [5, 1],
    [4, 2],
  ]);
});

test("a month without a withdrawal stands as none, over the turn of the year", () => {
  const months = monthsOf([no("2025-12", 2), no("2026-02", 1, true)], at);
  expect(months.length).toBe(12);
  expect(months.map(({ month }) => month).slice(-3)).toEqual(["2025-12", "2026-01", "2026-02"]);
  expect(months.slice(-3).map(({ fromMessage, otherwise }) => [fromMessage, otherwise])).toEqual([
    [0, 2],
    [0, 0],
    [1, 0],
  ]);
});

test("nothing of the begun month a year ago is lost", () => {
  const months = monthsOf([no("2025-02", 3)], at);
  expect(months.length).toBe(13);
  expect(months[0]).toEqual({ month: "2025-02", fromMessage: 0, otherwise: 3 });
});

test("withdrawals from everything at once are told apart from those of one channel", () => {
  expect(channelsOf([{ ...no("2026-02", 1), channel: null }, no("2026-01", 2), no("2026-02", 3)])).toEqual([
    { channel: "mail", noes: 5 },
    { channel: null, noes: 1 },
  ]);
});

test("a curve runs from the least to the most, and a day that was not counted breaks it", () => {
  const of = { width: 40, height: 24 };
  expect(curveOf([10, 20, undefined, 15, 20], of)).toEqual(["0,22 10,2", "30,12 40,2"]);
  expect(curveOf([undefined, undefined, 7], of)).toEqual(["37,12 40,12"]);
  expect(curveOf([], of)).toEqual([]);
});
