// When a file is fetched again. Pure.
const MINUTE = 60_000;
const FIRST_AGAIN = 5;

/** After it came, or there was nothing new. */
export const nextAfter = (now: Date, everyMinutes: number): Date =>
  new Date(now.getTime() + everyMinutes * MINUTE);

/** After so many failures in a row: 5 minutes, 10, 20 and so on, never later than it would have been anyway. */
export const againAfter = (now: Date, failures: number, everyMinutes: number): Date =>
  nextAfter(now, Math.min(everyMinutes, FIRST_AGAIN * 2 ** Math.min(failures - 1, 10)));

/** A login is said to the machine that it was entered for: with another machine it is entered anew. */
export const sameMachine = (a: string, b: string): boolean => URL.parse(a)?.origin === URL.parse(b)?.origin;
