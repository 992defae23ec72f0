// COM-H05, done 3 of issue 4, a few rounds of it: the last one is promised once, whoever asks at the same moment.
import { afterAll, beforeAll, expect, it } from "vitest";
import { openShelf } from "./last-unit.ts";
import { openTwoProcesses, type TwoProcesses } from "./two-processes.ts";

let two: TwoProcesses;
beforeAll(async () => {
  two = await openTwoProcesses();
}, 120_000);
afterAll(() => two.free());

it("of fifty on two processes who want the last one, the last three or the last ten, so many get one", async () => {
  const { stock, race } = await openShelf(two, 20);
  for (let round = 0; round < 3; round++)
    for (const units of [1, 3, 10]) {
      const sku = `last-${units}-${round}`;
      await stock(sku, units);
      expect(await race(sku)).toHaveLength(units);
    }
}, 120_000);
