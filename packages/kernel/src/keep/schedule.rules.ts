// When the next backup is due and which old ones go, decided by the times in the file names. Pure.

const DAY_MS = 86_400_000;
const DAILY = 7;
const WEEKLY = 4;
/** Clocks differ a little; a name further ahead than this was written by a clock that was wrong. */
const AHEAD_MS = 3_600_000;
const NAME = /^somlos-(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/;

export const backupName = (now: Date): string =>
  `somlos-${now.toISOString().slice(0, 19).replaceAll(":", "")}Z.backup`;

/** When the backup with this name was made; undefined for a file that is none of ours. */
export function madeAt(file: string): number | undefined {
  const [, y, mo, d, h, mi, s] = NAME.exec(file) ?? [];
  if (y === undefined) return undefined;
  const time = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
  return backupName(new Date(time)) === file ? time : undefined;
}

type Made = { readonly file: string; readonly at: number };

/** Our backups, newest first. */
const ours = (files: readonly string[]): Made[] =>
  files
    .flatMap((file) => {
      const at = madeAt(file);
      return at === undefined ? [] : [{ file, at }];
    })
    .sort((one, other) => other.at - one.at);

const newest = (now: Date, files: readonly string[]): Made | undefined =>
  ours(files).find((one) => one.at <= now.getTime() + AHEAD_MS);

/** Seconds since the newest backup; undefined when there is none. */
export function backupAge(now: Date, files: readonly string[]): number | undefined {
  const last = newest(now, files);
  return last === undefined ? undefined : Math.max(0, (now.getTime() - last.at) / 1000);
}

/** A day after the last one. */
export const dueBackup = (now: Date, files: readonly string[]): boolean =>
  (backupAge(now, files) ?? Number.POSITIVE_INFINITY) * 1000 >= DAY_MS;

const dayOf = (at: number): number => Math.floor(at / DAY_MS);
/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
const weekOf = (at: number): number => Math.floor((dayOf(at) + 3) / 7);

/** The newest of each of the last so many days, or weeks, that have one. */
function newestOfEach(made: readonly Made[], spanOf: (at: number) => number, most: number): string[] {
  const first = new Map<number, string>();
  for (const { file, at } of made) if (!first.has(spanOf(at))) first.set(spanOf(at), file);
  return [...first.values()].slice(0, most);
}

/** The files to remove: all of ours but seven daily and four weekly ones. Files that are none of ours stay. */
export function pruneBackups(now: Date, files: readonly string[], weeks = WEEKLY): string[] {
  const made = ours(files).filter((one) => one.at <= now.getTime() + AHEAD_MS);
  const kept = new Set([...newestOfEach(made, dayOf, DAILY), ...newestOfEach(made, weekOf, weeks)]);
  return made.map((one) => one.file).filter((file) => !kept.has(file));
}
