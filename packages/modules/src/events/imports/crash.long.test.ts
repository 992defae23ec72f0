// Processes that die in the middle: what they leave is the same as if nothing had happened.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Mapping, mapping } from "@somlos/contract/rooms/imports-mapping";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askImport, mapFile } from "./imports.actions.ts";
import { ACTOR, type ImportBench, openBench, waitFor } from "./imports.fixture.ts";
import type { ImportRow } from "./imports.store.ts";

const WORKER = fileURLToPath(new URL("./crash.fixture.ts", import.meta.url));
const ROWS = 24_000;
let smooth: ImportBench;
let rough: ImportBench;
beforeAll(async () => {
  [smooth, rough] = [await openBench(), await openBench()];
});
afterAll(async () => {
  await smooth.close();
  await rough.close();
});

/** Every 997th row is ragged, every 1,201st has a time that nobody knows, four have a time far ahead (parked). */
function file(order: (row: number) => string): string {
  const rows = ["order,customer,when,sku,price,qty"];
  for (let i = 1; i <= ROWS; i++) {
    const when =
      i % 6000 === 17
        ? "2099-01-01"
        : i % 1201 === 0
          ? "sometime"
          : `2024-0${(i % 9) + 1}-11 10:${10 + (i % 50)}`;
    rows.push(
      `${order(i)},c${i % 700},${when},"s,${i % 90}",${(i % 1000) / 100},${i % 5}${i % 997 === 0 ? ",x" : ""}`,
    );
  }
  return rows.join("\n");
}

const byRow: Mapping = mapping.parse({
  event: { type: "track", name: "Line Sold" },
  time: { column: "when", format: "iso", zone: "Europe/Stockholm" },
  ids: { login: "customer" },
  fields: { sku: "sku", price: { column: "price", as: "price", currency: "SEK" } },
});
/** Lines of one order stand far apart: 6,000 orders, each with four lines a quarter of the file from each other. */
const byOrder: Mapping = mapping.parse({
  event: { type: "track", name: "Order Completed" },
  time: { column: "when", format: "iso" },
  ids: { order: "order" },
  groupBy: {
    columns: ["order"],
    lines: {
      sku: "sku",
      price: { column: "price", as: "price", currency: "SEK" },
      quantity: { column: "qty", as: "number" },
    },
    sum: { price: "price", quantity: "quantity", currency: "SEK" },
  },
});

function work(bench: ImportBench): ChildProcess {
  return spawn(process.execPath, ["--no-warnings", WORKER, bench.t.url, bench.house.home], {
    stdio: ["pipe", "ignore", "inherit"],
  });
}

async function die(child: ChildProcess): Promise<void> {
  const gone = new Promise((tell) => child.once("exit", tell));
  child.kill("SIGKILL");
  await gone;
}

/** Runs an import through processes that are killed, three times, once it has got on and some random moment has passed. */
async function runRoughly(bench: ImportBench, id: string): Promise<ImportRow> {
  const moved = (row: ImportRow) => JSON.stringify([row.place, row.rows, row.share]);
  await askImport(bench.house, ACTOR, id, "start");
  let before = moved(await waitFor(bench.t.db, id, () => true));
  for (let kills = 0; kills < 3; kills++) {
    const child = work(bench);
    const seen = await waitFor(bench.t.db, id, (row) => moved(row) !== before || row.state === "done");
    await new Promise((tell) => setTimeout(tell, Math.random() * 120));
    await die(child);
    expect(seen.state, "it was killed before its end").toBe("running");
    before = moved(await waitFor(bench.t.db, id, () => true));
    await bench.query("update events.imports set lease_until = now() - interval '1 second' where id = $1", [
      id,
    ]); // time passes
  }
  const child = work(bench);
  const done = await waitFor(bench.t.db, id, (row) => row.state === "done" || row.state === "failed");
  await die(child);
  return done;
}

/** Everything an import left: events with their bodies, parked ones, refused rows. */
async function traces(bench: ImportBench, row: ImportRow) {
  return {
    events: await bench.query(
      "select l.key, l.at, l.name, l.subject, b.body from events.log l join events.bodies b using (seq) where l.source_id = $1 order by l.key",
      [row.source_id],
    ),
    parked: await bench.query(
      "select code, message_id, body from events.parked where source_id = $1 order by 2",
      [row.source_id],
    ),
    refused: await bench.query(
      "select line, code, detail, row from events.import_refusals where import_id = $1 order by 1",
      [row.id],
    ),
  };
}

test.each([
  ["rows that are events", (i: number) => `o${i}`, byRow],
  ["orders whose lines stand far apart", (i: number) => `o${i % 6000}`, byOrder],
] as const)(
  "an import of 24,000 %s, killed three times, leaves what an unbroken one leaves",
  async (_name, order, wanted) => {
    const content = file(order);
    const whole = await smooth.bring("smooth.csv", content, wanted);
    const { id } = await rough.upload("rough.csv", content);
    await mapFile(rough.house, ACTOR, id, wanted);
    const done = await runRoughly(rough, id);
    expect(done.state).toBe("done");
    const [left, wantedTraces] = [await traces(rough, done), await traces(smooth, whole)];
    expect(wantedTraces.events.length).toBeGreaterThan(5000);
    expect(wantedTraces.refused.length).toBeGreaterThan(20);
    expect(wantedTraces.parked.length).toBeGreaterThan(0);
    expect(left).toEqual(wantedTraces);
    const counts = ({ rows, events, refused, same_lines }: ImportRow) => ({
      rows,
      events,
      refused,
      same_lines,
    });
    expect(counts(done).refused).toBe(counts(whole).refused);
    expect(done.accepted + done.duplicates + done.parked).toBe(
      whole.accepted + whole.duplicates + whole.parked,
    );
    expect(counts(done)).toEqual(counts(whole));
  },
  120_000,
);
