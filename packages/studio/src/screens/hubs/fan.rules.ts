// A value as a knot that many threads run to: cut before it when it says nothing, through it when it is one person's.

export type Says = "nothing" | "little" | "blocked" | "one_person";

export const FAN = { width: 360, height: 148, knot: 236, cut: 168, end: 352 } as const;
/** More than these are a number beside the picture. */
const MOST = 9;
const INSET = 10;

export type Fan = {
  readonly threads: readonly { readonly from: number; readonly d: string }[];
  /** What leads on from the knot; none where nobody is meant by it. */
  readonly onward: string | undefined;
  readonly cut: boolean;
  readonly stitched: boolean;
  readonly more: number;
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** Points down the left edge, as far apart as there is room for, around the middle. */
export function spread(count: number, height: number, most = 30): readonly number[] {
  const step = count < 2 ? 0 : Math.min(most, (height - 2 * INSET) / (count - 1));
  const top = height / 2 - (step * (count - 1)) / 2;
  return Array.from({ length: count }, (_, at) => round(top + at * step));
}

/** A cubic cut off at the share `t` of its way, by de Casteljau: the bend that is left is the same bend. */
function firstPart(points: readonly [number, number][], t: number): string {
  const between = (a: [number, number], b: [number, number]): [number, number] => [
    a[0] + (b[0] - a[0]) * t,
    a[1] + (b[1] - a[1]) * t,
  ];
  const [p0 = [0, 0], p1 = [0, 0], p2 = [0, 0], p3 = [0, 0]] = points;
  const [a, b, c] = [between(p0, p1), between(p1, p2), between(p2, p3)];
  const [d, e] = [between(a, b), between(b, c)];
  const text = [a, d, between(d, e)].map(([x, y]) => `${round(x)} ${round(y)}`).join(" ");
  return `M${round(p0[0])} ${round(p0[1])}C${text}`;
}

export function fanOf(neighbours: number, says: Says): Fan {
  const shown = Math.min(MOST, Math.max(0, neighbours));
  const middle = FAN.height / 2;
  const cut = says !== "one_person";
  const threads = spread(shown, FAN.height).map((from) => {
    const bend: [number, number][] = [
      [6, from],
      [FAN.knot * 0.5, from],
      [FAN.knot * 0.55, middle],
      [FAN.knot, middle],
    ];
    return { from, d: firstPart(bend, cut ? shareAt(bend, FAN.cut) : 1) };
  });
  const leads = says === "one_person" || says === "little";
  return {
    threads,
    onward: leads ? `M${FAN.knot} ${middle}L${FAN.end} ${middle}` : undefined,
    cut,
    stitched: says === "little",
    more: Math.max(0, neighbours - shown),
  };
}

/** Where along its way a bend that goes only rightwards reaches `x`. */
function shareAt(bend: readonly [number, number][], x: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bend.map(([at]) => at);
  let [low, high] = [0, 1];
  for (let i = 0; i < 24; i++) {
    const t = (low + high) / 2;
    const at = (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
    if (at < x) low = t;
    else high = t;
  }
  return (low + high) / 2;
}
