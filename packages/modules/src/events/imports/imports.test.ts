import { mapping } from "@somlos/contract/rooms/imports-mapping";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askImport, mapFile } from "./imports.actions.ts";
import { ACTOR, CALLER, type ImportBench, openBench } from "./imports.fixture.ts";
import { reportRoute } from "./imports.routes.ts";
import { takeSample } from "./imports.sample.ts";

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const CUSTOMERS = `Kundnr;E-post;Förnamn;Poäng;Skapad
1001;anna@exempel.se;Anna;12,5;2024-03-01
1002;bo@exempel.se;Bo;3;2024-03-02
1003;;=HYPERLINK("http://x");x;2024-03-03
;;;;2024-03-04
1004;cia@exempel.se;Cia
`;

test("a Swedish list of customers is understood, tried, taken in once, and its bad rows are reported", async () => {
  const { id } = await bench.upload("kunder.csv", CUSTOMERS);
  const sample = await takeSample(bench.house, id, {}, "sv");
  expect(sample.kind).toBe("customers");
  expect(sample.suggestion.ids).toEqual({ login: "Kundnr", email: "E-post" });
  expect(sample.suggestion.time).toEqual({ column: "Skapad", format: "iso" });
  const wanted = mapping.parse({
    ...sample.suggestion,
    read: { decimal: "," },
    fields: { firstName: "Förnamn", points: { column: "Poäng", as: "number" } },
  });
  await mapFile(bench.house, ACTOR, id, wanted);

  const tried = await bench.until(id, "try", ["mapped"]);
  expect(tried.tried).toMatchObject({
    counts: { rows: 5, events: 2, accepted: 2, duplicates: 0, parked: 0, refused: 3 },
    refusedBy: { "imports.row_number_bad": 1, "imports.row_nobody": 1, "imports.row_ragged": 1 },
    identifiers: { login: 2, email: 2 },
  });
  expect(await bench.query("select 1 from events.log where source_id > 2")).toEqual([]);

  const done = await bench.until(id, "start", ["done", "failed"]);
  expect(bench.view(done)).toMatchObject({
    state: "done",
    share: 1,
    counts: { rows: 5, events: 2, accepted: 2, duplicates: 0, parked: 0, refused: 3 },
  });
  const bodies = await bench.query<{ body: string }>(
    "select b.body from events.log l join events.bodies b using (seq) where l.source_id = $1 order by l.at",
    [done.source_id],
  );
  expect(bodies.map(({ body }) => JSON.parse(body))).toMatchObject([
    {
      type: "identify",
      userId: "1001",
      timestamp: "2024-03-01T00:00:00.000Z",
      traits: { email: "anna@exempel.se", firstName: "Anna", points: 12.5 },
    },
    { type: "identify", userId: "1002", traits: { points: 3 } },
  ]);

  const report = await reportRoute(bench.house)(id, { caller: CALLER, language: "sv" });
  let text = "";
  for await (const piece of report.body) text += piece;
  const lines = text.trimEnd().split("\r\n");
  expect(lines[0]).toBe("\uFEFFrad,kod,vad du gör,kolumn,Kundnr,E-post,Förnamn,Poäng,Skapad");
  expect(lines[1]).toMatch(/^4,imports\.row_number_bad,.*,Poäng,1003,,"'=HYPERLINK/);
  expect(lines).toHaveLength(4);

  const again = await bench.bring("kunder igen.csv", CUSTOMERS, wanted);
  expect(bench.view(again).counts).toMatchObject({ accepted: 0, duplicates: 2, refused: 3 });
});

test("an import cannot start before somebody said what its columns mean, nor with columns it lacks", async () => {
  const { id } = await bench.upload("a.csv", "a,b\n1,2\n");
  await expect(askImport(bench.house, ACTOR, id, "start")).rejects.toMatchObject({
    code: "imports.mapping_missing",
  });
  const wrong = mapping.parse({ event: { type: "track", name: "Bought" }, ids: { login: "z" } });
  await expect(mapFile(bench.house, ACTOR, id, wrong)).rejects.toMatchObject({
    code: "imports.mapping_wrong",
    details: { problems: [{ at: "ids.login", problem: "no such column" }] },
  });
});
