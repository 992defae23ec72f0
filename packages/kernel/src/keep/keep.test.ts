import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, listMigrations, migrate, openDatabase } from "../db/index.ts";
import { testDatabase } from "../testing/index.ts";
import { emptyDatabase, type TestDatabase } from "./empty-database.ts";
import { backup, type KeepCode, refuseUnfinishedRestore, restore, verify } from "./index.ts";
import { filled, LATER, madeUp, portrait, using } from "./made-up.ts";

let from: TestDatabase;
let folder: string;
let good: string;
let before: Record<string, string>;
const log = () => undefined;
const dropped: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "somlos-keep-"));
  from = await emptyDatabase();
  await filled(from.db, 3_000);
  before = await portrait(from.db);
  good = join(folder, "good.backup");
  await backup(from.db, good, { log });
});
afterAll(async () => {
  await from.drop();
  for (const one of dropped) await one.drop();
  await rm(folder, { recursive: true, force: true });
});

async function fresh(): Promise<TestDatabase> {
  const made = await emptyDatabase();
  dropped.push(made);
  return made;
}
/** Cuts every connection to a database, and returns when it is done: the work goes on with a dead one. */
function cutOff(url: string): void {
  const script = `import pg from "pg"; const c = new pg.Client(${JSON.stringify(url)}); await c.connect();
    await c.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    await c.end();`;
  execFileSync(process.execPath, ["--input-type=module", "-e", script]);
}
const refused = (code: KeepCode) => expect.objectContaining({ name: "KeepRefusal", code });
const count = (db: Database, table: string) =>
  using(db, async (client) => Number((await client.query(`select count(*) as n from ${table}`)).rows[0].n));

test("after a restore everything is as it was: rows, partitions, sequences, keys, triggers, views", async () => {
  const to = await fresh();
  await restore(to.db, good, { log, migrations: madeUp });
  expect(await portrait(to.db)).toEqual(before);
  expect(await count(to.db, "tracks.changes")).toBe(4_002);
  await expect(using(to.db, (c) => c.query("delete from tracks.audit"))).rejects.toThrow("append only");
  await expect(
    using(to.db, (c) => c.query("insert into base.children values (1, 99, null)")),
  ).rejects.toThrow(/children_parent_fkey/);
  const next = await using(to.db, (c) => c.query("insert into base.things (t) values ('new') returning id"));
  expect(next.rows[0].id).toBe(12);
  await refuseUnfinishedRestore(to.db);
});

test("a hundred thousand rows come back too", async () => {
  const [big, to] = [await fresh(), await fresh()];
  await filled(big.db, 100_000);
  const path = join(folder, "big.backup");
  const { sums, totals } = await backup(big.db, path, { log });
  expect(sums.get("base.many")?.rows).toBe(100_000);
  expect(await restore(to.db, path, { log, migrations: madeUp })).toMatchObject({ totals });
  expect(await portrait(to.db)).toEqual(await portrait(big.db));
});

test("a backup restored and backed up again is the same backup", async () => {
  const to = await fresh();
  await restore(to.db, good, { log, migrations: madeUp });
  const again = join(folder, "again.backup");
  await backup(to.db, again, { log });
  const [one, other] = [await verify(good), await verify(again)];
  const sums = (summary: typeof one) => [...summary.sums].map(([name, { rows, sum }]) => [name, rows, sum]);
  expect(sums(other)).toEqual(sums(one));
  expect(other.header.tables).toEqual(one.header.tables);
});

test("the backup is one moment: what is written meanwhile is wholly in it or not at all", async () => {
  const busy = await fresh();
  await filled(busy.db, 5_000);
  let going = true;
  const writing = (async () => {
    for (let i = 1000; going; i++)
      await using(busy.db, (c) =>
        c.query(
          `begin; insert into base.empty values (${i}); insert into tracks.audit values (${i}, 'x'); commit`,
        ),
      );
  })();
  const path = join(folder, "moment.backup");
  await backup(busy.db, path, { log });
  going = false;
  await writing;
  const { sums } = await verify(path);
  expect(sums.get("tracks.audit")?.rows).toBe((sums.get("base.empty")?.rows ?? 0) + 2);
  expect(await count(busy.db, "base.empty")).toBeGreaterThan(0);
});

test("a backup has no transaction number of its own, so the log's readers never wait for it", async () => {
  const looks: Promise<{ rows: { xid: string | null }[] }>[] = [];
  const look = `select backend_xid::text as xid from pg_stat_activity
    where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`;
  const path = join(folder, "quiet.backup");
  await backup(from.db, path, { log: () => looks.push(using(from.db, (c) => c.query(look))) });
  const seen = (await Promise.all(looks)).flatMap(({ rows }) => rows.map((row) => row.xid));
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.every((xid) => xid === null)).toBe(true);
});

