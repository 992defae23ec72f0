// How far two places are from each other, as the crow flies. Pure.
export type Position = { readonly latitude: number; readonly longitude: number };

/** Mean radius of the Earth (IUGG). */
const RADIUS_METRES = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Whole metres along the great circle (haversine): within half a percent of the ellipsoid. */
export function metresBetween(a: Position, b: Position): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const h = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east;
  return Math.round(2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h))));
}
