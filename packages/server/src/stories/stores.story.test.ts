// J09, COM-H03, COM-H05: at the shelf, this store's stock and price and where else it is; the last one promised once, and never
// more than was counted less what left since.
import { randomUUID } from "node:crypto";
import type { HeldAnswer, ShownStock, ShownStore, StockAt } from "@somlos/contract/rooms/stores";
import { moveClock } from "@somlos/kernel/clock";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

const MINUTE = 60_000;
let at: TestApp;
const ids: Record<string, string> = {};
const stores = {
  malmo: { name: "Malmö", position: { latitude: 55.605, longitude: 13.0038 } },
  lund: { name: "Lund", position: { latitude: 55.7047, longitude: 13.191 } },
  goteborg: { name: "Göteborg", position: { latitude: 57.7089, longitude: 11.9746 } },
  lager: { name: "Lager", position: null },
} as const;
beforeAll(async () => {
  at = await openTestApp();
  const { body } = await at.ask("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  for (const [code, place] of Object.entries(stores)) {
    const kind = code === "lager" ? "warehouse" : "store";
    const made = await at.ask("/api/locations", {
      ...{ code, ...place, kind, entityId: String(body["id"]), country: "SE" },
    });
    ids[code] = String(made.body["id"]);
  }
  await at.house.company.refresh();
  const texts = [{ language: "sv", name: "Golvlampa Månsken" }];
  const prices = [{ entity: "almvik", currency: "SEK", amount: "1249.00" }];
  const variants = [{ sku: "L-100-M", gtin: "7350000000016", prices }];
  await call("/v1/products", { products: [{ code: "L-100", at: ago(10), texts, variants }] });
});
afterEach(() => moveClock(0));
afterAll(() => at.close());

