// A feed whose file is fetched by its address: when it is time, and when a colleague wants it; nothing new is nothing new, and what
// goes wrong is said with when it is tried again.
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FeedView } from "@somlos/contract/rooms/feeds";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let at: TestApp;
let server: Server;
let machine: string;
let answer: RequestListener;
let asked: Record<string, unknown>[] = [];
const FILE = "sku;namn;pris\nf-1;Lampa;100\nf-2;Matta;200";
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ ...request.headers });
    answer(request, response);
  });
  await new Promise<void>((tell) => server.listen(0, "127.0.0.1", tell));
  machine = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  at = await openTestApp({ role: "all", testClock: true, fetchInner: "127.0.0.1" });
  await at.ask("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  await at.house.company.refresh();
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await at.close();
  server.closeAllConnections();
  server.close();
});

let made = 0;
async function newFeed(fetch: object | null, more: object = {}): Promise<string> {
  const wish = { name: `Hämtat ${++made}`, language: "sv", entity: "almvik", fetch, ...more };
  const { status, body } = await at.ask("/api/feeds", wish);
  expect([status, body["code"]]).toEqual([200, undefined]);
  return String(body["id"]);
}
async function feedOf(id: string): Promise<FeedView> {
  const { body } = await at.ask("/api/feeds");
  const found = (body["items"] as unknown as FeedView[]).find((one) => one.id === id);
  if (found === undefined) throw new Error("no such feed");
  return found;
}
async function fetchedOnce(id: string, before: string | undefined): Promise<FeedView> {
  await expect
    .poll(
      async () => {
        const { fetch, last } = await feedOf(id);
        return fetch?.last?.at !== before && fetch?.state === "waits" && last?.state !== "running";
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return feedOf(id);
}
async function again(id: string): Promise<FeedView> {
  const before = (await feedOf(id)).fetch?.last?.at;
  expect((await at.ask(`/api/feeds/${id}/fetch`, {})).status).toBe(200);
  return fetchedOnce(id, before);
}
const minutesTo = ({ fetch }: FeedView): number =>
  Math.round((Date.parse(fetch?.nextAt ?? "") - Date.parse(fetch?.last?.at ?? "")) / 60_000);

it("is fetched at once, then when it is time, and then asks only for what is new", async () => {
  answer = (request, response) =>
    request.headers["if-none-match"] === '"a"'
      ? response.writeHead(304).end()
      : response.writeHead(200, { etag: '"a"' }).end(FILE);
  const id = await newFeed({ address: `${machine}/alla.csv`, everyMinutes: 60, whole: true });
  const first = await fetchedOnce(id, undefined);
  expect(first).toMatchObject({
    fetch: { last: { outcome: "taken", reason: null }, failures: 0, everyMinutes: 60 },
    last: { state: "done", rows: 2, taken: 2, whole: true, startedBy: "schedule" },
    sells: 2,
  });
  expect(minutesTo(first)).toBe(60);
  expect(asked).toHaveLength(1);
  await at.ask("/test/clock", { advanceMs: 61 * 60_000 });
  const second = await fetchedOnce(id, first.fetch?.last?.at);
  expect(second.fetch).toMatchObject({ last: { outcome: "same", reason: null } });
  expect(second.last?.id).toBe(first.last?.id);
  expect(asked).toHaveLength(2);
});

it("a colleague who wants it now has it within seconds, and the run is hers", async () => {
  answer = (_request, response) => response.end(FILE);
  const id = await newFeed({ address: `${machine}/alla.csv` });
  const first = await fetchedOnce(id, undefined);
  const second = await again(id);
  expect(second.last?.id).not.toBe(first.last?.id);
  expect(second.last?.startedBy).toBe("colleague");
  expect(minutesTo(second)).toBe(1440);
});

it("what goes wrong is said in a sentence, and tried again after five minutes, ten and twenty", async () => {
  answer = (_request, response) => response.writeHead(404).end();
  const id = await newFeed({ address: `${machine}/borta.csv`, everyMinutes: 15 });
  const first = await fetchedOnce(id, undefined);
  expect(first.fetch).toMatchObject({
    failures: 1,
    last: { outcome: "failed", reason: { code: "fetch.gone", detail: "404" } },
  });
  expect(first.fetch?.last?.reason?.sentence).toContain("There is no file at the address");
  expect(minutesTo(first)).toBe(5);
  expect(minutesTo(await again(id))).toBe(10);
  const third = await again(id);
  expect([third.fetch?.failures, minutesTo(third)]).toEqual([3, 15]);
  answer = (_request, response) => response.end(FILE);
  const well = await again(id);
  expect(well.fetch).toMatchObject({ failures: 0, last: { outcome: "taken", reason: null } });
  expect(minutesTo(well)).toBe(15);
});

it("a file that broke off on its way is not taken, and one that could not be read is fetched whole again", async () => {
  answer = (_request, response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write(FILE);
    setTimeout(() => response.destroy(), 20);
  };
  const id = await newFeed({ address: `${machine}/alla.csv` });
  const cut = await fetchedOnce(id, undefined);
  expect(cut).toMatchObject({ last: null, fetch: { last: { reason: { code: "fetch.cut" } } } });
  answer = (_request, response) => response.end("färg;pris\nröd;10");
  expect((await again(id)).fetch?.last?.reason?.code).toBe("feeds.no_columns");
  answer = (_request, response) => response.writeHead(200, { etag: '"x"' }).end("<rss><channel><item>");
  expect(await again(id)).toMatchObject({ fetch: { last: { outcome: "taken" } }, last: { state: "failed" } });
  await again(id);
  expect(asked.map((headers) => headers["if-none-match"])).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it("name and password are sealed, kept for the same machine and asked for anew with another", async () => {
  answer = (request, response) =>
    request.headers.authorization === undefined ? response.writeHead(401).end() : response.end(FILE);
  const login = { name: "oss", password: "hemligt" };
  const id = await newFeed({ address: `${machine}/alla.csv`, login });
  expect((await fetchedOnce(id, undefined)).fetch).toMatchObject({
    hasLogin: true,
    last: { outcome: "taken" },
  });
  const client = await at.database.db.connect();
  const stored = await client.query("select * from stores.feed_fetches where feed_id = $1", [id]);
  await client.end();
  expect(JSON.stringify(stored.rows)).not.toContain("hemligt");
  expect(JSON.stringify(await feedOf(id))).not.toContain("hemligt");
  const change = (fetch: object | null) => at.ask(`/api/feeds/${id}/fetch`, { fetch }, "PUT");
  expect((await change({ address: `${machine}/andra.csv` })).body["fetch"]).toMatchObject({ hasLogin: true });
  expect((await fetchedOnce(id, undefined)).fetch?.last?.outcome).toBe("taken");
  const elsewhere = { address: machine.replace(/\d+$/, "9") };
  expect((await change(elsewhere)).body["fetch"]).toMatchObject({ hasLogin: false });
  expect((await change(null)).body["fetch"]).toBe(null);
  expect((await at.ask(`/api/feeds/${id}/fetch`, {})).body["code"]).toBe("feeds.no_address");
});

it("addresses that lead inwards are refused when they are entered, and when a redirect leads there", async () => {
  const wish = { name: "Inre", language: "sv", entity: "almvik" };
  const code = async (address: string) =>
    (await at.ask("/api/feeds", { ...wish, fetch: { address } })).body["code"];
  for (const inner of [
    "https://10.0.0.1/",
    "https://169.254.169.254/latest/",
    "https://[::1]/",
    "https://0x7f.1.2.3/",
  ])
    expect(await code(inner)).toBe("fetch.inner");
  for (const bad of [
    "http://exempel.se/alla.csv",
    "ftp://exempel.se/",
    "https://me:pw@exempel.se/",
    "alla.csv",
  ])
    expect(await code(bad)).toBe("fetch.address_bad");
  answer = (_request, response) => response.writeHead(302, { location: "https://192.168.0.1/" }).end();
  const id = await newFeed({ address: `${machine}/alla.csv` });
  expect((await fetchedOnce(id, undefined)).fetch?.last?.reason?.code).toBe("fetch.inner");
  const shop = { ...wish, kind: "medusa", fetch: { address: `${machine}/` } };
  expect((await at.ask("/api/feeds", shop)).body["code"]).toBe("feeds.takes_hooks");
});

it("two processes fetch it once, and what one left behind in a crash the other fetches when its time is over", async () => {
  let times = 0;
  answer = (_request, response) => {
    times++;
    setTimeout(() => response.end(FILE), 300);
  };
  const same = { database: at.database, secrets: at.secrets, fetchInner: "127.0.0.1" };
  const other = await openTestApp({ ...same, role: "all", testClock: true });
  try {
    const id = await newFeed({ address: `${machine}/alla.csv` });
    await fetchedOnce(id, undefined);
    expect(times).toBe(1);
    const client = await at.database.db.connect();
    await client.query(
      "update stores.feed_fetches set owner = gen_random_uuid(), lease_until = now() + interval '100 days', next_at = now(), last_at = null, last_outcome = null where feed_id = $1",
      [id],
    );
    expect((await feedOf(id)).fetch?.state).toBe("fetches");
    await client.query(
      "update stores.feed_fetches set lease_until = now() - interval '1 second' where feed_id = $1",
      [id],
    );
    await client.end();
    await fetchedOnce(id, undefined);
    expect(times).toBe(2);
  } finally {
    await other.close();
  }
});
