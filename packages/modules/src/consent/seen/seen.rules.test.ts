// What counts as somebody having met us, so that the rate of recognition is one of meetings.
import { expect, it } from "vitest";
import { isMeeting } from "./seen.rules.ts";

const at = new Date("2026-11-20T10:00:00Z");
const later = (days: number): Date => new Date(at.getTime() + days * 86_400_000);
const event = { sourceKind: "server", channel: "till", at, receivedAt: at } as const;

it("a receipt that the till tells of as it is printed is a meeting, and still is when the till was offline over a week-end", () => {
  expect(isMeeting(event)).toBe(true);
  expect(isMeeting({ ...event, receivedAt: later(3) })).toBe(true);
  expect(isMeeting({ ...event, receivedAt: later(7) })).toBe(true);
});

it("a row of a file is none, whatever channel it names", () => {
  expect(isMeeting({ ...event, sourceKind: "import" })).toBe(false);
  expect(isMeeting({ ...event, sourceKind: "import", channel: "web" })).toBe(false);
});

it("what one system tells another is none, and neither is history sent to us years after", () => {
  expect(isMeeting({ ...event, channel: "server" })).toBe(false);
  expect(isMeeting({ ...event, channel: "import" })).toBe(false);
  expect(isMeeting({ ...event, receivedAt: later(8) })).toBe(false);
});

it("an event that does not say where it happened may have been a meeting: it stays in the count", () => {
  expect(isMeeting({ ...event, channel: "unknown" })).toBe(true);
});
