// What holds the log back, in one figure.

/**
 * `log_stalled_seconds`: the age of the oldest write transaction that keeps a committed flush from the readers; 0 while none
 * waits. Where we may not see others' transactions, how long the first flush has waited.
 */
export const stalledSeconds = (
  waiting: { readonly flushes: number; readonly seconds: number | null },
  holders: readonly { readonly seconds: number }[],
): number => (waiting.flushes === 0 ? 0 : Math.max(0, holders[0]?.seconds ?? waiting.seconds ?? 0));
