// Where on the earth a map looks: Mercator, which keeps the shape of what lies near, in units that grow to the right and down. Pure.
export type Spot = { readonly latitude: number; readonly longitude: number };
export type Size = { readonly width: number; readonly height: number };
/** The middle, and how many pixels a unit has. */
export type View = { readonly x: number; readonly y: number; readonly scale: number };
export type Point = { readonly x: number; readonly y: number };

const RADIAN = Math.PI / 180;
const EARTH_METERS = 6_371_000;
const MOST_LATITUDE = 85;

export const flat = ({ latitude, longitude }: Spot): Point => {
  const held = Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude));
  return { x: longitude * RADIAN, y: -Math.log(Math.tan(Math.PI / 4 + (held * RADIAN) / 2)) };
};
const latitudeAt = (y: number): number => (2 * Math.atan(Math.exp(-y)) - Math.PI / 2) / RADIAN;

export const pixelOf = ({ x, y, scale }: View, { width, height }: Size, point: Point): Point => ({
  x: (point.x - x) * scale + width / 2,
  y: (point.y - y) * scale + height / 2,
});
export const metersAPixel = ({ y, scale }: View): number =>
  (EARTH_METERS * Math.cos(latitudeAt(y) * RADIAN)) / scale;

/** Nobody looks closer: two thousand metres across. */
const LEAST_METERS = 2000;
const scaleFor = (y: number, meters: number, pixels: number): number =>
  (pixels * EARTH_METERS * Math.cos(latitudeAt(y) * RADIAN)) / meters;

type Margin = { readonly across: number; readonly down: number };
/** All of these in the picture, with room around for their names. */
export function viewOf(spots: readonly Spot[], { width, height }: Size, margin: Margin): View {
  const points = spots.map(flat);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(west + east) / 2, (north + south) / 2];
  const scales = [
    Math.max(1, width - margin.across * 2) / (east - west),
    Math.max(1, height - margin.down * 2) / (south - north),
  ];
  return { x, y, scale: Math.min(...scales, scaleFor(y, LEAST_METERS, Math.min(width, height))) };
}

/** Nearer or farther, the middle stays; never so near that nothing is left to see, nor farther than a continent. */
export function zoomed(view: View, by: number, { width, height }: Size): View {
  const most = scaleFor(view.y, LEAST_METERS, Math.min(width, height));
  const least = scaleFor(view.y, 8_000_000, Math.max(width, height));
  return { ...view, scale: Math.max(least, Math.min(most, view.scale * by)) };
}

export const moved = (view: View, right: number, down: number): View => ({
  ...view,
  ...{ x: view.x - right / view.scale, y: view.y - down / view.scale },
});

export const isSeen = (view: View, size: Size, spot: Spot): boolean => {
  const { x, y } = pixelOf(view, size, flat(spot));
  return x >= 0 && y >= 0 && x <= size.width && y <= size.height;
};
/** This in the middle. */
export const centred = (view: View, spot: Spot): View => ({ ...view, ...flat(spot) });
const awayFrom = ({ x, y }: View, spot: Spot): number => Math.hypot(flat(spot).x - x, flat(spot).y - y);
/** Nearer or farther so that one of these stays in the picture: the chosen one, else whichever lies nearest to the middle. */
export function zoomedTo(view: View, by: number, size: Size, spots: readonly Spot[], chosen?: Spot): View {
  const next = zoomed(view, by, size);
  const [nearest] = [...spots].sort((a, b) => awayFrom(view, a) - awayFrom(view, b));
  const kept = chosen ?? nearest;
  return kept === undefined || isSeen(next, size, kept) ? next : centred(next, kept);
}

const nice = [1, 2, 5];
/** A round length that is drawn at most so long. */
export function scaleBar(
  view: View,
  mostPixels: number,
): { readonly meters: number; readonly pixels: number } {
  const each = metersAPixel(view);
  const power = 10 ** Math.floor(Math.log10(each * mostPixels));
  const meters = Math.max(...nice.map((one) => one * power).filter((one) => one <= each * mostPixels));
  return { meters, pixels: meters / each };
}

const STEPS = [20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const LINES_ACROSS = 5;
/** Round degrees between two, at least four of them. */
function between(low: number, high: number): number[] {
  const step = STEPS.find((one) => (high - low) / one >= LINES_ACROSS) ?? 0.001;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, i) => first + i * step);
}
type Grid = { readonly xs: readonly number[]; readonly ys: readonly number[] };
/** Quiet lines of the same longitude and latitude, in pixels. */
export function gridOf(view: View, size: Size): Grid {
  const [across, half] = [size.width / 2 / view.scale, size.height / 2 / view.scale];
  const meridians = between((view.x - across) / RADIAN, (view.x + across) / RADIAN);
  const circles = between(latitudeAt(view.y + half), latitudeAt(view.y - half));
  return {
    xs: meridians.map((longitude) => pixelOf(view, size, flat({ latitude: 0, longitude })).x),
    ys: circles.map((latitude) => pixelOf(view, size, flat({ latitude, longitude: 0 })).y),
  };
}
