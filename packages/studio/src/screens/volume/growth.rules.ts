// The picture of growth: measured days as a line, then the forecast, on one scale from zero. Pure.

export type Point = { readonly x: number; readonly y: number };
export type Picture = {
  readonly measured: readonly Point[];
  readonly forecast: readonly Point[];
  /** Bytes at the top. */
  readonly top: number;
};

const DAY_MS = 86_400_000;
const AHEAD_DAYS = 90;
const FEWEST_BACK = 30;

/** Room above the highest point, as a round figure. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 5, 7.5, 10].find((one) => one * power >= value) ?? 10;
  return step * power;
}

export function drawGrowth(
  days: readonly { readonly day: string; readonly bytes: number }[],
  forecast: { readonly in30: number; readonly in90: number } | null,
  width: number,
  height: number,
): Picture {
  const last = days.at(-1);
  if (last === undefined) return { measured: [], forecast: [], top: 1 };
  const end = Date.parse(last.day);
  const first = Math.min(Date.parse(days[0]?.day ?? last.day), end - FEWEST_BACK * DAY_MS);
  const ahead = forecast === null ? 0 : AHEAD_DAYS * DAY_MS;
  const top = roundUp(Math.max(...days.map((day) => day.bytes), forecast?.in90 ?? 0, forecast?.in30 ?? 0));
  const place = (at: number, bytes: number): Point => ({
    x: ((at - first) / (end + ahead - first)) * width,
    y: height - (bytes / top) * height,
  });
  return {
    measured: days.map((day) => place(Date.parse(day.day), day.bytes)),
    forecast:
      forecast === null
        ? []
        : [
            place(end, last.bytes),
            place(end + 30 * DAY_MS, forecast.in30),
            place(end + AHEAD_DAYS * DAY_MS, forecast.in90),
          ],
    top,
  };
}

export const lineOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");
