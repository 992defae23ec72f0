import { afterAll, beforeAll, expect, test } from "vitest";
import { identitySettings as settings } from "../../identity/limits.rules.ts";
import { join, keepApart, split, undo } from "../../identity/rulings/rulings.actions.ts";
import { tellMix, tryMany } from "../test/model/many.ts";
import { type Desk, openWorld, type World } from "../test/model/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.drop());

const SEQUENCES = 1_000;
const desk: Desk = {
  join: (work, act, two) => join(work, act, two, settings),
  keepApart: (work, act, two) => keepApart(work, act, two, settings),
  split: (work, act, whom) => split(work, act, whom, settings),
  undo: (work, act, ruling) => undo(work, act, ruling, settings),
};

test("no sequence of joins, imports, replays and restores turns a no into a yes, in the database and with who is who: 1,000 of them", async () => {
  const began = performance.now();
  const mix = await tryMany(world, desk, SEQUENCES);
  tellMix(mix, performance.now() - began);
  expect(mix.sequences).toBe(SEQUENCES);
  // A no was held and tempted in most of them: else nothing would have been tried.
  expect(mix.tempted).toBeGreaterThan(SEQUENCES / 2);
  expect(mix.yes).toBeGreaterThan(SEQUENCES);
}, 600_000);
