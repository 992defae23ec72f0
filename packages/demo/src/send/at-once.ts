// A few things at once, not all.

/** Does all of them, so many at a time; the first that fails ends it. */
export async function atOnce<T>(
  things: readonly T[],
  many: number,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const line = things.values();
  const worker = async () => {
    for (const thing of line) await work(thing);
  };
  await Promise.all(Array.from({ length: many }, worker));
}

/** Lists of at most so many. */
export const pieces = <T>(list: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, i) => list.slice(i * most, (i + 1) * most));
