// Feeds replayed twice, out of order and cut in the middle give the same catalogue; a row that is wrong takes nothing away, and a
// whole file that leaves out much asks first.
import type { FeedRun } from "@somlos/contract/rooms/feeds";
import { moveClock } from "@somlos/kernel/clock";
import { goOnReading } from "@somlos/modules/stores";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
beforeAll(async () => {
  at = await openTestApp();
  const { body } = await at.ask("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  for (const code of ["malmo", "lund"])
    await at.ask("/api/locations", { code, name: code, kind: "store", entityId: body["id"], country: "SE" });
  await at.house.company.refresh();
});
afterAll(() => at.close());

let made = 0;
async function newFeed(more: object = {}): Promise<string> {
  const wish = { name: `Flöde ${++made}`, language: "sv", entity: "almvik", location: "malmo", ...more };
  const { status, body } = await at.ask("/api/feeds", wish);
  expect(status).toBe(200);
  return String(body["id"]);
}
async function send(feed: string, file: string, query = ""): Promise<FeedRun> {
  const answer = await fetch(`${at.base}/api/feeds/${feed}/file${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "text/plain" },
    body: file,
  });
  const run = (await answer.json()) as FeedRun & { code?: string };
  if (answer.status !== 200) throw new Error(run.code);
  return ended(feed, run.id);
}
async function ended(feed: string, id: string): Promise<FeedRun> {
  let last: FeedRun | undefined;
  await expect
    .poll(
      async () => {
        const { body } = await at.ask(`/api/feeds/${feed}/runs`);
        last = (body["items"] as unknown as FeedRun[]).find((run) => run.id === id);
        return last?.state;
      },
      { timeout: 20_000 },
    )
    .not.toBe("running");
  if (last === undefined) throw new Error("no run");
  return last;
}
const refusalsOf = async (run: FeedRun) =>
  ((await at.ask(`/api/feeds/runs/${run.id}/refusals`)).body["items"] ?? []) as {
    line: number;
    code: string;
  }[];
async function rows(text: string): Promise<Record<string, unknown>[]> {
  const client = await at.database.db.connect();
  return client
    .query(text)
    .then((found) => found.rows as Record<string, unknown>[])
    .finally(() => client.end());
}
const sold = async () =>
  (
    await rows(
      "select v.sku from catalog.v_sold s join catalog.variants v on v.id = s.variant_id order by v.sku",
    )
  ).map(({ sku }) => sku);
const moment = (minute: number) => `2026-11-0${1 + minute}T08:00:00Z`;
const asOf = (minute: number, whole = true) => `?whole=${whole}&at=${moment(minute)}`;

const xml = (items: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Almvik</title>${items}</channel></rss>`;
const item = (id: string, title: string, more = "") => `
<item><g:id>${id}</g:id><title><![CDATA[${title}]]></title><g:price>1249.00 SEK</g:price><g:brand>Månbro</g:brand>${more}</item>`;

it("reads Google's product feed in XML: variants of a group, reduced prices, pictures and facts", async () => {
  const feed = await newFeed();
  const group = "<g:item_group_id>MÅNE</g:item_group_id>";
  const lamp = (id: string, colour: string) =>
    item(
      id,
      `Golvlampa Månsken & mer, ${colour}`,
      `${group}<g:color>${colour}</g:color><g:gtin>7350000000016</g:gtin><g:quantity>4</g:quantity>
       <g:sale_price>999.00 SEK</g:sale_price>
       <g:sale_price_effective_date>2026-11-01T00:00+0100/2036-11-01T00:00+0100</g:sale_price_effective_date>
       <g:product_type>Lampor &gt; Golvlampor</g:product_type><link>https://exempel.se/p/${id}</link>
       <g:image_link>https://exempel.se/${id}.jpg</g:image_link>
       <g:product_detail><g:attribute_name>Ljus</g:attribute_name><g:attribute_value>varmt</g:attribute_value></g:product_detail>
       <g:shipping><g:country>SE</g:country></g:shipping>`,
    );
  const run = await send(
    feed,
    xml(lamp("G-1", "mässing") + lamp("G-2", "svart") + item("G-3", "Matta &amp; co")),
  );
  expect(run).toMatchObject({ state: "done", rows: 3, taken: 3, refused: 0, share: 1, retires: null });
  const answer = await at.ask("/api/feeds");
  expect((answer.body["items"] as unknown as object[])[0]).toMatchObject({
    id: feed,
    sells: 3,
    last: { id: run.id },
  });
  const found = await fetch(`${at.base}/v1/products/${encodeURIComponent("MÅNE")}?entity=almvik`, {
    headers: { authorization: `Basic ${Buffer.from(`${at.secrets.writeKey}:`).toString("base64")}` },
  });
  expect(await found.json()).toMatchObject({
    ...{ name: "Golvlampa Månsken & mer", brand: "Månbro", category: "Lampor > Golvlampor", sold: true },
    attributes: { Ljus: "varmt" },
    variants: [
      {
        ...{ sku: "G-1", gtin: "07350000000016", options: { colour: "mässing" } },
        media: [{ url: "https://exempel.se/G-1.jpg", alt: null }],
        prices: [{ amountMinor: 99_900, ordinaryMinor: 124_900, reduced: true }],
      },
      { sku: "G-2", options: { colour: "svart" } },
    ],
  });
  expect(await rows("select sku, on_hand from stores.figures order by sku")).toEqual([
    { sku: "G-1", on_hand: 4 },
    { sku: "G-2", on_hand: 4 },
  ]);
  await send(feed, xml(""), "?whole=true");
});

it("reads tables as people write them, in three languages, and names each row that it cannot read", async () => {
  const feed = await newFeed();
  const table = [
    "Artikelnummer;Benämning;Namn_da;Varumärke;EAN-kod;Ordinarie pris;Kampanjpris;Färg;Lagersaldo;Butik;Hylla;Zon;Material kulör",
    '1001;"Bordslampa; Ängö";Bordlampe;Nordljus;7350000000023;1 249,50 kr;999:-;svart;12;lund;A3;Belysning;ek',
    "1002;Matta;;Nordljus;;12,3456;;;;;;;",
    ";Utan nummer;;;;10;;;;;;;",
    "1003;;;;;;;;;;;;",
    "1004;Pall;;;7350000000017;99,00;;;;;;;",
    "1005;Stol;;;;99,00;;;tolv;;;;",
    "1006;Hylla;;;;1.249;;;3;mars;;;",
    "1007;Vas;;;;1.249,00;;;7,0;;;;",
  ].join("\r\n");
  const run = await send(feed, `\uFEFF${table}`, "?whole=true");
  expect(run).toMatchObject({ state: "done", rows: 8, taken: 2, refused: 6 });
  expect((await refusalsOf(run)).map(({ line, code }) => `${line} ${code}`)).toEqual([
    ...["3 feeds.row_price", "4 feeds.row_no_sku", "5 feeds.row_nothing", "6 catalog.gtin_bad"],
    ...["7 feeds.row_stock", "8 company.location_unknown"],
  ]);
  expect(await rows("select on_hand, zones from stores.figures where sku = '1001'")).toEqual([
    { on_hand: 12, zones: [{ zone: "Belysning", shelf: "A3", onHand: null }] },
  ]);
  expect(await rows("select on_hand from stores.figures where sku = '1007'")).toEqual([{ on_hand: 7 }]);
  const prices =
    "select p.amount_minor::int as a, p.sale_minor::int as s from catalog.prices p join catalog.variants v on v.id = p.variant_id";
  expect(await rows(`${prices} where v.sku in ('1001', '1006', '1007') order by v.sku`)).toEqual([
    { a: 124_950, s: 99_900 },
    { a: 124_900, s: null },
    { a: 124_900, s: null },
  ]);
  await send(feed, "sku;namn\n1001;Bordslampa", "?whole=true");
});

it("a row that cannot be read does not take its product for gone; what is left out is sold no longer", async () => {
  const feed = await newFeed();
  const header = "sku\tname\tprice";
  await send(feed, [header, "A\tLampa\t10.00", "B\tMatta\t20.00", "C\tPall\t30.00"].join("\n"), asOf(0));
  const before = (await sold()).filter((sku) => ["A", "B", "C"].includes(String(sku)));
  expect(before).toEqual(["A", "B", "C"]);
  const run = await send(feed, [header, "A\tLampa\tgratis", "B\tMatta\t21.00"].join("\n"), asOf(1));
  expect(run).toMatchObject({ state: "done", refused: 1, retires: 1 });
  expect((await sold()).filter((sku) => ["A", "B", "C"].includes(String(sku)))).toEqual(["A", "B"]);
  await send(feed, [header, "C\tPall\t30.00"].join("\n"), asOf(2, false));
  expect((await sold()).filter((sku) => ["A", "B", "C"].includes(String(sku)))).toEqual(["A", "B", "C"]);
});

it("twice, in another order and cut in the middle, files come to the same catalogue", async () => {
  const stated = () =>
    Promise.all([
      rows(
        "select p.code, p.brand, p.said_at from catalog.products p where p.code like 'x%' order by p.code",
      ),
      rows(
        "select t.name, t.said_at from catalog.texts t join catalog.products p on p.id = t.product_id where p.code like 'x%' order by p.code",
      ),
      rows(
        "select v.sku, p.at, p.amount_minor from catalog.prices p join catalog.variants v on v.id = p.variant_id where v.sku like 'x%' order by v.sku, p.at",
      ),
      rows(
        "select v.sku from catalog.v_sold s join catalog.variants v on v.id = s.variant_id where v.sku like 'x%' order by v.sku",
      ),
      rows(
        "select f.sku, f.on_hand, f.counted_at from stores.figures f where f.sku like 'x%' order by f.sku",
      ),
    ]);
  const line = (n: number, day: number) =>
    item(`x${n}`, `Vara ${n} dag ${day}`, `<g:quantity>${(n * day) % 7}</g:quantity>`);
  const file = (day: number, list: readonly number[]) => xml(list.map((n) => line(n, day)).join(""));
  const numbers = Array.from({ length: 30 }, (_, n) => n);
  const days = [file(0, numbers), file(1, numbers.slice(3)), file(2, numbers.slice(0, 25))];
  const cut = days[1]?.slice(0, 4000) ?? "";
  const clear = async () => {
    const client = await at.database.db.connect();
    await client.query(
      "truncate catalog.products, catalog.texts, catalog.variants, catalog.prices, catalog.tellings, catalog.sightings, catalog.wholes, catalog.search_rows, stores.figures, stores.wholes",
    );
    await client.end();
  };
  await clear();
  const straight = await newFeed();
  for (const [day, text] of days.entries())
    expect((await send(straight, text, asOf(day))).state).toBe("done");
  const expected = await stated();
  expect(expected[3]).toHaveLength(25);
  for (const order of [
    [2, 1, 0],
    [1, 1, 0, 2, 0],
    [0, "cut", 2, 1],
    ["cut", 2, 0, 1, "cut"],
  ] as const) {
    await clear();
    const feed = await newFeed();
    for (const day of order)
      if (day === "cut") {
        const run = await send(feed, cut, asOf(1));
        expect(run).toMatchObject({ state: "failed", reason: { code: "feeds.not_xml" } });
        expect(run.taken).toBeGreaterThan(5);
      } else expect((await send(feed, days[day] ?? "", asOf(day))).state).toBe("done");
    expect(await stated()).toEqual(expected);
  }
});

it("a whole file that leaves out much asks whether that is sold no longer", async () => {
  const feed = await newFeed();
  const file = (count: number) =>
    ["sku,name", ...Array.from({ length: count }, (_, n) => `many-${n},Vara ${n}`)].join("\n");
  await send(feed, file(100), asOf(0));
  const few = await send(feed, file(40), asOf(1));
  expect(few).toMatchObject({ state: "asks", retires: 60 });
  const own = async () => (await sold()).filter((sku) => String(sku).startsWith("many-")).length;
  expect(await own()).toBe(100);
  expect((await at.ask(`/api/feeds/runs/${few.id}/answer`, { retire: true })).body).toMatchObject({
    state: "done",
  });
  expect(await own()).toBe(40);
  expect((await at.ask(`/api/feeds/runs/${few.id}/answer`, { retire: true })).body["code"]).toBe(
    "feeds.not_asked",
  );
});

it("one file of a feed is read at a time, and one whose disk has gone holds nobody up for ever", async () => {
  const feed = await newFeed();
  const begin = (minutes: number) =>
    rows(`insert into stores.feed_runs (id, feed_id, state, said_at, whole, seen, place, started_at, started_by, updated_at)
      values (gen_random_uuid(), '${feed}', 'running', now(), true, '{}', '{}', now(), 'test', now() - interval '${minutes} minutes')`);
  await begin(1);
  await expect(send(feed, "sku;namn\n1;Lampa")).rejects.toThrow("feeds.busy");
  await rows(
    `update stores.feed_runs set updated_at = now() - interval '11 minutes' where feed_id = '${feed}'`,
  );
  expect(await send(feed, "sku;namn\n1;Lampa")).toMatchObject({ state: "done", taken: 1 });
  const { body } = await at.ask(`/api/feeds/${feed}/runs`);
  expect(
    (body["items"] as unknown as FeedRun[]).map(({ state, reason }) => [state, reason?.code]),
  ).toContainEqual([...["failed", "imports.file_gone"]]);
});

it("a file whose reading the database broke off is gone on with, though nobody starts anything anew", async () => {
  const feed = await newFeed();
  const other = await at.database.db.connect();
  await other.query("begin; lock table catalog.products in access exclusive mode");
  const path = `/api/feeds/${feed}/file`;
  const headers = { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "text/csv" };
  const body = "sku,name,price\nBROKE-1,Bruten,10.00\nBROKE-2,Bruten,20.00";
  expect((await fetch(`${at.base}${path}`, { method: "POST", headers, body })).status).toBe(200);
  const stopped =
    "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
  const waiting = async () => (await rows(stopped))[0]?.["n"];
  await expect.poll(waiting, { timeout: 5000 }).toBeGreaterThan(0);
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0); // its time is over, and it let go
  await other.query("rollback");
  await other.end();
  const states = async () => rows(`select state, taken from stores.feed_runs where feed_id = '${feed}'`);
  expect(await states()).toEqual([{ state: "running", taken: 0 }]);
  await goOnReading(at.house);
  expect(await states()).toEqual([{ state: "running", taken: 0 }]); // somebody may still read it
  moveClock(31_000);
  await goOnReading(at.house);
  moveClock(0);
  expect(await states()).toEqual([{ state: "done", taken: 2 }]);
});

it("refuses what is no file of goods, and feeds that are not there", async () => {
  const feed = await newFeed();
  await expect(send(feed, "färg;pris\nröd;10")).rejects.toThrow("feeds.no_columns");
  await expect(send(feed, "")).rejects.toThrow("imports.file_empty");
  await expect(send("00000000-0000-7000-8000-000000000000", "sku;namn\n1;a")).rejects.toThrow(
    "feeds.unknown",
  );
  const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel>${item("bomb", "B")}<item><g:id>b2</g:id><title>&b;</title></item></channel></rss>`;
  const run = await send(feed, bomb);
  expect(run.state).toBe("done");
  expect(
    await rows(
      "select t.name from catalog.texts t join catalog.products p on p.id = t.product_id where p.code = 'b2'",
    ),
  ).toEqual([{ name: "&b;" }]);
  const again = { name: "Flöde 1", language: "sv", entity: "almvik" };
  expect((await at.ask("/api/feeds", again)).body["code"]).toBe("feeds.name_taken");
  expect((await at.ask("/api/feeds", { ...again, entity: "nobody" })).body["code"]).toBe(
    "company.entity_unknown",
  );
});
