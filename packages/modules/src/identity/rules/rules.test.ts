// Patterns of the own list, and who changes between two ways to tell people apart.
import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesGlob } from "./blocked.rules.ts";
import { changesOf } from "./circle.rules.ts";

test("a pattern with stars and question marks means what it says, for any text", () => {
  const letter = fc.constantFrom("a", "b", "*", "?");
  const text = (of: fc.Arbitrary<string>) => fc.array(of, { maxLength: 12 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text(letter), text(fc.constantFrom("a", "b")), (glob, value) => {
      const same = new RegExp(`^${glob.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(value);
      expect(matchesGlob(glob, value)).toBe(same);
    }),
    { numRuns: 3000 },
  );
});

test("a pattern made to be slow is not", () => {
  const started = performance.now();
  expect(matchesGlob("*a*a*a*a*b", "a".repeat(400))).toBe(false);
  expect(performance.now() - started).toBeLessThan(50);
});

test("who comes apart, who is joined, and what each loses and gains", () => {
  const node = (fp: string, person: string, root: string, named = true) => ({ fp, person, root, named });
  const changes = changesOf([
    node("a", "Anna", "1"),
    node("b", "Anna", "1"),
    node("c", "Anna", "2"),
    node("d", "Bo", "2"),
    node("e", "Bo", "2"),
    node("f", "Cleo", "3"),
    node("g", "Cleo", "3", false),
  ]);
  expect(changes).toEqual([
    { person: "Anna", parts: 2, joins: ["Bo"], loses: 1, gains: 0 },
    { person: "Bo", parts: 1, joins: ["Anna"], loses: 0, gains: 1 },
  ]);
});
