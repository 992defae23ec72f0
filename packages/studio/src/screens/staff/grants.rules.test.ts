import { describe, expect, it } from "vitest";
import { type Grant, grantsFor, isFenced, rolesOf } from "./grants.rules.ts";

const store: Grant = { role: "store", legalEntityId: null, locationIds: ["malmo", "lund"] };
const service: Grant = { role: "service", legalEntityId: null, locationIds: [] };

describe("the roles of a colleague", () => {
  it("are told in one order, each once", () => {
    expect(rolesOf([store, service, { ...store, locationIds: ["goteborg"] }])).toEqual(["service", "store"]);
  });

  it("keep the stores a role was given for when another role is added", () => {
    expect(grantsFor(["store", "service"], [store])).toEqual([store, service]);
  });

  it("go with their places when the role is taken away", () => {
    expect(grantsFor(["service"], [store, service])).toEqual([service]);
  });

  it("reach everywhere unless every grant of the role is fenced", () => {
    expect(isFenced("service", [service])).toBe(false);
    expect(isFenced("store", [store])).toBe(true);
    expect(isFenced("store", [store, { ...store, locationIds: [] }])).toBe(false);
  });
});
