import { describe, expect, it } from "vitest";
import { isTime, type KnownFile, SMALL_BYTES, stepsOf } from "./purge.rules.ts";

const began = new Date("2026-11-29T10:00:00Z");
const before = new Date("2026-11-29T09:00:00Z");
const after = new Date("2026-11-29T10:01:00Z");
const known = (name: string, more: Partial<KnownFile>): [string, KnownFile] => [
  name,
  { name, touched_at: null, rewritten_at: null, changes: 0, ...more },
];
const small = { name: "a.small", bytes: 1000, changes: 0 };
const large = { name: "a.large", bytes: SMALL_BYTES + 1, changes: 0 };

describe("which files are written anew", () => {
  it("are all small ones, once a round", () => {
    expect(stepsOf([small], new Map(), began)).toEqual([{ name: "a.small", way: "whole", changes: 0 }]);
    expect(stepsOf([small], new Map([known("a.small", { rewritten_at: after })]), began)).toEqual([]);
    expect(stepsOf([small], new Map([known("a.small", { rewritten_at: before })]), began)).toHaveLength(1);
  });

  it("are large ones only where an erasure touched them, or rows changed since they were written", () => {
    expect(stepsOf([large], new Map(), began)).toEqual([]);
    const touched = known("a.large", { rewritten_at: new Date(0), touched_at: before });
    expect(stepsOf([large], new Map([touched]), began)).toEqual([
      { name: "a.large", way: "large", changes: 0 },
    ]);
    const gone = known("a.large", { rewritten_at: before, touched_at: new Date(0) });
    expect(stepsOf([large], new Map([gone]), began)).toEqual([]);
    expect(stepsOf([{ ...large, changes: 7 }], new Map([gone]), began)).toHaveLength(1);
    const seven = known("a.large", { rewritten_at: before, changes: 7 });
    expect(stepsOf([{ ...large, changes: 7 }], new Map([seven]), began)).toEqual([]);
  });
});

it("a round serves all erasures of eight hours", () => {
  expect(isTime(undefined, began)).toBe(true);
  expect(isTime(before, began)).toBe(false);
  expect(isTime(before, new Date(before.getTime() + 8 * 3_600_000))).toBe(true);
});
