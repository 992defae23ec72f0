import { describe, expect, it } from "vitest";
import { isFilter, nothing, opensPerson, placeOf, queryOf } from "./filter.rules.ts";

const id = "0197a3c2-1111-7222-8333-444455556666";

describe("what the audit is asked for", () => {
  it("is everything when nothing is chosen", () => {
    expect(isFilter(nothing)).toBe(false);
    expect(queryOf(nothing)).toEqual({});
  });

  it("counts the last day whole", () => {
    const { from, to } = queryOf({ ...nothing, from: "2026-11-20", to: "2026-11-21" });
    expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(2 * 86_400_000);
    expect(new Date(from ?? "").getDate()).toBe(20);
    expect(new Date(from ?? "").getHours()).toBe(0);
  });

  it("takes a person's id also with spaces around it, and nothing that is no id", () => {
    expect(queryOf({ ...nothing, person: ` ${id} ` })).toEqual({ personId: id });
    expect(queryOf({ ...nothing, person: "Astrid" })).toEqual({});
  });

  it("leaves out what somebody wrote into the address by hand", () => {
    expect(queryOf({ who: "a b", person: "", from: "yesterday", to: "2026" })).toEqual({});
  });

  it("leads to a person only where a person was opened", () => {
    expect(opensPerson({ what: "people.open", personId: id })).toBe(true);
    expect(opensPerson({ what: "mail.open", personId: id })).toBe(false);
    expect(opensPerson({ what: "keys.close", personId: null })).toBe(false);
  });
});

it("leads to the source or the import that something was done to, and nowhere for the rest", () => {
  const id = "01a2238a-77aa-7c1f-9d3e-aa01f0a0a07f";
  expect(placeOf({ what: "schemas.save", objectId: "12" })?.path).toBe("/sources/12");
  expect(placeOf({ what: "imports.pause", objectId: id })?.path).toBe(`/imports/${id}`);
  expect(placeOf({ what: "keys.close", objectId: id })).toBeUndefined();
  expect(placeOf({ what: "sources.create", objectId: null })).toBeUndefined();
});
