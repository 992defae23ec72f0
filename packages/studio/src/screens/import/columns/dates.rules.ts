// Dates that can be read in two ways, and the formats one can choose from. Pure.
export const formats = [
  "iso",
  "yyyy-MM-dd HH:mm:ss",
  "yyyy-MM-dd HH:mm",
  "yyyy/MM/dd",
  "yyyyMMdd",
  "dd/MM/yyyy",
  "dd/MM/yyyy HH:mm",
  "d/M/yyyy",
  "d/M/yyyy H:mm",
  "M/d/yyyy",
  "M/d/yyyy H:mm",
  "dd.MM.yyyy",
  "dd.MM.yyyy HH:mm",
  "d.M.yyyy",
  "dd-MM-yyyy",
  "epoch_s",
  "epoch_ms",
] as const;

/** The same format with day and month the other way round; nothing when it names the year first or is no pattern. */
export function turned(format: string): string | undefined {
  const found = /^(d{1,2})([^A-Za-z0-9])(M{1,2})(.*)$/.exec(format);
  if (found !== null) return `${found[3]}${found[2]}${found[1]}${found[4]}`;
  const other = /^(M{1,2})([^A-Za-z0-9])(d{1,2})(.*)$/.exec(format);
  return other === null ? undefined : `${other[3]}${other[2]}${other[1]}${other[4]}`;
}

/** The day that a text means in a format that begins with day and month; nothing when there is no such day. */
export function dayIn(format: string, text: string): Date | undefined {
  const found = /^(\d{1,2})\D(\d{1,2})\D(\d{4}|\d{2})/.exec(text.trim());
  if (found === null) return undefined;
  const [first, second] = [Number(found[1]), Number(found[2])];
  const year = Number(found[3]) + ((found[3] ?? "").length === 2 ? 2000 : 0);
  const [day, month] = format.startsWith("M") ? [second, first] : [first, second];
  const date = new Date(year, month - 1, day, 12);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined;
}

/** The value that shows the question best: one whose two readings differ most. */
export function tellingValue(format: string, texts: readonly string[]): string | undefined {
  const other = turned(format);
  if (other === undefined) return undefined;
  const both = texts.filter((text) => {
    const [one, two] = [dayIn(format, text), dayIn(other, text)];
    return one !== undefined && two !== undefined && one.getTime() !== two.getTime();
  });
  return both[0];
}
