// How a value looks on the screen.
import type { Formats } from "@somlos/look/format";

export function shown(value: unknown, formats: Formats): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") {
    const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
    return Math.abs(value) < 1e15 && decimals <= 6 ? formats.number(value, decimals) : String(value);
  }
  return JSON.stringify(value);
}
