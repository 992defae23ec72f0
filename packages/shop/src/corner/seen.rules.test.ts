import type { SeenLine } from "@somlos/contract/rooms/seen";
import { expect, it } from "vitest";
import { visitsOf } from "./seen.rules.ts";

const line = (time: string, more: Partial<SeenLine> = {}): SeenLine => ({
  ...{ kind: "opened", at: `2026-11-29T${time}:00.000Z`, until: null, channel: null, location: null },
  ...{ by: null, function: "service", colleague: "a", name: null, reason: "she called", what: "people.open" },
  ...more,
});
const said = (...lines: SeenLine[]) =>
  visitsOf(lines).map(({ from, to, did }) => [from.slice(11, 16), to.slice(11, 16), ...did].join(" "));

it("what one colleague opened in one visit is one line, which names each thing once", () => {
  expect(
    said(
      line("17:33"),
      line("17:31", { what: "dial.read" }),
      line("17:30", { what: "people.timeline" }),
      line("17:30"),
    ),
  ).toEqual(["17:30 17:33 people.open people.timeline dial.read"]);
});

it("another colleague of the same function, another reason, and a later visit are lines of their own", () => {
  expect(
    said(line("17:33"), line("17:32", { colleague: "b" }), line("17:31", { reason: null }), line("12:00")),
  ).toEqual([
    "17:33 17:33 people.open",
    "17:32 17:32 people.open",
    "17:31 17:31 people.open",
    "12:00 12:00 people.open",
  ]);
});

it("being recognised is a line each, and two colleagues at once do not tear each other's visit apart", () => {
  const met = { kind: "met", what: null, colleague: null, reason: null, channel: "till" } as const;
  expect(
    said(
      line("17:33"),
      line("17:32", { colleague: "b" }),
      line("17:31", met),
      line("17:30", met),
      line("17:29", { what: "dial.read" }),
    ),
  ).toEqual(["17:29 17:33 dial.read people.open", "17:32 17:32 people.open", "17:31 17:31", "17:30 17:30"]);
});
