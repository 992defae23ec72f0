// What is in the house when its pictures are taken: the chain of the demo, a small life, colleagues, schemas with a history,
// imports in each standing. All by the doors.
import { setTimeout as sleep } from "node:timers/promises";
import { machineNow } from "@somlos/kernel/clock";
import { enterCompany } from "../../packages/demo/src/index.ts";
import { type SmallImports, smallImports } from "../../packages/server/test/small-imports.ts";
import { goodsIn } from "./goods-life.ts";
import type { PictureHouse } from "./house.ts";
import { householdIn } from "./household.ts";
import { likelyOne } from "./likely.ts";
import { permissionsIn } from "./permission-life.ts";
import { rulesIn } from "./rules-life.ts";
import { sharedIn } from "./shared.ts";
import { smallLife } from "./small-life.ts";

export type Life = {
  readonly imports: SmallImports & { readonly paused: string };
  readonly person: string;
  readonly store: string;
  readonly entity: string;
  readonly colleague: string;
  readonly mail: string;
  readonly parked: string;
  readonly match: string;
  readonly hub: string;
  /** The long import runs until `pause`; who comes meanwhile waits for it. */
  resume(): Promise<void>;
  pause(): Promise<void>;
  /** Ends the trickle of events that gives Live its rate. */
  stop(): void;
};

const LONG_ROWS = 300_000;
const seen = { type: "object", properties: { name: { type: "string" }, price: { type: "number" } } };
const versions = [
  { ...seen, required: ["name"] },
  {
    ...seen,
    properties: { ...seen.properties, product_id: { type: "string", pattern: "^\\d+$" } },
    required: ["name", "product_id"],
  },
  { ...seen, properties: { ...seen.properties, product_id: {} }, required: ["name"] },
];

type Ask = <Body>(path: string, body?: object, method?: string) => Promise<Body>;

type ImportState = { readonly state: string; readonly counts: { readonly rows: number } };

async function until(ask: Ask, id: string, holds: (view: ImportState) => boolean): Promise<void> {
  for (let i = 0; i < 1200; i++, await sleep(100)) if (holds(await ask(`/api/imports/${id}`))) return;
  throw new Error("the long import did not come so far");
}

/** One walk at a time sees it run. */
function turns(ask: Ask, id: string): Pick<Life, "resume" | "pause"> {
  let free = Promise.resolve();
  let release = (): void => undefined;
  return {
    async resume() {
      const before = free;
      const mine = Promise.withResolvers<void>();
      free = mine.promise;
      await before;
      release = mine.resolve;
      await ask(`/api/imports/${id}/resume`, {});
      await until(ask, id, ({ state }) => state === "running");
    },
    async pause() {
      await ask(`/api/imports/${id}/pause`, {}).catch(() => undefined);
      await until(ask, id, ({ state }) => state !== "running");
      release();
    },
  };
}

async function longImport(house: PictureHouse, ask: Ask): Promise<string> {
  const lines = Array.from({ length: LONG_ROWS }, (_, i) => `p-${i},p${i}@posten.example,${i % 900}`);
  const answer = await fetch(
    `${house.url}/api/imports?name=${encodeURIComponent("medlemmar 2019–2026.csv")}`,
    {
      method: "POST",
      headers: { authorization: `Bearer ${house.adminToken}`, "content-type": "application/octet-stream" },
      body: `customerid,email,points\n${lines.join("\n")}\n`,
    },
  );
  const { id } = (await answer.json()) as { id: string };
  const { suggestion } = await ask<{ suggestion: object }>(`/api/imports/${id}/sample`);
  await ask(`/api/imports/${id}/mapping`, { mapping: suggestion }, "PUT");
  await ask(`/api/imports/${id}/try`, {});
  await until(ask, id, ({ state }) => state === "mapped");
  await ask(`/api/imports/${id}/start`, {});
  await until(ask, id, ({ state, counts }) => state === "running" && counts.rows > 10_000);
  await ask(`/api/imports/${id}/pause`, {});
  await until(ask, id, ({ state }) => state === "paused");
  return id;
}

