// A house and a live Vendure beside it, which tells it of its goods by the plugin that the guide gives to shops.
import pg from "pg";
import { emptyDatabase, installPeer, startPeer } from "../../../bench/peers/peer.ts";
import { openRelay } from "../../../bench/peers/relay.ts";
import type { Sold } from "../../../bench/peers/vendure/life.ts";
import { openShop, settle } from "../../../bench/peers/vendure/shop.ts";
import { freePort, startServer } from "./harness.ts";

/** What is sold by feeds, with its price now and what was last counted. */
const SOLD = `
  select v.sku, f.on_hand as left, (select p.amount_minor::int from catalog.prices p where p.variant_id = v.id
    order by p.at desc limit 1) as "amountMinor"
  from catalog.v_sold s join catalog.variants v on v.id = s.variant_id left join stores.figures f on f.sku = v.sku`;
type Row = { readonly sku: string; readonly left: number; readonly amountMinor: number };
export type Feed = { readonly id: string; readonly url: string };

async function openHouse(undo: (() => Promise<unknown>)[]) {
  const server = await startServer();
  undo.push(server.free);
  const { body } = await server.ask<{ id: string }>("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  const place = { code: "malmo", name: "Malmö", kind: "store", entityId: body.id, country: "SE" };
  await server.ask("/api/locations", place);
  const client = new pg.Client(await server.databaseUrl());
  await client.connect();
  undo.push(() => client.end());
  return {
    server,
    rows: async <T extends object>(text: string) => (await client.query<T>(text)).rows,
    async newFeed(name: string, secret: string): Promise<Feed> {
      const made = await server.ask<{ id: string; hookPath: string }>("/api/feeds", {
        ...{ kind: "vendure", name, language: "sv", entity: "almvik", taxPercent: 25, secret },
        places: { 1: "malmo" },
      });
      return { id: made.body.id, url: `${server.url}${made.body.hookPath}` };
    },
  };
}

/** Throws NotToBeHad where Vendure cannot be installed. */
export async function openWithVendure(secret: string) {
  await installPeer("vendure");
  const undo: (() => Promise<unknown>)[] = [];
  const free = async () => {
    for (const one of undo.reverse()) await one();
  };
  try {
    const house = await openHouse(undo);
    const feed = await house.newFeed("Vendure", secret);
    const relay = await openRelay(feed.url);
    undo.push(relay.close);
    const database = await emptyDatabase();
    undo.push(database.drop);
    const port = String(await freePort());
    const told = { PORT: port, DATABASE_URL: database.url, HOOK_URL: relay.url, HOOK_SECRET: secret };
    const peer = await startPeer("vendure", told);
    undo.push(peer.stop);
    const shop = await openShop(`http://127.0.0.1:${port}`);
    await settle(shop);
    const sold = async (): Promise<Sold> =>
      Object.fromEntries((await house.rows<Row>(SOLD)).map(({ sku, ...one }) => [sku, one]));
    return { ...house, feed, relay, shop, sold, free };
  } catch (error) {
    await free();
    throw error;
  }
}
export type WithVendure = Awaited<ReturnType<typeof openWithVendure>>;
