import { mapping } from "@somlos/contract/rooms/imports-mapping";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mapFile } from "./imports.actions.ts";
import { ACTOR, type ImportBench, openBench } from "./imports.fixture.ts";
import { previewMapping } from "./imports.preview.ts";
import { takeSample } from "./imports.sample.ts";
import { countCauses, insertRefused, listRefused } from "./imports.store.ts";

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const ORDERS = `Ordernr;Kund;Datum;Summa;Valuta
1001;k-1;03.04.2024;1 249,50;SEK
1002;k-2;05.04.2024;abc;SEK
1003;k-3;06.04.2024;99;SEK
`;
const wanted = mapping.parse({
  read: { decimal: "," },
  event: { type: "track", name: "Order Completed" },
  time: { column: "Datum", format: "dd.MM.yyyy", zone: "Europe/Stockholm" },
  ids: { login: "Kund", order: "Ordernr" },
  fields: { total: { column: "Summa", as: "money", currencyColumn: "Valuta" } },
});

test("before anything is saved, each of the first rows shows what it would become", async () => {
  const { id } = await bench.upload("ordrar.csv", ORDERS);
  const seen = await previewMapping(bench.house, id, wanted, "sv");
  expect(seen).toMatchObject({ delimiter: ";", encoding: "utf-8", problems: [] });
  expect(seen.rows.map((row) => row.became)).toMatchObject([
    {
      event: "Order Completed",
      at: "2024-04-02T22:00:00.000Z",
      ids: { login: "k-1", order: "1001" },
      fields: { total: 1249.5, total_minor: 124950, currency: "SEK" },
    },
    null,
    { fields: { total: 99 } },
  ]);
  expect(seen.rows[1]?.refused).toMatchObject({ line: 3, code: "imports.row_money_bad", detail: "Summa" });
  expect(seen.events).toHaveLength(2);
  expect((await bench.query("select 1 from events.imports where mapping is not null")).length).toBe(0);
});

test("what is wrong with a mapping is said by the part that is wrong", async () => {
  const { id } = await bench.upload("ordrar 2.csv", ORDERS);
  const odd = mapping.parse({
    ...wanted,
    time: { column: "Datum", format: "quarter" },
    ids: { email: "Mejl" },
  });
  const { problems, rows } = await previewMapping(bench.house, id, odd, "en");
  expect(problems).toEqual([
    { at: "ids.email", problem: "no such column" },
    { at: "time.format", problem: "unknown" },
  ]);
  expect(rows.every((row) => row.became === null)).toBe(true);
});

test("lines of one order are shown as lines, and the order as one event", async () => {
  const { id } = await bench.upload(
    "rader.csv",
    "order,kund,vara,antal\n1,k,lampa,2\n1,k,bord,1\n2,k,stol,4\n",
  );
  const lines = mapping.parse({
    event: { type: "track", name: "Order Completed" },
    ids: { login: "kund", order: "order" },
    groupBy: { columns: ["order"], lines: { name: "vara", quantity: { column: "antal", as: "number" } } },
  });
  const { rows, events } = await previewMapping(bench.house, id, lines, "en");
  expect(rows.map((row) => row.became?.line)).toEqual([
    { name: "lampa", quantity: 2 },
    { name: "bord", quantity: 1 },
    { name: "stol", quantity: 4 },
  ]);
  expect(events).toHaveLength(2);
});

test("another separator or encoding is seen at once in the columns", async () => {
  const { id } = await bench.upload("fel.csv", Buffer.from("namn;ort|land\nÅsa;Älmhult|SE\n", "latin1"));
  const first = await previewMapping(bench.house, id, { ...wanted, read: { delimiter: "|" } }, "en");
  expect(first.columns).toEqual(["namn;ort", "land"]);
  expect(first.notes.map((note) => note.code)).toEqual(["imports.saw_windows_1252"]);
  const again = await previewMapping(bench.house, id, { ...wanted, read: { encoding: "utf-8" } }, "en");
  expect(again.columns).toEqual(["namn", "ort|land"]);
  expect(again.rows[0]?.refused?.code).toBe("imports.row_encoding");
});

test("what was said of last month's columns is offered for this month's file and for a mended report, and not for another", async () => {
  const { id: old } = await bench.upload("mars.csv", ORDERS);
  await mapFile(bench.house, ACTOR, old, wanted);
  const { id } = await bench.upload("april.csv", ORDERS.replace("1001", "2001"));
  expect((await takeSample(bench.house, id, {}, "sv")).earlier).toMatchObject({
    id: old,
    name: "mars.csv",
    mapping: wanted,
  });
  const mended =
    "rad,kod,vad du gör,kolumn,Ordernr,Kund,Datum,Summa,Valuta\n3,x,y,Summa,1002,k-2,05.04.2024,10,SEK\n";
  const { id: back } = await bench.upload("import-rättad.csv", mended);
  expect((await takeSample(bench.house, back, {}, "sv")).earlier).toMatchObject({ mapping: wanted });
  const { id: other } = await bench.upload("annat.csv", "Ordernr;Kund\n1;2\n");
  expect((await takeSample(bench.house, other, {}, "sv")).earlier).toBeNull();
});

test("refused rows can be read a cause at a time, with how many each left out", async () => {
  const { id } = await bench.upload("avvisat.csv", ORDERS);
  const row = (line: number, code: string) => ({ line, code, detail: null, row: "{}" });
  await bench.t.db.work(ACTOR, ({ tx }) =>
    insertRefused(tx, id, [
      row(2, "imports.row_nobody"),
      row(3, "imports.row_ragged"),
      row(4, "imports.row_nobody"),
    ]),
  );
  const page = { after: 0, limit: 10, code: "imports.row_nobody" };
  const found = await bench.t.db.read((tx) => listRefused(tx, id, page));
  expect(found.map(({ line }) => line)).toEqual([2, 4]);
  expect(await bench.t.db.read((tx) => countCauses(tx, id))).toEqual([
    { code: "imports.row_nobody", rows: 2 },
    { code: "imports.row_ragged", rows: 1 },
  ]);
});

test("an order of very many lines says its currency in every part, and a price in none is still in its own", async () => {
  const lines = Array.from({ length: 900 }, (_, i) => `1,k-1,vara nummer ${i} med ett långt namn,1,9.50`);
  const { id } = await bench.upload("lång.csv", `order,kund,vara,antal,pris\n${lines.join("\n")}\n`);
  const groupBy = {
    columns: ["order"],
    lines: {
      name: "vara",
      quantity: { column: "antal", as: "number" },
      price: { column: "pris", as: "price", currency: "SEK" },
    },
    moreName: "Order Lines Added",
  };
  const base = { event: { type: "track", name: "Order Completed" }, ids: { login: "kund", order: "order" } };
  const sum = { price: "price", quantity: "quantity", currency: "SEK" };
  for (const wholly of [groupBy, { ...groupBy, sum }]) {
    await mapFile(bench.house, ACTOR, id, mapping.parse({ ...base, groupBy: wholly }));
    const { tried } = await bench.until(id, "try", ["mapped"]);
    expect(tried?.counts).toMatchObject({ rows: 900, parked: 0, refused: 0 });
    expect(tried?.counts.events).toBeGreaterThan(1);
  }
});
