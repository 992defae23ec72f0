// One line of the doctor: how it stands with one thing, and what to do about it.

export type Level = "ok" | "warn" | "bad";
export type Check = {
  readonly level: Level;
  readonly about: string;
  readonly says: string;
  /** What to do; always there when it is not well. */
  readonly todo?: string;
};

export const ok = (about: string, says: string): Check => ({ level: "ok", about, says });
export const warn = (about: string, says: string, todo: string): Check => ({
  level: "warn",
  about,
  says,
  todo,
});
export const bad = (about: string, says: string, todo: string): Check => ({
  level: "bad",
  about,
  says,
  todo,
});

const SIGNS: Readonly<Record<Level, string>> = { ok: "ok  ", warn: "warn", bad: "BAD " };

export const lineOf = ({ level, about, says, todo }: Check): string =>
  `${SIGNS[level]}  ${about}: ${says}${todo === undefined ? "" : `\n      → ${todo}`}`;

const DAY = 86_400;
const HOUR = 3600;
/** A time in words that are exact enough to act on. */
export function inWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 2 * HOUR) return `${Math.round(seconds / 60)} min`;
  return seconds < 2 * DAY ? `${Math.round(seconds / HOUR)} h` : `${Math.floor(seconds / DAY)} days`;
}

const UNITS = ["B", "kB", "MB", "GB", "TB"];
export function bytesInWords(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}