test("a byte changed anywhere in the file is found and told", async () => {
  const bytes = await readFile(good);
  const path = join(folder, "changed.backup");
  const places = [
    30,
    700,
    ...Array.from({ length: 20 }, (_, i) => Math.floor((bytes.length / 21) * (i + 1))),
  ];
  for (const at of [...places, bytes.length - 3]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    await writeFile(path, changed);
    await expect(verify(path), `byte ${at}`).rejects.toMatchObject({ name: "KeepRefusal" });
  }
  const to = await fresh();
  await expect(restore(to.db, path, { log, migrations: madeUp })).rejects.toEqual(refused("keep.damaged"));
  expect(
    await using(to.db, async (c) => (await c.query("select to_regnamespace('base') as s")).rows[0].s),
  ).toBeNull();
});

test("a file that was cut short, lengthened, or is something else is told apart", async () => {
  const bytes = await readFile(good);
  const path = join(folder, "other.backup");
  const said = async (content: Buffer | string) => {
    await writeFile(path, content);
    return verify(path).catch((error: unknown) => error);
  };
  for (const length of [17, 200, bytes.length >> 1, bytes.length - 1])
    expect(await said(bytes.subarray(0, length))).toEqual(refused("keep.cut_short"));
  expect(await said(Buffer.concat([bytes, Buffer.from("x")]))).toEqual(refused("keep.damaged"));
  expect(await said("")).toEqual(refused("keep.not_a_backup"));
  expect(await said("PK\u0003\u0004 something else entirely")).toEqual(refused("keep.not_a_backup"));
  expect(await said("SOMLOS BACKUP 2\nxxxxxxxxxxx")).toEqual(refused("keep.too_new"));
  await expect(verify(join(folder, "nowhere"))).rejects.toEqual(refused("keep.file_unreadable"));
});

test("a backup that is broken off leaves nothing that looks like a backup", async () => {
  const place = await mkdtemp(join(folder, "broken-"));
  const cut = openDatabase(from.url);
  const making = backup(cut, join(place, "x.backup"), {
    log: (line) => {
      if (line.startsWith("base.children")) cutOff(from.url);
    },
  });
  await expect(making).rejects.toEqual(refused("keep.database_away"));
  expect(await readdir(place)).toEqual([]);
  await cut.close();
});

test("a backup is never overwritten, and readable by its owner only", async () => {
  await expect(backup(from.db, good, { log })).rejects.toEqual(refused("keep.file_exists"));
  expect((await stat(good)).mode & 0o777).toBe(0o600);
  await expect(backup(from.db, join(folder, "no", "such", "x"), { log })).rejects.toEqual(
    refused("keep.file_unwritable"),
  );
});

test("a database with data is restored over only when told so", async () => {
  const to = await fresh();
  await migrate(to.db, [...madeUp, LATER]);
  await using(to.db, (c) => c.query("insert into tracks.later values (1)"));
  await expect(restore(to.db, good, { log, migrations: [...madeUp, LATER] })).rejects.toEqual(
    refused("keep.not_empty"),
  );
  expect(await count(to.db, "tracks.later")).toBe(1);
  await restore(to.db, good, { log, migrations: madeUp, over: true });
  expect(await portrait(to.db)).toEqual(before);
});

test("an older backup is restored as it was, set right by the rooms, and then brought up to today", async () => {
  const to = await fresh();
  const seen: unknown[] = [];
  const look =
    "select count(*) from information_schema.columns where table_schema = 'tracks' and column_name = 'who'";
  await restore(to.db, good, {
    log,
    migrations: [...madeUp, LATER],
    afterRestore: [
      async (client) => {
        seen.push((await client.query(look)).rows[0].count);
        await client.query("update base.parents set favourite = null");
      },
    ],
  });
  expect(seen).toEqual([0]);
  expect(await count(to.db, "tracks.audit where who = 'nobody'")).toBe(2);
  expect(await count(to.db, "base.parents where favourite is null")).toBe(3);
});

