// The time. Works take it from the database; `clockOffsetMs` moves it in test installations only (SOMLOS_TEST_CLOCK=1).

let offsetMs = 0;
export const clockOffsetMs = (): number => offsetMs;
export function moveClock(ms: number): void {
  offsetMs = ms;
}

/** This machine's time in milliseconds, for stamps that the database does not give: receipt of a request, time-outs. */
export const machineNow = (): number => Date.now() + offsetMs;

/** Milliseconds of a running clock that never jumps, for measuring how long something took. */
export const stopwatch = (): (() => number) => {
  const start = performance.now();
  return () => performance.now() - start;
};
