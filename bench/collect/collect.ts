// npm run bench -- collect [--events 200000] [--rounds 5] [--quick]: how fast events are taken in, beside the limit of the
// database in the same minutes, and how fast a timeline is read afterwards.
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { listMigrations, migrate, openDatabase } from "@somlos/kernel/db";
import { postgresAddress } from "@somlos/kernel/postgres";
import pg from "pg";
import {
  ADMIN,
  type BenchServer,
  batchesOf,
  KEY,
  type Loaded,
  load,
  median,
  node,
  round,
  singlesOf,
  withServer,
} from "../server.ts";
import { bareLimit, productionLimit } from "./limit.ts";
import { timelines } from "./timeline.ts";

type Round = { limit: number; bare: number } & Record<"batches" | "singles" | "empty" | "nothing", Loaded>;
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** What the server's processes hold together: shared pages count once, by the share of each process in them. */
async function memoryOfPostgres(own: pg.Client): Promise<number> {
  const [{ pid }] = (await own.query("select pg_backend_pid() as pid")).rows;
  const parent = async (of: number) =>
    Number(/^PPid:\s+(\d+)/m.exec(await readFile(`/proc/${of}/status`, "utf8").catch(() => ""))?.[1] ?? 0);
  const main = await parent(pid);
  let kb = 0;
  for (const name of await readdir("/proc")) {
    const one = Number(name);
    if (!Number.isInteger(one) || (one !== main && (await parent(one)) !== main)) continue;
    const share = await readFile(`/proc/${name}/smaps_rollup`, "utf8").catch(() => "");
    kb += Number(/^Pss:\s+(\d+)/m.exec(share)?.[1] ?? 0);
  }
  return kb / 1024;
}

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: "string", default: "200000" },
      rounds: { type: "string", default: "5" },
      quick: { type: "boolean", default: false },
    },
  });
  const events = values.quick ? 20_000 : Number(values.events);
  const rounds = values.quick ? 2 : Number(values.rounds);
  await withServer((server) => measure({ ...server, events, rounds }));
}

const TIDYING = `select count(*)::int as n from pg_stat_activity where backend_type in ('autovacuum worker', 'checkpointer')
  and (backend_type = 'autovacuum worker' or wait_event_type is distinct from 'Activity')`;
const SETTLE_MOST = 300;

/** Until neither autovacuum nor a checkpoint has run for two seconds, five minutes at most. */
async function settle(own: pg.Client): Promise<void> {
  await own.query("checkpoint");
  let quiet = 0;
  for (let i = 0; i < SETTLE_MOST && quiet < 2; i++) {
    await new Promise((done) => setTimeout(done, 1000));
    quiet = (await own.query(TIDYING)).rows[0].n === 0 ? quiet + 1 : 0;
  }
}

/** Says the durability settings and makes a database beside ours for the limits. */
async function prepareLimit(own: pg.Client, address: string): Promise<string> {
  for (const name of ["fsync", "synchronous_commit", "full_page_writes", "server_version"])
    console.log(`${name} = ${(await own.query(`show ${name}`)).rows[0][name]}`);
  await own.query("create database bench_limit template template0 encoding 'UTF8'");
  const limitUrl = Object.assign(new URL(address), { pathname: "/bench_limit" }).href;
  const limitDb = openDatabase(limitUrl);
  await migrate(limitDb, await listMigrations());
  await limitDb.close();
  const client = new pg.Client(limitUrl);
  await client.connect();
  await client.query(
    "create schema bench; create table bench.bare (key uuid primary key, body text not null); create table bench.commits (n int not null)",
  );
  await client.end();
  return limitUrl;
}

async function measure(b: BenchServer & { events: number; rounds: number }): Promise<void> {
  const address = (await postgresAddress(b.home)) ?? "";
  const own = new pg.Client(address);
  await own.connect();
  const limitUrl = await prepareLimit(own, address);
  const results: Round[] = [];
  const emptyPort = 41_000 + Math.floor(Math.random() * 10_000);
  const empty = node([new URL("empty.ts", import.meta.url).pathname, limitUrl, String(emptyPort)]);
  await once(empty.stdout ?? empty, "data");
  await load(b.url, batchesOf(5000, "warm")); // compile and connect first
  for (let i = 0; i < b.rounds; i++) {
    const limit = await productionLimit(limitUrl, b.events);
    const bare = await bareLimit(limitUrl, b.events);
    const batches = await load(b.url, batchesOf(b.events, "run"));
    const singles = await load(b.url, singlesOf(Math.ceil(b.events / 5), "run"));
    const peer = (mode: string) =>
      load(`http://127.0.0.1:${emptyPort}`, { ...singlesOf(Math.ceil(b.events / 5), "run"), mode });
    const same = await peer("empty");
    const nothing = await peer("nothing");
    results.push({ limit, bare, batches, singles, empty: same, nothing });
    console.log(
      `round ${i + 1}: limit ${round(limit)} rows/s, bare ${round(bare)}, batches ${round(batches.rate)} (${round(batches.rate / limit, 2)}), singles ${round(singles.rate)} (${round(singles.rate / limit, 2)}; p50 ${round(singles.p50, 1)}, p99 ${round(singles.p99, 1)} ms), empty handler, same rows ${round(same.rate)} (${round(singles.rate / same.rate, 2)}), one row a flush ${round(nothing.rate)} (${round(singles.rate / nothing.rate, 2)})`,
    );
  }
  empty.kill();
  const of = (pick: (r: (typeof results)[number]) => number) => median(results.map(pick));
  console.log(`\nmedian of ${b.rounds}:`);
  console.log(
    `(a) limit, production tables   ${round(of((r) => r.limit))} rows/s; bare table ${round(of((r) => r.bare))} rows/s`,
  );
  console.log(
    `(b) batches of 100, 16 conn.   ${round(of((r) => r.batches.rate))} events/s; of the limit ${round(
      of((r) => r.batches.rate / r.limit),
      2,
    )}`,
  );
  console.log(
    `(c) one event, 64 connections  ${round(of((r) => r.singles.rate))} events/s; of the limit ${round(
      of((r) => r.singles.rate / r.limit),
      2,
    )}; of the empty handler ${round(
      of((r) => r.singles.rate / r.empty.rate),
      2,
    )} (the same rows committed), ${round(
      of((r) => r.singles.rate / r.nothing.rate),
      2,
    )} (one row a flush); p50 ${round(
      of((r) => r.singles.p50),
      1,
    )} ms, p99 ${round(
      of((r) => r.singles.p99),
      1,
    )} ms`,
  );
  await timelines(b.url, ADMIN, KEY, () => settle(own));
  const node_ = b.process.pid === undefined ? 0 : await memoryOf(b.process.pid);
  const [{ bytes, count }] = (
    await own.query(
      "select sum(pg_total_relation_size(c.oid))::float8 as bytes, (select count(*)::int from events.log where type <> 9) as count from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('events', 'identity', 'profiles') and c.relkind = 'r'",
    )
  ).rows;
  const postgres = await memoryOfPostgres(own);
  console.log(
    `(e) memory: Node ${round(node_)} MB at most; PostgreSQL ${round(postgres)} MB in all its processes`,
  );
  console.log(
    `(f) disk: ${round(bytes / count)} bytes an event, everything counted (${round(count)} events)`,
  );
  await own.end();
}
