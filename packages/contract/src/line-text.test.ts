import { expect, test } from "vitest";
import { lineText } from "./rooms/company.ts";

test("a line that somebody fills in says something: blanks and signs that nobody sees are nothing", () => {
  const line = lineText(20);
  for (const empty of ["", "   ", "\u200b", " \u2060\u00ad ", "\u202e\u202c"])
    expect([empty, line.safeParse(empty).success]).toEqual([empty, false]);
  for (const [written, kept] of [
    [" kassa 3 ", "kassa 3"],
    ["\u200bMalmö", "\u200bMalmö"],
    ["👩‍👧", "👩‍👧"],
  ])
    expect(line.parse(written)).toBe(kept);
});
