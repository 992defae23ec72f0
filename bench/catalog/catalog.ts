// npm run bench -- catalog [--products 200000] [--stores 50] [--rounds 5]: whole feeds of goods and of stock in every store, a delta,
// and then search and scan over HTTP, beside the least a request costs (a product that nobody sells) in the same run.
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { ADMIN, type BenchServer, KEY, median, round, withServer } from "../server.ts";
import { goodsOf, questionOf } from "./goods.ts";

const QUESTIONS = 1000;
const CONNECTIONS = 2;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      products: { type: "string", default: "200000" },
      stores: { type: "string", default: "50" },
      rounds: { type: "string", default: "5" },
    },
  });
  const [products, stores, rounds] = [Number(values.products), Number(values.stores), Number(values.rounds)];
  await withServer(async (server) => {
    const feed = await settle(server, stores);
    await loadFile(server, feed, "goods", goodsFile(0, products), products, "whole=true");
    await loadFile(server, feed, "stock", stockFile(products, stores), products * stores, "");
    await loadFile(server, feed, "delta", goodsFile(0, Math.min(10_000, products), "9.00"), 10_000, "");
    await demandInForce(server);
    await measure(server, rounds, products);
  });
}

const admin = { authorization: `Bearer ${ADMIN}`, "content-type": "application/json" };
async function ask<T>({ url }: BenchServer, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${url}${path}`, {
    headers: admin,
    ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A legal entity, its stores and a feed. */
async function settle(server: BenchServer, stores: number): Promise<string> {
  const entity = await ask<{ id: string }>(server, "/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  for (let i = 0; i < stores; i++)
    await ask(server, "/api/locations", {
      ...{ code: `s${i}`, name: `Butik ${i}`, kind: "store", entityId: entity.id, country: "SE" },
      position: { latitude: 55.5 + i / 10, longitude: 13 + i / 20 },
    });
  return (await ask<{ id: string }>(server, "/api/feeds", { name: "All", language: "sv", entity: "almvik" }))
    .id;
}

const AT_ONCE = 2000;
function* goodsFile(from: number, until: number, price?: string): Generator<string> {
  yield "sku,name,brand,category,ean,colour,price\n";
  for (let n = from; n < until; n += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, until - n) }, (_, i) => goodsOf(n + i));
    yield some
      .map((g) => `${g.sku},${g.name},${g.brand},${g.category},${g.ean},${g.colour},${price ?? g.price}\n`)
      .join("");
  }
}
function* stockFile(products: number, stores: number): Generator<string> {
  yield "sku,location,stock,zone,shelf\n";
  for (let n = 0; n < products; n += 40) {
    const some = Array.from({ length: Math.min(40, products - n) }, (_, i) => n + i);
    yield some
      .flatMap((sku) =>
        Array.from({ length: stores }, (_, s) => `B-${sku},s${s},${(sku * 7 + s) % 23},A,${sku % 40}\n`),
      )
      .join("");
  }
}

type Run = { id: string; state: string; share: number; rows: number; taken: number; refused: number };
async function loadFile(
  server: BenchServer,
  feed: string,
  what: string,
  file: Generator<string>,
  rows: number,
  query: string,
): Promise<void> {
  const began = performance.now();
  let highest = 0;
  const body = Readable.from(file) as unknown as BodyInit;
  const sent = fetch(`${server.url}/api/feeds/${feed}/file?${query}`, {
    ...{ method: "POST", headers: { ...admin, "content-type": "text/csv" }, body },
    duplex: "half",
  } as RequestInit);
  const watch = setInterval(() => {
    void memoryOf(server).then((mb) => {
      highest = Math.max(highest, mb);
    });
  }, 500);
  const { id } = (await (await sent).json()) as Run;
  const uploaded = performance.now();
  const run = await ended(server, feed, id, what);
  if (run.taken !== rows) throw new Error(`${what}: ${run.taken} of ${rows} rows were taken`);
  clearInterval(watch);
  const [seconds, received] = [(performance.now() - began) / 1000, (uploaded - began) / 1000];
  console.log(
    `${what}: ${round(rows)} rows in ${round(seconds, 1)} s (${round(received, 1)} s of them to receive), ${round(rows / seconds)} rows/s, server at most ${round(highest)} MB`,
  );
}

/** Says each quarter how far it is. */
async function ended(server: BenchServer, feed: string, id: string, what: string): Promise<Run> {
  for (let shown = 0; ; await new Promise((done) => setTimeout(done, 250))) {
    const { items } = await ask<{ items: Run[] }>(server, `/api/feeds/${feed}/runs`);
    const run = items.find((one) => one.id === id);
    if (run === undefined || run.state === "failed") throw new Error(`the run of ${what} failed`);
    if (run.state !== "running") return run;
    if (run.share < shown + 0.25) continue;
    shown = run.share;
    console.log(`  ${what}: ${round(run.share * 100)} %, ${round(run.rows)} rows`);
  }
}

async function memoryOf({ process }: BenchServer): Promise<number> {
  const status = await readFile(`/proc/${process.pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

const byKey = { authorization: `Basic ${Buffer.from(`${KEY}:`).toString("base64")}` };
async function demandInForce({ url }: BenchServer): Promise<void> {
  const answer = await fetch(`${url}/v1/products/B-9999?entity=almvik`, { headers: byKey });
  const product = (await answer.json()) as { variants: { prices: { amountMinor: number }[] }[] };
  const price = product.variants[0]?.prices[0]?.amountMinor;
  if (price !== 900) throw new Error(`the last row of the delta costs ${price}`);
}

/** Milliseconds of each request, a few at once. */
async function times(paths: readonly string[], url: string): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  const one = async () => {
    for (let i = next++; i < paths.length; i = next++) {
      const began = performance.now();
      const answer = await fetch(`${url}${paths[i]}`, { headers: byKey });
      await answer.arrayBuffer();
      took.push(performance.now() - began);
      if (answer.status >= 500) throw new Error(`${paths[i]} answered ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return took.sort((a, b) => a - b);
}
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? 0;

async function measure({ url }: BenchServer, rounds: number, products: number): Promise<void> {
  const numbers = Array.from({ length: QUESTIONS }, (_, i) => i);
  const search = numbers.map(
    (n) => `/v1/products?entity=almvik&q=${encodeURIComponent(questionOf(n, products))}`,
  );
  const scan = numbers.map((n) => `/v1/scan?location=s${n % 5}&code=${goodsOf((n * 7919) % products).ean}`);
  const nothing = numbers.map(() => "/v1/products/nothing-of-that-kind");
  for (const list of [search, scan, nothing]) await times(list, url); // warm
  const all: Record<string, number[]> = { search: [], scan: [], nothing: [] };
  for (let i = 1; i <= rounds; i++)
    for (const [name, list] of Object.entries({ search, scan, nothing })) {
      const took = await times(list, url);
      all[name]?.push(at(took, 0.95));
      console.log(
        `round ${i}, ${name}: p50 ${round(at(took, 0.5), 1)}, p95 ${round(at(took, 0.95), 1)}, p99 ${round(at(took, 0.99), 1)} ms`,
      );
    }
  const [s, c, n] = ["search", "scan", "nothing"].map((name) => median(all[name] ?? []));
  console.log(
    `\nmedian of ${rounds}, ${CONNECTIONS} at once: search p95 ${round(s ?? 0, 1)} ms (to reach 30), scan p95 ${round(c ?? 0, 1)} ms (to reach 5), a request that finds nothing p95 ${round(n ?? 0, 1)} ms`,
  );
}
