import { describe, expect, it } from "vitest";
import { stepsIn } from "./chapter.ts";
import { differencesTo } from "./compare.ts";

const json = (shown: unknown, got: unknown) =>
  differencesTo({ kind: "json", text: JSON.stringify(shown), line: 1 }, JSON.stringify(got));
const text = (shown: string, got: string) => differencesTo({ kind: "text", text: shown, line: 1 }, got);

describe("an answer in the tour", () => {
  it("is the one shown when only what is masked differs", () => {
    expect(json({ id: "…", name: "Anna" }, { id: "0190", name: "Anna" })).toEqual([]);
    expect(json({ name: "Anna", "…": "…" }, { id: "0190", name: "Anna" })).toEqual([]);
    expect(json([{ n: 1 }, "…"], [{ n: 1 }, { n: 2 }])).toEqual([]);
    expect(json({ at: "2026-…Z" }, { at: "2026-11-28T09:00:00Z" })).toEqual([]);
    expect(text("…\nup at …\nkey: pk_…", "> npm\n\nup at 9\nkey: pk_1")).toEqual([]);
  });

  it("is another one when a value, a field, an element or a line is another, missing or more", () => {
    expect(json({ name: "Anna" }, { name: "Bo" })).toHaveLength(1);
    expect(json({ name: "Anna" }, { name: "Anna", more: 1 })).toHaveLength(1);
    expect(json({ name: "…" }, {})).toHaveLength(1);
    expect(json([1], [1, 2])).toHaveLength(1);
    expect(json([1, 2, "…"], [1])).not.toEqual([]);
    expect(json({ at: "2026-…Z" }, { at: "2025-11-28T09:00:00Z" })).toHaveLength(1);
    expect(text("up", "up\nand more")).toHaveLength(1);
    expect(text("a\nb", "a")).toHaveLength(1);
    expect(differencesTo({ kind: "json", text: "{}", line: 1 }, "no json")).toHaveLength(1);
  });

  it("is not lost: a block that nothing would run or compare is refused", () => {
    expect(() => stepsIn("```js\n1\n```")).toThrow(/line 1/);
    expect(() => stepsIn("```json\n{}\n```")).toThrow(/line 1/);
    expect(() => stepsIn("```sh\ntrue\n```\n```json\n1\n```\n```json\n2\n```")).toThrow(/line 7/);
    expect(() => stepsIn("```sh\ntrue")).toThrow(/no end/);
    expect(stepsIn("```sh\ntrue\n```\n\nanswers\n\n```json\n1\n```")).toHaveLength(1);
  });
});
