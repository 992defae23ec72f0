// Event time. A client's clock may be wrong: receivedAt − (sentAt − timestamp) is the time on ours.

const ISO = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const FIRST = 0;
const LAST = 4_102_444_800_000; // 2100-01-01
/** A difference below this is the way a request took, not a wrong clock: correcting it would blur the order of events. */
const WAY_MS = 2000;
export const MOST_AHEAD_MS = 24 * 3_600_000;

/** A number below this is seconds, or nothing: as milliseconds it would be a day in the first three years of the count. */
const LEAST_NUMBER = 100_000_000_000;

/** Milliseconds since 1970 of an ISO 8601 text (UTC when it names no zone) or a number of milliseconds. */
export function readTime(raw: unknown): number | undefined {
  const ms =
    typeof raw === "number"
      ? raw >= LEAST_NUMBER
        ? raw
        : Number.NaN
      : typeof raw === "string" && ISO.test(raw)
        ? Date.parse(zoned(raw))
        : Number.NaN;
  return ms >= FIRST && ms < LAST ? Math.floor(ms) : undefined;
}

const zoned = (iso: string): string =>
  /(Z|[+-]\d\d:?\d\d)$/.test(iso) || iso.length === 10 ? iso : `${iso}Z`;

/** The event's time on our clock. */
export function correctedTime(said: number, sentAt: number | undefined, receivedAt: number): number {
  const skew = sentAt === undefined ? 0 : receivedAt - sentAt;
  return Math.abs(skew) < WAY_MS ? said : said + skew;
}
