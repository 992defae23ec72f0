// How a screen that many stand before tells silence: it warns, then it lets go. Pure.

/** Seconds before the end in which it warns. */
export const WARNS_SECONDS = 30;
/** A sign of life is told to the server at most so often: the server counts the silence too. */
export const TELL_EVERY_MS = 15_000;

/** Whole seconds left while it warns, 0 when it is over; undefined while all is well. */
export function secondsLeft(lastMs: number, nowMs: number, silenceSeconds: number): number | undefined {
  const left = Math.ceil(silenceSeconds - (nowMs - lastMs) / 1000);
  return left > WARNS_SECONDS ? undefined : Math.max(0, left);
}
