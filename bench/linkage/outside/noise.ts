// Columns that every export has beside what it knows of people: ids, times, flags, amounts. They say nothing of who is who.
import { type Draw, digits, upTo } from "../draw.ts";

const hex = (count: number, draw: Draw): string =>
  Array.from({ length: count }, () => upTo(16, draw).toString(16)).join("");
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const word = (draw: Draw): string =>
  Array.from({ length: 4 + upTo(6, draw) }, () => LETTERS.charAt(upTo(26, draw))).join("");
const time = (draw: Draw): string =>
  new Date(1_500_000_000_000 + upTo(250_000_000, draw) * 1000).toISOString();

type Way = readonly [head: string, (draw: Draw, row: number) => string];
const WAYS: readonly Way[] = [
  ["guid", (draw) => `${hex(8, draw)}-${hex(4, draw)}-${hex(12, draw)}`],
  ["created", time],
  ["day", (draw) => time(draw).slice(0, 10)],
  ["active", (draw) => (draw() < 0.7 ? "1" : "0")],
  ["tier", (draw) => "ABCDE".charAt(upTo(5, draw))],
  ["amount", (draw) => `${upTo(5000, draw)}.${digits(2, draw)}`],
  ["visits", (draw) => String(upTo(40, draw))],
  ["batch", () => "2024-1"],
  ["token", word],
  ["line", (_, row) => String(row + 1)],
];

export function noiseOf(columns: number, rows: number, draw: Draw): { head: string[]; rows: string[][] } {
  const ways = Array.from({ length: columns }, (_, at) => WAYS[at % WAYS.length] as Way);
  return {
    head: ways.map(([head], at) => `${head}_${Math.floor(at / WAYS.length) + 1}`),
    rows: Array.from({ length: rows }, (_, row) =>
      ways.map(([, make]) => (draw() < 0.05 ? "" : make(draw, row))),
    ),
  };
}
