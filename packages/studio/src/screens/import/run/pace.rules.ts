// How fast an import goes and how long it still takes, from what was seen of it lately. Pure.
export type Seen = { readonly at: number; readonly rows: number; readonly share: number };

const WINDOW_MS = 20_000;

/** Keeps what was seen in the last twenty seconds; a run that began anew forgets what came before. */
export function see(before: readonly Seen[], now: Seen): readonly Seen[] {
  const last = before.at(-1);
  if (last !== undefined && (now.rows < last.rows || now.share < last.share)) return [now];
  if (last !== undefined && last.rows === now.rows && last.share === now.share && before.length > 1)
    return before.filter(({ at }) => now.at - at < WINDOW_MS);
  return [...before.filter(({ at }) => now.at - at < WINDOW_MS), now];
}

export type Pace = { readonly rowsASecond: number; readonly secondsLeft: number | undefined };

/** Undefined until two seconds have been seen. */
export function paceOf(seen: readonly Seen[]): Pace | undefined {
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < 1500) return undefined;
  const seconds = (last.at - first.at) / 1000;
  const shareASecond = (last.share - first.share) / seconds;
  return {
    rowsASecond: (last.rows - first.rows) / seconds,
    secondsLeft: shareASecond > 0 ? (1 - last.share) / shareASecond : undefined,
  };
}
