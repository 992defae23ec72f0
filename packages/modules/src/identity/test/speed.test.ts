// What a batch costs: in statements always, in milliseconds only printed.
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Told } from "../../events/index.ts";
import { type House, openHouse, tell } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.drop());

const DAY = 1_760_000_000_000;
/** A quiet click of a known customer on a known device. */
const click = (n: number): Told =>
  tell({
    device: `d${n % 5000}`,
    login: `l${n % 5000}`,
    ids: { email: `e${n % 5000}@shop.se` },
    trust: "stated",
  });
const visitor = (n: number): Told => tell({ device: `new${n}`, trust: "stated" });
const member = (n: number): Told =>
  tell({ login: `fresh${n}`, ids: { email: `fresh${n}@shop.se`, phone: `+46700${n}` } });

/** Figures for whoever reads the run; no test depends on them. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function timed(run: () => Promise<number>): Promise<{ ms: number; asked: number }> {
  const start = performance.now();
  const asked = await run();
  return { ms: performance.now() - start, asked };
}

test("a batch that tells nothing new asks the database nothing", async () => {
  const all = Array.from({ length: 5000 }, (_, n) => click(n));
  for (let i = 0; i < all.length; i += 1000) await house.hear(...all.slice(i, i + 1000));
  const batch = Array.from({ length: 1200 }, (_, n) => click(n * 3));
  const { ms, asked } = await timed(() => house.hear(...batch));
  say(`1,200 events, nothing new: ${asked} statements, ${ms.toFixed(1)} ms with begin and commit`);
  expect(asked).toBe(0);
});

test("after a restart what was known is looked up once, and nothing is written", async () => {
  const batch = Array.from({ length: 1200 }, (_, n) => click(n * 3));
  house.forget();
  const { ms, asked } = await timed(() => house.hear(...batch));
  say(`1,200 known events, cold memory: ${asked} statements, ${ms.toFixed(1)} ms`);
  expect(asked).toBeLessThan(12);
  expect(await house.hear(...batch)).toBe(0);
  house.forget();
  expect(await house.written(...batch)).toBe(0);
});

const mixed = (round: number, share: number): Told[] =>
  Array.from({ length: 1200 }, (_, i) => {
    const n = round * 1200 + i;
    if (i % 100 >= share) return click(n);
    return i % 3 === 0
      ? visitor(n)
      : i % 3 === 1
        ? member(n)
        : tell({ login: `l${n % 5000}`, ids: { order: `o${n}` } });
  });

test("a batch asks a fixed number of statements, however much of it is new", async () => {
  const few = await house.hear(...mixed(1, 1));
  const counts: number[] = [];
  const times: number[] = [];
  for (let round = 2; round < 12; round++) {
    const { ms, asked } = await timed(() => house.hear(...mixed(round, 5)));
    counts.push(asked);
    times.push(ms);
  }
  const many = await house.hear(...mixed(20, 100));
  times.sort((x, y) => x - y);
  say(
    `1,200 events, 5 % new: ${counts.at(-1)} statements, median ${times[5]?.toFixed(1)} ms (${times[0]?.toFixed(1)} to ${times.at(-1)?.toFixed(1)}); 1 % new: ${few}; all new: ${many} statements`,
  );
  expect(Math.max(...counts, many)).toBeLessThanOrEqual(30);
});

test("a sign-in on an old device costs a fixed number of statements too", async () => {
  const batch = Array.from({ length: 300 }, (_, n) =>
    tell({ device: `new${n * 3}`, login: `l${n}`, says: "in", trust: "stated", at: DAY + n }),
  );
  const { ms, asked } = await timed(() => house.hear(...batch));
  say(`300 sign-ins on devices: ${asked} statements, ${ms.toFixed(1)} ms`);
  expect(asked).toBeLessThanOrEqual(30);
});
