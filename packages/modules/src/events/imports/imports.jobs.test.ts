// Imports as jobs: pause, cancel, leases, sources, doors, and files in the shape of the UCI data set.

import { randomUUID } from "node:crypto";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "@somlos/contract";
import { mapping } from "@somlos/contract/rooms/imports-mapping";
import type { Door } from "@somlos/kernel/http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeImporter } from "./importer.ts";
import { askImport, mapFile, removeFile } from "./imports.actions.ts";
import { folderOf, isHere, pathOf } from "./imports.files.ts";
import { ACTOR, CALLER, type ImportBench, inPieces, openBench, waitFor } from "./imports.fixture.ts";
import type { ImportHouse } from "./imports.house.ts";
import { importDoors, reportRoute, uploadRoute } from "./imports.routes.ts";
import { takeSample } from "./imports.sample.ts";

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const sold = mapping.parse({
  event: { type: "track", name: "Sold" },
  ids: { login: "who" },
  fields: { n: "n" },
});
const list = (rows: number, salt = ""): string =>
  `who,n\n${Array.from({ length: rows }, (_, i) => `w${salt}${i},${i}`).join("\n")}`;
const nameOf = (id: string): string => join(bench.house.home, "imports", id);

test("invoice lines in the shape of the UCI file become orders, refunds and orders of nobody", async () => {
  const csv = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
536365,85123A,WHITE HANGING HEART,6,12/1/2010 8:26,2.55,17850.0,United Kingdom
536365,71053,WHITE METAL LANTERN,6,12/1/2010 8:26,3.39,17850.0,United Kingdom
C536379,D,Discount,-1,12/1/2010 9:41,27.5,14527,United Kingdom
536414,22139,,56,12/13/2010 11:52,0,,United Kingdom
536365,71053,WHITE METAL LANTERN,6,12/1/2010 8:26,3.39,17850.0,United Kingdom
A563185,B,Adjust bad debt,1,8/12/2011 14:50,-11062.06,,United Kingdom
536415,22139,X,1,12/13/2010 11:52,1.2.3,,United Kingdom
`;
  const { id } = await bench.upload("uci.csv", csv);
  const sample = await takeSample(bench.house, id, {}, "en");
  expect([sample.kind, sample.unsure]).toEqual(["online_retail", []]);
  await mapFile(bench.house, ACTOR, id, sample.suggestion);
  const done = await bench.until(id, "start", ["done", "failed"]);
  expect(bench.view(done).counts).toEqual({
    rows: 7,
    events: 4,
    accepted: 4,
    duplicates: 0,
    parked: 0,
    dropped: 0,
    refused: 1,
    sameLines: 1,
  });
  const bodies = await bench.query<{ body: string }>(
    "select b.body from events.log l join events.bodies b using (seq) where l.source_id = $1 order by l.at, l.name",
    [done.source_id],
  );
  expect(bodies.map(({ body }) => JSON.parse(body))).toMatchObject([
    {
      ...{ event: "Order Completed", userId: "17850", timestamp: "2010-12-01T08:26:00.000Z" },
      properties: {
        order_id: "536365",
        total_minor: 5598,
        line_count: 3,
        country: "United Kingdom",
        currency: "GBP",
      },
    },
    {
      event: "Order Refunded",
      userId: "14527",
      properties: { order_id: "C536379", total_minor: 2750, products: [{ quantity: 1 }] },
    },
    { event: "Order Completed", properties: { order_id: "536414", total_minor: 0 } },
    { event: "Order Adjusted", timestamp: "2011-08-12T13:50:00.000Z", properties: { total_minor: -1106206 } },
  ]);
  expect(JSON.parse(bodies[2]?.body ?? "")).not.toHaveProperty("userId");
  expect(await readdir(join(bench.house.home, "imports"))).not.toContain(`${id}.sorted`);
});

test("an import that is paused stops, goes on where it stopped, and can be called off", async () => {
  const { id } = await bench.upload("pause.csv", list(30_000));
  await mapFile(bench.house, ACTOR, id, sold);
  await askImport(bench.house, ACTOR, id, "start");
  const importer = makeImporter(bench.house);
  importer.start();
  await waitFor(bench.t.db, id, (row) => row.rows > 0);
  await askImport(bench.house, ACTOR, id, "pause");
  const paused = await waitFor(bench.t.db, id, (row) => row.state === "paused");
  expect(paused.rows).toBeGreaterThan(0);
  expect(paused.rows).toBeLessThan(30_000);
  await expect(askImport(bench.house, ACTOR, id, "start")).rejects.toMatchObject({ code: "imports.not_now" });
  await expect(mapFile(bench.house, ACTOR, id, sold)).rejects.toMatchObject({ code: "imports.not_now" });
  await askImport(bench.house, ACTOR, id, "resume");
  const done = await waitFor(bench.t.db, id, (row) => row.state === "done");
  expect([done.rows, done.accepted, done.duplicates]).toEqual([30_000, 30_000, 0]);
  await importer.stop();

  const other = await bench.upload("cancel.csv", list(10, "c"));
  await mapFile(bench.house, ACTOR, other.id, sold);
  await askImport(bench.house, ACTOR, other.id, "start");
  expect((await askImport(bench.house, ACTOR, other.id, "cancel")).state).toBe("cancelled");
});

test("a process that stops leaves its import to the next one at once", async () => {
  const { id } = await bench.upload("stop.csv", list(30_000, "s"));
  await mapFile(bench.house, ACTOR, id, sold);
  await askImport(bench.house, ACTOR, id, "start");
  const first = makeImporter(bench.house);
  first.start();
  await waitFor(bench.t.db, id, (row) => row.rows > 0);
  await first.stop();
  const left = await waitFor(bench.t.db, id, () => true);
  expect([left.state, left.lease_until]).toEqual(["running", null]);
  const second = makeImporter(bench.house);
  second.start();
  const done = await waitFor(bench.t.db, id, (row) => row.state === "done");
  await second.stop();
  expect([done.rows, done.accepted, done.duplicates]).toEqual([30_000, 30_000, 0]);
});

test("an import in another process's hands is left alone until that process has been silent for 20 seconds", async () => {
  const { id } = await bench.upload("lease.csv", list(3, "l"));
  await mapFile(bench.house, ACTOR, id, sold);
  await askImport(bench.house, ACTOR, id, "start");
  const held = (seconds: number) =>
    bench.query(
      "update events.imports set lease_owner = gen_random_uuid(), lease_until = now() + make_interval(secs => $2) where id = $1",
      [id, seconds],
    );
  await held(20);
  const importer = makeImporter(bench.house);
  importer.start();
  await new Promise((tell) => setTimeout(tell, 1500));
  expect(await waitFor(bench.t.db, id, () => true)).toMatchObject({ state: "running", rows: 0 });
  await held(-1);
  const done = await waitFor(bench.t.db, id, (row) => row.state === "done");
  expect(done).toMatchObject({ accepted: 3, interruptions: 1 });
  await importer.stop();
});

test("an import that breaks its process every time ends instead of breaking the sixth", async () => {
  const { id } = await bench.upload("broken.csv", list(3, "b"));
  await mapFile(bench.house, ACTOR, id, sold);
  await askImport(bench.house, ACTOR, id, "start");
  await bench.query("update events.imports set tries = 5 where id = $1", [id]);
  const importer = makeImporter(bench.house);
  importer.start();
  const ended = await waitFor(bench.t.db, id, (row) => row.state === "failed");
  await importer.stop();
  expect(bench.view(ended).failure).toMatchObject({
    code: "imports.broken",
    sentence: expect.stringMatching(/five times/),
  });
});

test("two files of one series share a source, so a row that stands in both counts once", async () => {
  const series = { ...sold, series: "Nightly", messageId: ["n"] };
  const one = await bench.bring("monday.csv", "who,n\na,1\nb,2\n", series);
  const two = await bench.bring("tuesday.csv", "who,n\nb,2\nc,3\n", series);
  expect(two.source_id).toBe(one.source_id);
  expect(bench.view(two).counts).toMatchObject({ events: 2, accepted: 1, duplicates: 1, parked: 0 });

  const changed = await bench.bring("wednesday.csv", "who,n\nz,3\n", series);
  expect(bench.view(changed).counts).toMatchObject({ accepted: 0, parked: 1 });
  const parked = "select code from events.parked where source_id = $1";
  expect(await bench.query(parked, [two.source_id])).toEqual([{ code: "event.other_body" }]);
});

test("the same file uploaded twice counts once, also when its rows tell no time", async () => {
  const content = list(10, "twice");
  const [one, two] = [
    await bench.bring("one.csv", content, sold),
    await bench.bring("two.csv", content, sold),
  ];
  expect(bench.view(one).counts).toMatchObject({ accepted: 10, duplicates: 0 });
  expect(bench.view(two).counts).toMatchObject({ accepted: 0, duplicates: 10, parked: 0 });
});

test("an upload that is cut off, or cannot be read, leaves nothing behind", async () => {
  const before = await readdir(join(bench.house.home, "imports"));
  async function* cut(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("a,b\n1");
    throw new Error("the line went dead");
  }
  await expect(bench.upload("cut.csv", cut())).rejects.toThrow("the line went dead");
  await expect(bench.upload("zip.csv", "PK\x03\x04")).rejects.toMatchObject({
    code: "imports.file_not_readable",
  });
  expect(await readdir(join(bench.house.home, "imports"))).toEqual(before);
});

type Opened = { open: Door<ImportHouse>["open"] };
function knock(
  endpointId: string,
  input: { params?: object; query?: object; body?: object },
  caller = CALLER,
): Promise<Record<string, unknown>> {
  const door = importDoors.find((d) => d.endpoint.id === endpointId) as Opened;
  const whole = {
    params: {},
    query: {},
    body: undefined,
    caller,
    language: "da",
    headers: {},
    ip: "",
    header: () => undefined,
    ...input,
  };
  return door.open(bench.house, whole as never) as Promise<Record<string, unknown>>;
}

test("through the doors: upload, sample, map, try, start, progress, refused rows, report, delete the file", async () => {
  const content = Buffer.from(`Mail,Navn\nanna@firma.dk,Åse\n,Bo\nbo@firma.dk,${"=1+1".repeat(10_000)}\n`);
  const upload = uploadRoute(bench.house);
  const made = await upload(inPieces(content, 7), {
    caller: CALLER,
    language: "da",
    query: { name: "Kunder" },
  });
  expect(made).toMatchObject({
    name: "Kunder",
    state: "uploaded",
    reader: "csv",
    encoding: "utf-8",
    delimiter: ",",
  });
  const params = { id: made.id };
  const sample = await knock("imports.sample", { params });
  expect(sample).toMatchObject({
    kind: "customers",
    rows: [{ Mail: "anna@firma.dk" }, {}, {}],
    suggestion: { ids: { email: "Mail" } },
  });
  expect(
    await knock("imports.map", { params, body: { mapping: sample["suggestion"] as object } }),
  ).toMatchObject({ state: "mapped" });
  await bench.until(made.id, "try", ["mapped"]);
  expect(await knock("imports.open", { params })).toMatchObject({
    tried: {
      counts: { rows: 3, events: 2, accepted: 1, parked: 1, refused: 1 },
      parkedBy: { "event.too_large": 1 },
    },
  });
  const reader = { ...CALLER, may: ["imports.read"] } as typeof CALLER;
  const seen = (await knock("imports.open", { params }, reader)) as { tried: object };
  expect(seen.tried).toMatchObject({ firstRefused: [], examples: [] });
  await bench.until(made.id, "start", ["done"]);
  expect(await knock("imports.refused", { params, query: { limit: 50, after: 0 } })).toMatchObject({
    items: [{ line: 3, code: "imports.row_nobody", sentence: expect.stringMatching(/^Rækken nævner ingen/) }],
    next: null,
  });
  const list = (await knock("imports.list", { query: { limit: 1 } })) as { items: object[]; next: string };
  expect(list).toMatchObject({ items: [{ id: made.id }], next: made.id });
  const older = (await knock("imports.list", { query: { limit: 1, before: list.next } })) as {
    items: { id: string }[];
  };
  expect(older.items[0]?.id).not.toBe(made.id);
  expect(await knock("imports.kinds", {})).toMatchObject({
    kinds: expect.arrayContaining([{ kind: "customers", title: "Kunder" }]),
  });
  const report = await reportRoute(bench.house)(made.id, { caller: CALLER, language: "da" });
  expect([report.name, report.contentType]).toEqual([`import-${made.id}.csv`, "text/csv; charset=utf-8"]);

  await removeFile(bench.house, ACTOR, made.id);
  expect(await readdir(join(bench.house.home, "imports"))).not.toContain(made.id);
  expect(await knock("imports.open", { params })).toMatchObject({
    fileKept: false,
    counts: { accepted: 1 },
    tried: { firstRefused: [] },
  });
  await expect(askImport(bench.house, ACTOR, made.id, "start")).rejects.toMatchObject({
    code: "imports.file_gone",
  });
  await expect(
    knock("imports.open", { params: { id: "00000000-0000-7000-8000-000000000000" } }),
  ).rejects.toBeInstanceOf(Refusal);
  expect(nameOf(made.id)).toContain(made.id);
});

test("a file that nobody knows goes after a day, and one that another room is still reading stays", async () => {
  const [stray, needed] = [randomUUID(), randomUUID()];
  const { home } = bench.house;
  const old = Date.now() / 1000 - 2 * 86_400;
  await mkdir(folderOf(home), { recursive: true });
  for (const id of [stray, needed]) {
    await writeFile(pathOf(home, id), "a");
    await utimes(pathOf(home, id), old, old);
  }
  const importer = makeImporter({
    ...bench.house,
    listUnread: async (_tx, ids) => ids.filter((id) => id === needed),
  });
  importer.start();
  while (await isHere(home, stray)) await new Promise((tell) => setTimeout(tell, 50));
  await importer.stop();
  expect(await isHere(home, needed)).toBe(true);
});