test("a backup of a newer version, or of another schema, is refused before anything is lost", async () => {
  const newer = await fresh();
  await migrate(newer.db, [...madeUp, LATER]);
  const path = join(folder, "newer.backup");
  await backup(newer.db, path, { log });
  const to = await fresh();
  await expect(restore(to.db, path, { log, migrations: madeUp })).rejects.toEqual(refused("keep.too_new"));
  const [base, tracks] = madeUp;
  if (base === undefined || tracks === undefined) throw new Error("made up too little");
  const edited = { ...base, text: base.text.replace("label text", "label varchar(9)"), hash: "other" };
  await expect(restore(to.db, good, { log, migrations: [edited, tracks] })).rejects.toEqual(
    refused("keep.schema_differs"),
  );
  await expect(refuseUnfinishedRestore(to.db)).rejects.toEqual(refused("keep.unfinished"));
});

test("a restore that is broken off leaves a marked database that refuses to start and can be restored over", async () => {
  const to = await fresh();
  const cut = openDatabase(to.url);
  const restoring = restore(cut, good, {
    log: (line) => {
      if (line.startsWith("base.children")) cutOff(to.url);
    },
    migrations: madeUp,
  });
  await expect(restoring).rejects.toEqual(refused("keep.database_away"));
  await cut.close();
  await expect(refuseUnfinishedRestore(to.db)).rejects.toEqual(refused("keep.unfinished"));
  await expect(backup(to.db, join(folder, "half.backup"), { log })).rejects.toEqual(
    refused("keep.unfinished"),
  );
  await restore(to.db, good, { log, migrations: madeUp });
  expect(await portrait(to.db)).toEqual(before);
});

test("transaction numbers of another PostgreSQL never get in unnoticed", async () => {
  const [there, to] = [await fresh(), await fresh()];
  const text = "create schema flow; create table flow.seen (tx xid8 not null)";
  const migrations = [{ room: "flow", name: "001", text, hash: "flow" }];
  await migrate(there.db, migrations);
  await using(there.db, (c) => c.query("insert into flow.seen values ('4000000000')"));
  const path = join(folder, "numbers.backup");
  await backup(there.db, path, { log });
  await expect(restore(to.db, path, { log, migrations })).rejects.toEqual(refused("keep.foreign_numbers"));
  await expect(refuseUnfinishedRestore(to.db)).rejects.toEqual(refused("keep.unfinished"));
  const afterRestore = [
    async (c: { query(sql: string): unknown }) => void (await c.query("update flow.seen set tx = '3'")),
  ];
  await restore(to.db, path, { log, migrations, afterRestore });
  await refuseUnfinishedRestore(to.db);
});

test("the rooms of this very version come back from a backup", async () => {
  const [ours, to] = [await testDatabase(), await fresh()];
  const path = join(folder, "ours.backup");
  const { header } = await backup(ours.db, path, { log });
  expect(header.tables.map((table) => table.schema)).toContain("events");
  const { totals } = await restore(to.db, path, { log, migrations: await listMigrations() });
  expect(totals.tables).toBeGreaterThan(10);
  const again = join(folder, "ours-again.backup");
  expect((await backup(to.db, again, { log })).header.tables).toEqual(header.tables);
  await ours.drop();
});

test("a running server and another program's tables are left alone", async () => {
  const to = await fresh();
  const running = await to.db.connect();
  await expect(restore(to.db, good, { log, migrations: madeUp })).rejects.toEqual(refused("keep.in_use"));
  await running.end();
  await using(to.db, (c) => c.query("create schema base; create table base.theirs (id int)"));
  await expect(restore(to.db, good, { log, migrations: madeUp })).rejects.toEqual(refused("keep.not_ours"));
  await using(to.db, (c) =>
    c.query("drop schema base cascade; create schema shop; create table shop.theirs (id int)"),
  );
  await expect(backup(to.db, join(folder, "none.backup"), { log })).rejects.toEqual(
    refused("keep.nothing_there"),
  );
  await restore(to.db, good, { log, migrations: madeUp });
  const lines: string[] = [];
  await backup(to.db, join(folder, "shared.backup"), { log: (line) => lines.push(line) });
  expect(lines[0]).toContain("shop");
  expect(await count(to.db, "shop.theirs")).toBe(0);
});

test("an owner who is no superuser can restore", async () => {
  const to = await fresh();
  const role = `keeper_${Math.random().toString(36).slice(2, 10)}`;
  const name = new URL(to.url).pathname.slice(1);
  await using(to.db, (c) =>
    c.query(`create role ${role} login password 'x'; alter database ${name} owner to ${role}`),
  );
  const url = new URL(to.url);
  url.username = role;
  url.password = "x";
  const db = openDatabase(url.href);
  await restore(db, good, { log, migrations: madeUp });
  expect(await portrait(db)).toEqual(before);
  await db.close();
  await using(to.db, (c) =>
    c.query(`reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`),
  );
});
