import fc from "fast-check";
import { expect, test } from "vitest";
import { firstBroken, type Step, steps } from "../test/no-stays-no.ts";

test("no sequence of grants, withdrawals, joins, splits, imports, replays and restores turns a no into a yes: 1,000 of them", () => {
  let yes = 0;
  let lost = 0;
  fc.assert(
    fc.property(steps, (sequence) => {
      const found = firstBroken(sequence);
      yes += found.yes;
      lost += found.lost;
      expect(found.broken).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
  // The sequences say yes often and lose it often: else nothing would have been tried.
  expect(yes).toBeGreaterThan(5000);
  expect(lost).toBeGreaterThan(500);
});

test("what was lost stays lost along the ways that were thought of", () => {
  const ways: Step[][] = [
    [{ do: "grant", who: 0 }, { do: "keep" }, { do: "no", who: 0, all: false }, { do: "restore" }],
    [
      { do: "no", who: 0, all: true },
      { do: "import", who: 0, away: 5, no: false },
      { do: "replay", nth: 1 },
    ],
    [
      { do: "no", who: 0, all: true },
      { do: "sale", who: 0 },
    ],
    [
      { do: "ask", who: 0 },
      { do: "no", who: 0, all: false },
      { do: "confirm", nth: 0 },
    ],
    [
      { do: "no", who: 1, all: false },
      { do: "join", who: 0, other: 1 },
      { do: "import", who: 0, away: 0, no: false },
    ],
  ];
  for (const way of ways) expect(firstBroken(way).broken).toBeUndefined();
});
