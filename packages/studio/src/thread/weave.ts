// The weave: a column a channel, one red thread, a crossing is a seam. Pure geometry; measuring is the screen's.

export type Knot = "solid" | "open" | "now";
export type WeavePoint = { readonly column: number; readonly y: number; readonly knot: Knot };
export type WeaveFrame = {
  readonly columns: number;
  /** Width of a column. */
  readonly width: number;
  /** Where the first column begins. */
  readonly left: number;
  readonly height: number;
};
export type WeavePicture = {
  readonly lines: readonly number[];
  readonly thread: string;
  readonly knots: readonly { readonly x: number; readonly y: number; readonly knot: Knot }[];
};

export const columnX = (frame: Pick<WeaveFrame, "width" | "left">, column: number): number =>
  frame.left + frame.width * (column + 0.5);

const round = (value: number): number => Math.round(value * 10) / 10;

type Spot = { readonly x: number; readonly y: number };

/** From one knot to the next: straight within a channel, an S where the channel changes. */
export function stretch(a: Spot, b: Spot): string {
  if (a.x === b.x) return `L${round(b.x)} ${round(b.y)}`;
  const rest = (b.y - a.y) * 0.12;
  const from = a.y + rest;
  const to = b.y - rest;
  const pull = (to - from) * 0.55;
  const curve = `C${round(a.x)} ${round(from + pull)} ${round(b.x)} ${round(to - pull)} ${round(b.x)} ${round(to)}`;
  return `L${round(a.x)} ${round(from)}${curve}L${round(b.x)} ${round(b.y)}`;
}

/** `tail`: the thread goes on below the last knot because older events are not shown yet. */
export function weave(frame: WeaveFrame, points: readonly WeavePoint[], tail: boolean): WeavePicture {
  const spots = points.map((point) => ({ x: columnX(frame, point.column), y: point.y, knot: point.knot }));
  const lines = Array.from({ length: frame.columns }, (_, column) => columnX(frame, column));
  const first = spots[0];
  if (first === undefined) return { lines, thread: "", knots: [] };
  let thread = `M${round(first.x)} 0L${round(first.x)} ${round(first.y)}`;
  let before: Spot = first;
  for (const spot of spots.slice(1)) {
    thread += stretch(before, spot);
    before = spot;
  }
  if (tail) thread += `L${round(before.x)} ${round(frame.height)}`;
  return { lines, thread, knots: spots };
}

/** How wide a column may be: comfortable with few channels, narrower with many, never under 12. */
export function columnWidth(columns: number, room: number, widest: number): number {
  if (columns === 0) return widest;
  return Math.max(12, Math.min(widest, Math.floor(room / columns)));
}