const PASSING = [
  ["Product Viewed", { name: "Linen sheet Tjärn, 90 × 200", price: 499, currency: "SEK" }, "web"],
  ["Products Searched", { query: "solglasögon" }, "app"],
  ["Store Entered", { location: "Göteborg, Kungsgatan" }, "store"],
  ["Product Added", { name: "Running shoe Fjäder, 38", price: 1099, currency: "SEK" }, "app"],
  ["Message Opened", { subject: "Looking after oiled oak" }, "mail"],
  ["Product Viewed", { name: "Sofa Holme", price: 8995, currency: "SEK" }, "web"],
  ["Cart Viewed", {}, "web"],
] as const;

/** One event a second or so, of somebody we know or not, so that Live moves. */
function trickle(house: PictureHouse): () => void {
  let n = 0;
  const timer = setInterval(() => {
    n += 1;
    const [event, properties, channel] = PASSING[n % PASSING.length] ?? PASSING[0];
    const visitor = `8${String(n % 9)}c4e1d0-5f2a-4b7e-9a31-0c55d1f009ab`;
    const who = n % 3 === 0 ? { anonymousId: visitor } : { userId: n % 3 === 1 ? "kalle" : "freja" };
    const message = {
      type: "track",
      messageId: `passing-${n}`,
      event,
      properties,
      context: { channel },
      ...who,
    };
    void house.send([message]).catch(() => undefined);
  }, 900);
  return () => clearInterval(timer);
}

async function schemasOf(ask: Ask): Promise<void> {
  for (const [place, schema] of versions.entries())
    await ask(
      "/api/sources/1/schemas",
      { name: "Product Viewed", schema, action: place === 1 ? "accept" : "park", after: place || null },
      "PUT",
    );
  await ask(
    "/api/sources/1/schemas",
    { name: "Cart Viewed", schema: { type: "object" }, after: null },
    "PUT",
  );
  await ask("/api/sources/1/schemas/end", { name: "Cart Viewed" });
}

export async function liveIn(house: PictureHouse): Promise<Life> {
  const { url, keys, adminToken } = house;
  // First of all: what the house learns of likeness it learns once of these, and then keeps for hours.
  const match = await likelyOne(house);
  const ask: Ask = (path, body, method) => house.ask(path, body, method);
  await ask("/api/sources/1/listen", { on: true }, "PUT");
  await schemasOf(ask);
  await smallLife(url, keys.public, keys.server);
  await householdIn(house, "astrid");
  await rulesIn(house);
  await enterCompany({ url, keys, adminToken }, machineNow());
  await permissionsIn(house);
  await goodsIn(house);
  const [location] = (await ask<{ items: { id: string; entityId: string }[] }>("/api/locations")).items;
  for (const [name, role] of [
    ["Elin Sandberg", "service"],
    ["Jonas Öberg", "store"],
    ["Anne-Mette Juhl Christoffersen", "marketing"],
  ])
    await ask("/api/staff", {
      email: `${name?.split(/[ -]/)[0]?.toLowerCase()}@almvik.example`,
      name,
      grants: [{ role }],
    });
  const first = async (path: string, holds = (_one: { name?: string }) => true): Promise<string> =>
    (await ask<{ items: { id: string; name?: string }[] }>(path)).items.find(holds)?.id ?? "";
  const imports = { ...(await smallImports(url, adminToken)), paused: await longImport(house, ask) };
  return {
    imports,
    person: (await ask<{ id: string }>("/api/people/lookup?kind=login&value=astrid")).id,
    store: location?.id ?? "",
    entity: await first("/api/entities"),
    colleague: await first("/api/staff", ({ name }) => name === "Elin Sandberg"),
    mail: await first("/api/mails"),
    parked: await first("/api/events/parked"),
    match,
    hub: await sharedIn(house),
    ...turns(ask, imports.paused),
    stop: trickle(house),
  };
}
