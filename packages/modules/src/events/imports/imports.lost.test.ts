// An import whose file is lost: it ends, and says why.
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { mapping } from "@somlos/contract/rooms/imports-mapping";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeImporter } from "./importer.ts";
import { askImport, mapFile } from "./imports.actions.ts";
import { pathOf } from "./imports.files.ts";
import { ACTOR, type ImportBench, openBench } from "./imports.fixture.ts";

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

test("an import that runs and whose file is on no machine any more fails and says so; one of another machine waits", async () => {
  const row = await bench.upload("lost.csv", "who,n\na,1\n");
  await mapFile(bench.house, ACTOR, row.id, sold);
  await askImport(bench.house, ACTOR, row.id, "start");
  await rm(pathOf(bench.house.home, row.id));
  const state = async () =>
    (
      await bench.query<{ state: string; failure: string | null }>(
        "select state, failure from events.imports where id = $1",
        [row.id],
      )
    )[0];
  const importer = makeImporter(bench.house, 1000);
  const busy = await bench.upload("busy.csv", "who,n\nb,2\n");
  const lease =
    "update events.imports set state = 'running', lease_owner = $2, lease_until = $3 where id = $1";
  await bench.query(lease, [busy.id, randomUUID(), new Date(Date.now() + 3000)]);
  importer.start();
  await new Promise((tell) => setTimeout(tell, 2500));
  expect(await state()).toEqual({ state: "running", failure: null });
  await bench.query("update events.imports set state = 'cancelled', lease_until = null where id = $1", [
    busy.id,
  ]);
  while ((await state())?.state === "running") await new Promise((tell) => setTimeout(tell, 50));
  await importer.stop();
  expect(await state()).toEqual({ state: "failed", failure: "imports.file_gone" });
});
