import { expect, it } from "vitest";
import { metresBetween } from "./distance.ts";

const malmo = { latitude: 55.605, longitude: 13.0038 };
const stockholm = { latitude: 59.3293, longitude: 18.0686 };

it("measures as the crow flies, both ways alike, over the date line and to the other side of the world", () => {
  expect(metresBetween(malmo, malmo)).toBe(0);
  expect(Math.abs(metresBetween(malmo, stockholm) - 513_500)).toBeLessThan(1_500);
  expect(metresBetween(malmo, stockholm)).toBe(metresBetween(stockholm, malmo));
  const fiji = [
    { latitude: -17, longitude: 179.9 },
    { latitude: -17, longitude: -179.9 },
  ] as const;
  expect(metresBetween(...fiji)).toBeLessThan(22_000);
  const half = metresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 });
  expect(half).toBe(Math.round(Math.PI * 6_371_008.8));
});
