// The whole UCI file, held against plain loops over its columns that know nothing of our code.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mapFile } from "./imports.actions.ts";
import { ACTOR, type ImportBench, openBench } from "./imports.fixture.ts";
import { takeSample } from "./imports.sample.ts";

const FILE = fileURLToPath(
  new URL("../../../../../fixtures/retail/online_retail_2010-2011.parquet", import.meta.url),
);
let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

type Line = [
  invoice: bigint,
  code: string,
  name: string,
  quantity: bigint,
  time: string,
  price: number,
  customer: number,
  country: string,
];

/** What a person with a pencil would count. */
async function countByHand() {
  const file = await asyncBufferFromFile(FILE);
  const metadata = await parquetMetadataAsync(file);
  const total = Number(metadata.num_rows);
  const invoices = new Set<bigint>();
  const customers = new Set<number>();
  const buyers = new Map<bigint, number>();
  const seen = new Set<string>();
  let [same, nobody, quantity, pennies] = [0, 0, 0, 0];
  for (let from = 0; from < total; from += 100_000)
    await parquetRead({
      file,
      metadata,
      compressors,
      rowStart: from,
      rowEnd: Math.min(total, from + 100_000),
      onComplete: (rows) => {
        for (const line of rows as unknown as Line[]) {
          invoices.add(line[0]);
          if (line[6] === 0) nobody++;
          else customers.add(line[6]);
          buyers.set(line[0], line[6]);
          const all = line.join("\0");
          if (seen.has(all)) same++;
          else seen.add(all);
          quantity += Number(line[3]);
          pennies += Math.round((Math.round(line[5] * 1000) * Number(line[3])) / 10);
        }
      },
    });
  const ofNobody = [...buyers.values()].filter((customer) => customer === 0).length;
  return {
    total,
    invoices: invoices.size,
    customers: customers.size,
    ofNobody,
    same,
    nobody,
    quantity,
    pennies,
  };
}

test("the whole UCI file gives every order, line, customer and penny that a plain count finds", async () => {
  const { id } = await bench.upload("Online Retail.parquet", await readFile(FILE));
  const sample = await takeSample(bench.house, id, {}, "en");
  expect(sample.kind).toBe("online_retail");
  await mapFile(bench.house, ACTOR, id, sample.suggestion);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const begun = performance.now();
  const tried = await bench.until(id, "try", ["mapped", "failed"]);
  const dry = performance.now();
  const done = await bench.until(id, "start", ["done", "failed"]);
  const end = performance.now();
  clearInterval(watch);
  const hand = await countByHand();
  process.stderr.write(
    `dry run ${Math.round(hand.total / ((dry - begun) / 1000))} rows/s, run ${Math.round(hand.total / ((end - dry) / 1000))} rows/s, memory ${Math.round(most / 1e6)} MB\n`,
  );

  // Order 555555 counts: one digit over and over is no person's number, but it is that order's.
  expect(tried.tried?.identifiers).toEqual({ login: hand.customers, order: hand.invoices });
  expect(done.state).toBe("done");
  expect(bench.view(done).counts).toMatchObject({
    rows: hand.total,
    refused: 0,
    parked: 0,
    dropped: 0,
    duplicates: 0,
    sameLines: hand.same,
  });
  const [found] = await bench.query<Record<string, number>>(
    `with e as (select l.name, l.flags, b.body::jsonb as j from events.log l join events.bodies b using (seq) where l.source_id = $1),
      p as (select jsonb_array_elements(j -> 'properties' -> 'products') as product from e)
     select (select count(*)::int from e where name = 'Order Completed') as orders,
       (select count(*)::int from e where name = 'Order Refunded') as returns,
       (select count(distinct j ->> 'userId')::int from e) as customers,
       (select count(*)::int from e where name = 'Order Completed' and j ->> 'userId' is null) as "ofNobody",
       (select count(*)::int from p) as lines,
       (select sum((product ->> 'quantity')::numeric)::float8 from p) as quantity,
       (select sum((product ->> 'amount_minor')::bigint)::float8 from p) as pennies,
       (select sum((j -> 'properties' ->> 'total_minor')::bigint)::float8 from e where name = 'Order Completed') as totals,
       (select count(*)::int from e where octet_length(j::text) > 40000) as giants`,
    [done.source_id],
  );
  expect(found).toEqual({
    orders: hand.invoices,
    returns: 0,
    customers: hand.customers,
    ofNobody: hand.ofNobody,
    lines: hand.total,
    quantity: hand.quantity,
    pennies: hand.pennies,
    totals: hand.pennies,
    giants: 0,
  });
}, 600_000);
