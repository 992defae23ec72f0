// Done 6, down to the bytes: after an erasure every file of the embedded database is looked through, tables and indexes, long
// values, statistics and the write-ahead log. What a neighbour said is still there.
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { print, type Server, startServer } from "./harness.ts";

const DAY = 86_400_000;
const MANY = 60;
const email = (n: number) => `Fil-Nal${n}@Exempel.se`;
const needles = [
  ...["Fil-Nal1@Exempel", "fil-nal1@exempel", "fil-login-1", "0701114466", "+46701114466", "46701114466"],
  ...["Filnålsson", "hemlig fil om nålen", "fil-nal-parkerad"],
];
const NEIGHBOUR = "fil-nal2@exempel";
let server: Server;

beforeAll(async () => {
  server = await startServer({ database: "embedded", env: { SOMLOS_TEST_CLOCK: "1" } });
}, 180_000);
afterAll(() => server?.free());

const eventsOf = (n: number) => {
  const said = (id: string, more: object) => ({
    ...{ userId: `fil-login-${n}`, messageId: `fil-${n}-${id}`, timestamp: "2026-01-20T10:00:00Z" },
    ...more,
  });
  const traits = n === 1 ? { phone: "0701114466", name: "Kim Filnålsson" } : { name: "Kim" };
  const note = n === 1 ? `hemlig fil om nålen ${"x".repeat(3000)}` : "en lampa";
  return [
    said("1", { type: "identify", traits: { email: email(n), ...traits } }),
    ...Array.from({ length: MANY }, (_, i) =>
      said(`t${i}`, { type: "track", event: "Product Viewed", properties: { note, i } }),
    ),
  ];
};

async function filesWith(folder: string, wanted: readonly string[]): Promise<string[]> {
  const sought = wanted.map((one) => Buffer.from(one));
  const most = Math.max(...sought.map((one) => one.length));
  const found = new Set<string>();
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    let tail = Buffer.alloc(0);
    const stream = createReadStream(path, { highWaterMark: 1 << 20 });
    stream.on("data", (chunk) => {
      const text = Buffer.concat([tail, Buffer.from(chunk)]);
      sought.forEach((one, i) => {
        if (text.includes(one)) found.add(`${path.slice(folder.length + 1)}: ${wanted[i]}`);
      });
      tail = text.subarray(Math.max(0, text.length - most));
    });
    await once(stream, "close").catch(() => undefined); // gone in the meantime
  }
  return [...found].sort();
}

async function ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client(await server.databaseUrl());
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const undone = () =>
  ask<{ n: number }>("select count(*)::int as n from rights.requests where files_at is null");

type Month = { id: number; name: string; bytes: number };
const LARGE = `select oid::int8 as id, relname::text as name, pg_total_relation_size(oid)::float8 as bytes from pg_class
  where relname ~ '^bodies_[0-9_]+$' and relkind = 'r' order by bytes desc limit 1`;

it("after an erasure its values are in no file of the database: tables, indexes, statistics, write-ahead log", async () => {
  for (const n of [1, 2, 3]) await server.send(eventsOf(n), "server");
  // Parked, and in the statistics as a common value.
  await server.send(
    [
      {
        userId: "fil-login-1",
        type: "track",
        messageId: "fil-odd",
        properties: { note: "fil-nal-parkerad" },
      },
    ],
    "server",
  );
  // The month is as large as a busy shop's: it is copied and swapped.
  await ask(`insert into events.bodies select -i, received_at, repeat(md5(i::text), 100)
    from (select max(received_at) as received_at from events.bodies) as last, generate_series(1, 26000) i`);
  const [month] = await ask<Month>(LARGE);
  expect(month?.bytes).toBeGreaterThan(64 * 1024 * 1024);
  await ask("analyze");
  const folder = (await ask<{ data_directory: string }>("show data_directory"))[0]?.data_directory ?? "";
  const logged = await filesWith(folder, needles); // a checkpoint may let the segment go that holds them
  await ask("checkpoint");
  const before = [...logged, ...(await filesWith(folder, needles))];
  const kinds = (lines: readonly string[]) => new Set(lines.map((line) => line.split("/")[0]));
  expect([...kinds(before)]).toEqual(expect.arrayContaining(["base", "pg_wal"]));
  const { body } = await server.ask<{ id: string }>(`/api/people/lookup?kind=email&value=${email(1)}`);
  const asked = await server.ask<{ receipt: string }>(`/api/people/${body.id}/rights`, {
    kind: "erasure",
    reason: "bad om det",
  });
  expect(asked.status).toBe(200);
  await server.ask("/test/clock", { advanceMs: DAY + 3_600_000 });
  for (let i = 0; i < 600 && (await undone())[0]?.n !== 0; i++) {
    await sleep(200);
    if (i % 10 === 9) await server.ask("/test/clock", { advanceMs: 60_000 });
  }
  expect(await undone()).toEqual([{ n: 0 }]);
  expect(await filesWith(folder, needles)).toEqual([]);
  const [after] = await ask<Month>(LARGE);
  expect(after?.name).toBe(month?.name);
  expect(after?.id).not.toBe(month?.id);
  expect((await filesWith(folder, [NEIGHBOUR])).length).toBeGreaterThan(0);
  const neighbour = await server.ask(`/api/people/lookup?kind=email&value=${email(2)}`);
  expect(neighbour.status).toBe(200);
  print(`${before.length} places held one of ${needles.length} needles before, none after`);
  print(`${after?.name}, ${Math.round((month?.bytes ?? 0) / 1_000_000)} MB, was copied and swapped`);
}, 300_000);
