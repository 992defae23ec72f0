import type { Formats } from "@somlos/look/format";

const units = ["B", "kB", "MB", "GB"] as const;

/** 4.2 MB: in the largest unit that says it. */
export function bytesIn(formats: Formats, bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${formats.number(value, unit === 0 || value >= 100 ? 0 : 1)}\u00a0${units[unit]}`;
}
