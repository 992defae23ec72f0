import fc from "fast-check";
import { expect, test } from "vitest";
import { firstBroken, steps } from "../test/no-stays-no.ts";

test("no sequence of grants, withdrawals, joins, splits, imports, replays and restores turns a no into a yes: 10,000 of them", () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      expect(firstBroken(sequence).broken).toBeUndefined();
    }),
    { numRuns: 10_000 },
  );
});
