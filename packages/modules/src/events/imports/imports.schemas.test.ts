// A file for a source that asks something of its events.
import { mapping } from "@somlos/contract/rooms/imports-mapping";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCollector } from "../collector.ts";
import { hold } from "../schemas/compile.ts";
import { makeImporter } from "./importer.ts";
import { askImport, mapFile } from "./imports.actions.ts";
import { ACTOR, type ImportBench, NAMING, openBench, waitFor } from "./imports.fixture.ts";

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const sold = mapping.parse({
  event: { type: "track", name: "Sold" },
  ids: { login: "who" },
  fields: { n: "n" },
  series: "Strict",
  messageId: ["who", "n"],
});

test("events that a schema drops are counted as dropped, so that the figures of an import add up", async () => {
  const first = await bench.bring("first.csv", "who,n\na,1\n", sold);
  const held = hold({
    sourceId: first.source_id ?? 0,
    type: "track",
    name: "Sold",
    version: 1,
    action: "drop",
    schema: { type: "object", properties: { n: { type: "string", pattern: "^[0-5]$" } } },
  });
  const schemas = new Map([["track", new Map([["Sold", held]])]]);
  const collector = makeCollector(NAMING, bench.house.commit, () => ({
    currencyAt: () => undefined,
    schemas,
  }));
  const { id } = await bench.upload("second.csv", "who,n\na,1\nb,2\nc,7\nd,8\n");
  await mapFile(bench.house, ACTOR, id, sold);
  await askImport(bench.house, ACTOR, id, "start");
  const importer = makeImporter({ ...bench.house, collector });
  importer.start();
  const done = await waitFor(bench.t.db, id, (row) => row.state === "done");
  await importer.stop();
  expect(bench.view(done).counts).toMatchObject({
    rows: 4,
    events: 4,
    accepted: 1,
    duplicates: 1,
    parked: 0,
    dropped: 2,
    refused: 0,
  });
});
