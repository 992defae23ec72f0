// Times in the formats that files hold, in the zone where they were written.

/** Milliseconds since 1970 of a text; undefined when it does not have the format or is no such day. */
export type ReadTime = (text: string) => number | undefined;

const TOKENS: Readonly<Record<string, { pattern: string; part: Part }>> = {
  yyyy: { pattern: "(\\d{4})", part: "year" },
  yy: { pattern: "(\\d{2})", part: "year" },
  MM: { pattern: "(\\d{2})", part: "month" },
  M: { pattern: "(\\d{1,2})", part: "month" },
  dd: { pattern: "(\\d{2})", part: "day" },
  d: { pattern: "(\\d{1,2})", part: "day" },
  HH: { pattern: "(\\d{2})", part: "hour" },
  H: { pattern: "(\\d{1,2})", part: "hour" },
  mm: { pattern: "(\\d{2})", part: "minute" },
  ss: { pattern: "(\\d{2})", part: "second" },
};
type Part = "year" | "month" | "day" | "hour" | "minute" | "second";
type Parts = Record<Part, number>;
const SPLIT = /yyyy|yy|MM|M|dd|d|HH|H|mm|ss|[^a-zA-Z]|[a-zA-Z]/g;
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;
const LAST = 4_102_444_800_000; // 2100-01-01
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A reader for a format; undefined when the format or the zone is none. */
export function makeReadTime(format: string, zone: string | undefined): ReadTime | undefined {
  const place = zone ?? "UTC";
  if (!isZone(place)) return undefined;
  const within = (ms: number | undefined) => (ms !== undefined && ms >= 0 && ms < LAST ? ms : undefined);
  if (format === "iso") return (text) => within(readIso(text, place));
  if (format === "epoch_s" || format === "epoch_ms") {
    const by = format === "epoch_s" ? 1000 : 1;
    return (text) =>
      /^\d{1,13}(\.\d{1,9})?$/.test(text) ? within(Math.floor(Number(text) * by)) : undefined;
  }
  const read = compile(format);
  return read === undefined ? undefined : (text) => within(fromParts(read(text), place));
}

function compile(format: string): ((text: string) => Parts | undefined) | undefined {
  const parts: Part[] = [];
  let pattern = "";
  for (const token of format.match(SPLIT) ?? []) {
    const known = TOKENS[token];
    if (known === undefined && /[a-zA-Z]/.test(token) && token !== "T") return undefined;
    if (known !== undefined) parts.push(known.part);
    pattern += known?.pattern ?? token.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  }
  if (
    new Set(parts).size !== parts.length ||
    !["year", "month", "day"].every((p) => parts.some((q) => p === q))
  )
    return undefined;
  const matcher = new RegExp(`^${pattern}$`);
  return (text) => {
    const found = matcher.exec(text);
    if (found === null) return undefined;
    const read: Parts = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
    parts.forEach((part, i) => {
      read[part] = Number(found[i + 1]);
    });
    if (read.year < 100 && !format.includes("yyyy")) read.year += read.year < 70 ? 2000 : 1900;
    return read;
  };
}

function readIso(text: string, zone: string): number | undefined {
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", offset] = found;
  const parts: Parts = {
    year: +(year ?? 0),
    month: +(month ?? 0),
    day: +(day ?? 0),
    hour: +hour,
    minute: +minute,
    second: +second,
  };
  const ms = Number(fraction.slice(0, 3).padEnd(3, "0"));
  if (offset === undefined) {
    const local = fromParts(parts, zone);
    return local === undefined ? undefined : local + ms;
  }
  const utc = fromParts(parts, "UTC");
  return utc === undefined ? undefined : utc + ms - offsetIn(offset);
}

function offsetIn(text: string): number {
  if (text === "Z") return 0;
  const size = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(":", "") || "0");
  return (text.startsWith("-") ? -size : size) * MINUTE;
}

function fromParts(p: Parts | undefined, zone: string): number | undefined {
  if (p === undefined || p.hour > 23 || p.minute > 59 || p.second > 59) return undefined;
  const local = Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second);
  const back = new Date(local);
  if (p.year < 1970 || back.getUTCMonth() !== p.month - 1 || back.getUTCDate() !== p.day) return undefined;
  return zone === "UTC" ? local : toUtc(local, zone);
}

/** Twice a year an hour is missing or comes twice: the missing one moves on, of the double one the first is taken. */
function toUtc(local: number, zone: string): number {
  const before = offsetAt(zone, local - DAY);
  const after = offsetAt(zone, local + DAY);
  if (before === after) return local - before;
  const fits = [local - before, local - after].filter((utc) => utc + offsetAt(zone, utc) === local);
  return fits.length === 0 ? local - before : Math.min(...fits);
}

const zones = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const QUARTER = 15 * MINUTE;

function isZone(zone: string): boolean {
  try {
    formatIn(zone);
    return true;
  } catch {
    return false;
  }
}

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = zones.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      timeZoneName: "longOffset",
      year: "numeric",
    });
    if (zones.size > 100) zones.clear();
    zones.set(zone, format);
  }
  return format;
}

/** What a zone's clock is ahead of UTC, in milliseconds; the same for each quarter of an hour. */
function offsetAt(zone: string, utc: number): number {
  const quarter = Math.floor(utc / QUARTER);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const name =
    formatIn(zone)
      .formatToParts(quarter * QUARTER)
      .find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const text = name.slice(3);
  const offset = text === "" ? 0 : offsetIn(text);
  if (offsets.size > 200_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
