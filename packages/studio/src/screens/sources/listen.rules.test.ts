import type { HeardItem } from "@somlos/contract/rooms/sources";
import { expect, it } from "vitest";
import { askAfter, becameOf, countedFates, fromTheStart, gathered, readBody } from "./listen.rules.ts";

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const heard = (n: number, second: number): HeardItem => ({
  id: id(n),
  at: new Date(Date.UTC(2026, 10, 28, 12, 0, second)).toISOString(),
  path: "/v1/batch",
  headers: {},
  library: null,
  body: "[]",
  code: null,
  outcomes: ["accepted"],
});
const answer = (...items: HeardItem[]) => ({ until: null, items, causes: {} });

it("asks again for the last seconds, so that a request whose row came late is still shown", () => {
  const before = answer(heard(30, 20), heard(20, 18), heard(10, 3));
  expect(askAfter(before.items)).toBe(id(10));
  const now = gathered(before, answer(heard(30, 20), heard(25, 19), heard(20, 18)));
  expect(now.items.map((item) => item.id)).toEqual([id(30), id(25), id(20), id(10)]);
});

it("asks for everything while nothing was heard, or all of it just now", () => {
  expect(askAfter([])).toBe(fromTheStart);
  expect(askAfter([heard(2, 3), heard(1, 1)])).toBe(fromTheStart);
});

it("keeps the newest 200, as the server does", () => {
  const many = Array.from({ length: 150 }, (_, n) => heard(n, 1));
  const more = Array.from({ length: 150 }, (_, n) => heard(n + 150, 2));
  const { items } = gathered(answer(...many), answer(...more));
  expect([items.length, items[0]?.id, items.at(-1)?.id]).toEqual([200, id(299), id(100)]);
});

it("says of each event what became of it and why, and of a request how many went each way", () => {
  expect(becameOf("parked event.schema")).toEqual({ fate: "parked", code: "event.schema" });
  expect(countedFates(["accepted", "parked event.schema", "accepted"])).toEqual([
    ["accepted", 2],
    ["parked", 1],
  ]);
});

it("shows a body that was cut as it is", () => {
  expect(readBody('[{"a":1}]')).toEqual({ json: [{ a: 1 }] });
  expect(readBody('[{"a":1 …')).toBeUndefined();
});
