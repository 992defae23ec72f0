// The limit: the same rows by `unnest`, batches of 1,000, four connections: into the production tables with all their
// indexes, and into a bare table with one unique index.
import { randomBytes } from "node:crypto";
import { bigints, fingerprints, ints, room, smallints, texts, times } from "@somlos/kernel/db";
import pg from "pg";
import { dice, makeEvent } from "./events.ts";

const BATCH = 1000;
const CONNECTIONS = 4;
const { sql } = room("bench");
/** Rows as a flush of events writes them, into the production tables with all their indexes, with nothing asked. */
export const PRODUCTION = sql`with f as (insert into events.flushes (number, count, duplicates, at) values ($12, $14, 0, now())),
  s as (insert into events.seen (key, seq, digest) select * from unnest($4::uuid[], $1::bigint[], $13::int[])),
  b as (insert into events.bodies (seq, received_at, body) select * from unnest($1::bigint[], $2::timestamptz[], $10::text[]))
  insert into events.log (seq, received_at, at, key, subject, source_id, type, channel, flags, name)
  select * from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::uuid[], $6::smallint[], $7::smallint[], $8::smallint[], $9::smallint[], $11::text[])`;
const BARE = "insert into bench.bare (key, body) select * from unnest($1::uuid[], $2::text[])";

const fps = (count: number) => Array.from({ length: count }, () => randomBytes(16).toString("latin1")).sort();

/** The values of one such flush. */
export function rowsOf(number: number, bodies: readonly string[]): unknown[] {
  const count = bodies.length;
  const same = <T>(value: T): T[] => Array.from({ length: count }, () => value);
  const now = Date.now();
  return [
    bigints(bodies.map((_, i) => number * 65_536 + i)),
    times(same(now)),
    times(same(now)),
    fingerprints(fps(count)),
    fingerprints(fps(count)),
    smallints(same(1)),
    smallints(same(0)),
    smallints(same(0)),
    smallints(same(8)),
    texts(bodies),
    texts(same("Product Viewed")),
    number,
    ints(same(1)),
    count,
  ];
}

const bodies = (() => {
  const roll = dice(7);
  return Array.from({ length: BATCH }, (_, i) =>
    JSON.stringify(makeEvent(roll, "limit", 1_700_000_000_000 + i)),
  );
})();

async function rate(
  url: string,
  rows: number,
  write: (client: pg.Client) => Promise<unknown>,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client(url);
      await client.connect();
      return client;
    }),
  );
  let left = Math.ceil(rows / BATCH);
  const start = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (left-- > 0) await write(client);
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return (Math.ceil(rows / BATCH) * BATCH) / seconds;
}

let flush = 0;
export const productionLimit = (url: string, rows: number): Promise<number> =>
  rate(url, rows, (client) =>
    client.query({ name: PRODUCTION.name, text: PRODUCTION.text, values: rowsOf(++flush, bodies) }),
  );

export const bareLimit = (url: string, rows: number): Promise<number> =>
  rate(url, rows, (client) =>
    client.query({ name: "bare", text: BARE, values: [fingerprints(fps(BATCH)), texts(bodies)] }),
  );
