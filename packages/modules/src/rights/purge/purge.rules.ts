// When the files of the database are written anew after erasures, and which. Pure.

const HOUR = 3_600_000;
/** Erasures that end within this are done in one round: a round writes every small table anew. */
export const ROUND_EVERY_MS = 8 * HOUR;
/** Up to this the table is written anew while nobody uses it: 61 MB took 0.7 to 1.0 s on two busy cores. Larger ones are copied and swapped. */
export const SMALL_BYTES = 64 * 1024 * 1024;

/** A table, or a month of one, as the catalog has it. */
export type TableFile = { readonly name: string; readonly bytes: number; readonly changes: number };
export type KnownFile = {
  readonly name: string;
  readonly touched_at: Date | null;
  readonly rewritten_at: Date | null;
  readonly changes: number;
};
export type Step = { readonly name: string; readonly way: "whole" | "large"; readonly changes: number };

/** A large table in which nothing ever changed holds nothing that is gone. The statistics are lost in a crash, what an erasure touched is not. */
const holdsTraces = (file: TableFile, known: KnownFile | undefined): boolean => {
  const rewritten = known?.rewritten_at?.getTime() ?? Number.NEGATIVE_INFINITY;
  const touched = known?.touched_at?.getTime() ?? Number.NEGATIVE_INFINITY;
  return touched > rewritten || file.changes > (known?.changes ?? 0);
};

/** What of the round that began then is still to be done, small ones first. */
export function stepsOf(
  files: readonly TableFile[],
  known: ReadonlyMap<string, KnownFile>,
  began: Date,
  smallBytes = SMALL_BYTES,
): Step[] {
  return files
    .filter(({ name }) => (known.get(name)?.rewritten_at ?? new Date(0)) < began)
    .filter((file) => file.bytes <= smallBytes || holdsTraces(file, known.get(file.name)))
    .map(({ name, bytes, changes }) => ({ name, way: bytes <= smallBytes ? "whole" : "large", changes }));
}

/** Whether a new round begins now. */
export const isTime = (last: Date | undefined, now: Date): boolean =>
  last === undefined || now.getTime() - last.getTime() >= ROUND_EVERY_MS;
