import { describe, expect, it } from "vitest";
import { dailySteps, type Known, openSteps } from "./next.rules.ts";

const everything = () => true;
const nothing = () => false;
const fresh: Known = {
  parked: 0,
  account: { passkeysWork: true, passkeys: [] },
  sources: [
    { kind: "browser", lastEventAt: "2026-11-21T10:00:00Z" },
    { kind: "server", lastEventAt: null },
  ],
  company: { defaultCurrency: null },
  colleagues: 1,
};
const settled: Known = {
  parked: 0,
  account: { passkeysWork: true, passkeys: [{}] },
  sources: [{ kind: "till", lastEventAt: "2026-11-21T10:00:00Z" }],
  company: { defaultCurrency: "SEK" },
  colleagues: 4,
};
const ids = (known: Known, may = everything) => openSteps(known, may).map((step) => step.id);

describe("what to do next", () => {
  it("for the owner of a new shop is a passkey, the shop's systems, the company and a colleague", () => {
    expect(ids(fresh)).toEqual(["passkey", "server", "company", "staff"]);
  });

  it("is nothing when everything is in place", () => {
    expect(ids(settled)).toEqual([]);
  });

  it("begins with parked events, which somebody waits for", () => {
    expect(ids({ ...settled, parked: 3 })).toEqual(["parked"]);
  });

  it("never names a door that is closed to the colleague", () => {
    expect(ids(fresh, nothing)).toEqual(["passkey"]);
    expect(dailySteps("manager", nothing)).toEqual([]);
  });

  it("asks for no passkey where passkeys do not work", () => {
    expect(ids({ ...fresh, account: { passkeysWork: false, passkeys: [] } }, nothing)).toEqual([]);
  });

  it("for service is to find a person, for a manager also who looked", () => {
    expect(dailySteps("service", everything).map((step) => step.id)).toEqual(["people"]);
    expect(dailySteps("manager", everything).map((step) => step.id)).toEqual(["people", "audit"]);
  });
});