const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();
const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;
async function call(path: string, body?: object, key = at.secrets.serverKey) {
  const answer = await fetch(`${at.base}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: basic(key), "accept-language": "sv" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const count = async (...figures: object[]) =>
  (await call("/v1/stock", { figures: figures.map((one) => ({ sku: "L-100-M", at: ago(0), ...one })) })).body;
const scan = async (location: string) => {
  const { body } = await call(
    `/v1/scan?code=7350000000016&location=${location}`,
    undefined,
    at.secrets.writeKey,
  );
  return { here: body["here"] as ShownStock, near: body["near"] as StockAt[] };
};
async function hold(location: string, quantity = 1, id: string = randomUUID()): Promise<HeldAnswer> {
  const { body } = await call("/v1/holds", { holds: [{ id, sku: "L-100-M", location, quantity }] });
  const [one] = body["items"] as HeldAnswer[];
  if (one === undefined) throw new Error("no answer");
  return one;
}
const settle = async (id: string, to: "left" | "released", quantity?: number) =>
  ((await call("/v1/holds/settle", { endings: [{ id, to, quantity }] })).body["items"] as HeldAnswer[])[0];

it("COM-H03 tells at the shelf how many are here, in which part of the store, how old that is, and where else it is", async () => {
  const zones = [{ code: "B", name: "Belysning" }];
  const settings = { margin: 1, holdMinutes: 20, staleMinutes: 4320, zones, version: 0 };
  const path = `/api/stores/${ids["malmo"]}/settings`;
  expect(await at.ask(path, settings, "PUT")).toMatchObject({ status: 200, body: { version: 1 } });
  expect((await at.ask(path, settings, "PUT")).body["code"]).toBe("company.saved_by_other");
  await count(
    { location: "malmo", onHand: 4, at: ago(40), zones: [{ zone: "B", shelf: "12" }] },
    { location: "lund", onHand: 2, at: ago(1) },
    { location: "goteborg", onHand: 90, at: ago(1) },
    { location: "lager", onHand: 0, at: ago(1) },
  );
  const { here, near } = await scan("malmo");
  expect(here).toMatchObject({
    ...{ state: "few", quantity: 3, more: false, about: true },
    shelves: [{ zone: "B", name: "Belysning", shelf: "12" }],
  });
  expect(here.ageSeconds).toBeGreaterThanOrEqual(2399);
  expect(near.map(({ location, state, quantity, more }) => [location, state, quantity, more])).toEqual([
    ["lund", "few", 2, false],
    ["goteborg", "in_stock", 20, true],
  ]);
  expect(near[0]?.distanceMeters).toBeGreaterThan(15_000);
  expect((await scan("lager")).here).toMatchObject({ state: "out", quantity: 0 });
});

it("holds the last ones once, says where else it is, and lets go by itself when the time is over", async () => {
  await count({ location: "lund", onHand: 3 });
  const asked = await Promise.all(Array.from({ length: 12 }, () => hold("lund")));
  expect(asked.filter(({ state }) => state === "held")).toHaveLength(3);
  const no = asked.find(({ refused }) => refused !== null);
  expect(no).toMatchObject({ state: null, refused: { code: "stores.not_enough" } });
  expect(no?.near.map(({ location }) => location)).toEqual(["malmo", "goteborg"]);
  expect((await scan("lund")).here).toMatchObject({ state: "out", quantity: 0 });
  moveClock(21 * MINUTE);
  expect((await scan("lund")).here).toMatchObject({ state: "few", quantity: 3 });
  expect((await hold("lund", 3)).state).toBe("held");
});

it("a sign of life begins the time anew, the same again changes nothing, and what left is off the count until it is counted again", async () => {
  await count({ location: "goteborg", onHand: 10 });
  const first = await hold("goteborg", 4);
  expect(await hold("goteborg", 4, first.id)).toMatchObject({ state: "held", until: first.until });
  expect((await hold("goteborg", 5, first.id)).refused?.code).toBe("ledger.other_input");
  moveClock(15 * MINUTE);
  const { body } = await call("/v1/holds/extend", { ids: [first.id, randomUUID()] });
  expect(body["items"]).toMatchObject([{ state: "held" }, { refused: { code: "stores.hold_unknown" } }]);
  moveClock(30 * MINUTE);
  expect(await settle(first.id, "left", 3)).toMatchObject({ state: "left" });
  expect(await settle(first.id, "left", 3)).toMatchObject({ state: "left" });
  expect(await settle(first.id, "released")).toMatchObject({ refused: { code: "ledger.over" } });
  expect((await scan("goteborg")).here).toMatchObject({ quantity: 7 });
  expect((await hold("goteborg", 8)).refused?.code).toBe("stores.not_enough");
  await count({ location: "goteborg", onHand: 8, at: new Date(Date.now() + 31 * MINUTE).toISOString() });
  moveClock(32 * MINUTE);
  expect((await scan("goteborg")).here).toMatchObject({ quantity: 8 });
  const released = await hold("goteborg", 8);
  expect(await settle(released.id, "released")).toMatchObject({ state: "released" });
  expect((await scan("goteborg")).here).toMatchObject({ quantity: 8 });
});

it("another system can neither prolong nor end a hold, nor take its id for one of its own", async () => {
  const mine = await hold("goteborg", 2);
  const wish = { name: "Kassasystem", kind: "server", channel: "store" };
  const source = await at.ask("/api/sources", wish);
  const key = await at.ask("/api/keys", { name: "Kassa", sourceId: source.body["id"], trust: "server" });
  const theirs = String(key.body["text"]);
  const ask = async (path: string, body: object) =>
    ((await call(path, body, theirs)).body["items"] as HeldAnswer[])[0]?.refused?.code;
  expect(await ask("/v1/holds/extend", { ids: [mine.id] })).toBe("stores.hold_unknown");
  expect(await ask("/v1/holds/settle", { endings: [{ id: mine.id, to: "released" }] })).toBe(
    "stores.hold_unknown",
  );
  const same = { id: mine.id, sku: "L-100-M", location: "goteborg", quantity: 2 };
  expect(await ask("/v1/holds", { holds: [same] })).toBe("ledger.other_input");
  expect(await settle(mine.id, "released")).toMatchObject({ state: "released" });
});

it("a count that turns out lower than what is held takes nothing from anybody, and promises nothing more", async () => {
  await count({ location: "lager", onHand: 5 });
  expect((await hold("lager", 4)).state).toBe("held");
  await count({ location: "lager", onHand: 2, at: new Date(Date.now() + 1000).toISOString() });
  expect((await scan("lager")).here).toMatchObject({ state: "out" });
  expect((await hold("lager")).refused?.code).toBe("stores.not_enough");
  moveClock(21 * MINUTE);
  expect((await scan("lager")).here).toMatchObject({ quantity: 2 });
  expect((await hold("lager", 2)).state).toBe("held");
  expect((await hold("lager")).refused?.code).toBe("stores.not_enough");
});

it("a count that is too old promises nothing and is told as unknown; what a full count leaves out is none", async () => {
  moveClock(4_400 * MINUTE);
  expect((await scan("malmo")).here).toMatchObject({ state: "unknown", quantity: null });
  const no = await hold("malmo");
  expect(no.refused?.code).toBe("stores.figure_old");
  moveClock(0);
  const whole = { at: new Date(Date.now() + 2 * MINUTE).toISOString(), locations: ["malmo"] };
  expect((await call("/v1/stock/whole", whole)).status).toBe(200);
  moveClock(3 * MINUTE);
  expect((await scan("malmo")).here).toMatchObject({ state: "out", quantity: 0, shelves: [] });
  await count({ location: "malmo", onHand: 6, at: new Date(Date.now() + 3 * MINUTE).toISOString() });
  expect((await scan("malmo")).here).toMatchObject({ quantity: 5 });
});

it("lists stores nearest first with their stock, those that are closed for good left out", async () => {
  const list = async (more: string) =>
    ((await call(`/v1/stores?${more}`, undefined, at.secrets.writeKey)).body["items"] ?? []) as ShownStore[];
  const near = await list("near=57.7,11.97&kind=store&sku=L-100-M");
  expect(near.map(({ code }) => code)).toEqual(["goteborg", "lund", "malmo"]);
  expect(near[0]?.distanceMeters).toBeLessThan(2000);
  expect(near.every(({ stock }) => stock !== null)).toBe(true);
  expect((await list("")).map(({ name, stock }) => [name, stock])).toEqual(
    ["Göteborg", "Lager", "Lund", "Malmö"].map((name) => [name, null]),
  );
  expect((await list("open=true")).length).toBe(0); // nobody told their hours
  const unknown = await call("/v1/stores?sku=nothing", undefined, at.secrets.writeKey);
  expect([unknown.status, unknown.body["code"]]).toEqual([404, "catalog.unknown"]);
});

it("refuses what it does not know, and one that is wrong refuses itself only", async () => {
  expect(
    await count(
      { location: "nowhere", onHand: 1 },
      { location: "lund", onHand: 1.5 },
      { location: "lund", onHand: 1 },
    ),
  ).toMatchObject({
    accepted: 1,
    refused: [
      { index: 0, code: "company.location_unknown" },
      { index: 1, code: "door.bad_request", problems: [expect.stringContaining("onHand")] },
    ],
  });
  const whole = { at: ago(0), locations: ["lund", "nowhere"] };
  expect((await call("/v1/stock/whole", whole)).body["code"]).toBe("company.location_unknown");
  expect((await hold("nowhere")).refused?.code).toBe("company.location_unknown");
  const holds = [{ id: randomUUID(), sku: "nothing", location: "lund", quantity: 1 }];
  const { body } = await call("/v1/holds", { holds });
  expect(body["items"]).toMatchObject([{ refused: { code: "catalog.unknown" }, near: [] }]);
  expect((await call("/v1/holds", { holds }, at.secrets.writeKey)).status).toBe(403);
});
