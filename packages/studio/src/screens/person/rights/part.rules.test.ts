import { describe, expect, it } from "vitest";
import { isBackwards, nameOfIdentifier, nameOfSource, scopeOfPart, wholePart } from "./part.rules.ts";

const mail = { kind: "email", value: "anna@exempel.se" };
const span = (from: string, to: string) => ({ of: "span", from, to });

describe("what is to be erased", () => {
  it("is everything, one identifier of theirs, or one source", () => {
    expect(scopeOfPart(wholePart, [mail])).toEqual({ kind: "whole" });
    expect(scopeOfPart({ ...wholePart, of: nameOfIdentifier(mail) }, [mail])).toEqual({
      ...{ kind: "identifier", identifier: mail },
    });
    expect(scopeOfPart({ ...wholePart, of: nameOfSource(3) }, [mail])).toEqual({
      kind: "source",
      sourceId: 3,
    });
    expect(scopeOfPart({ ...wholePart, of: nameOfIdentifier(mail) }, [])).toBeUndefined();
  });

  it("of a time is both days and all between them", () => {
    const scope = scopeOfPart(span("2026-02-01", "2026-02-28"), []);
    expect(scope).toEqual({
      kind: "span",
      from: new Date(2026, 1, 1).toISOString(),
      to: new Date(2026, 2, 1).toISOString(),
    });
  });

  it("of a time is nothing while a day is missing, or they stand backwards", () => {
    expect(scopeOfPart(span("2026-02-01", ""), [])).toBeUndefined();
    expect(scopeOfPart(span("2026-02-02", "2026-02-01"), [])).toBeUndefined();
    expect(isBackwards(span("2026-02-02", "2026-02-01"))).toBe(true);
    expect(isBackwards(span("2026-02-01", "2026-02-01"))).toBe(false);
  });
});
