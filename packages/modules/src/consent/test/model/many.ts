// Many sequences, so many a database at once, and what they were made of.
import fc from "fast-check";
import { emptyMix, type Mix, runTogether } from "./run.ts";
import { sequence } from "./steps.ts";
import type { Desk, World } from "./world.ts";

const TOGETHER = 100;

/** A failure names its sequence, and the seed of all. Nothing is made smaller, since each try would take a restore. */
export async function tryMany(
  world: World,
  desk: Desk,
  sequences: number,
  seed: number = fc.sample(fc.integer(), 1)[0] ?? 0,
): Promise<Mix> {
  const mix = emptyMix();
  const all = fc.sample(sequence, { numRuns: sequences, seed });
  for (let from = 0; from < all.length; from += TOGETHER) {
    const wrong = await runTogether(world, desk, all.slice(from, from + TOGETHER), mix);
    if (wrong !== undefined) throw new Error(`seed ${seed}: ${wrong}`);
  }
  return mix;
}

export function tellMix({ steps, sequences, tempted, yes }: Mix, tookMs: number): void {
  const all = [...steps.values()].reduce((sum, n) => sum + n, 0);
  const shares = [...steps]
    .sort(([, a], [, b]) => b - a)
    .map(([name, n]) => `${name} ${((n / all) * 100).toFixed(1)} %`);
  process.stdout.write(
    `${sequences} sequences, ${all} steps in ${(tookMs / 1000).toFixed(1)} s: ${shares.join(", ")}; ` +
      `${tempted} held a no that was tempted, ${yes} times an address could be written to\n`,
  );
}
