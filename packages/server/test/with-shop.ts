// A house and a live shop beside it, which tells it of its goods by the plugin that the guide gives to shops.
import pg from "pg";
import type { Shopkeeping, Sold } from "../../../bench/peers/life.ts";
import { emptyDatabase, installPeer, type PeerName, startPeer } from "../../../bench/peers/peer.ts";
import { openRelay } from "../../../bench/peers/relay.ts";
import { startServer } from "./harness.ts";

/** What is sold by feeds, with its price now and what was last counted. */
const SOLD = `
  select v.sku, f.on_hand as left, (select p.amount_minor::int from catalog.prices p where p.variant_id = v.id
    order by p.at desc limit 1) as "amountMinor"
  from catalog.v_sold s join catalog.variants v on v.id = s.variant_id left join stores.figures f on f.sku = v.sku`;
const KEPT = [
  "select * from catalog.products order by id",
  "select * from catalog.variants order by id",
  "select * from catalog.prices order by variant_id, at, amount_minor",
  "select variant_id from catalog.v_sold order by variant_id",
  "select * from stores.figures order by sku, location_id",
];
type Row = { readonly sku: string; readonly left: number | null; readonly amountMinor: number };
export type Feed = { readonly id: string; readonly url: string };

async function openHouse(kind: PeerName, places: object, undo: (() => Promise<unknown>)[]) {
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
        ...{ kind, places, name, language: "sv", entity: "almvik", taxPercent: 25, secret },
      });
      return { id: made.body.id, url: `${server.url}${made.body.hookPath}` };
    },
  };
}

/** Throws NotToBeHad where the shop cannot be installed. */
export async function openWithShop<Shop>(name: PeerName, keeping: Shopkeeping<Shop>, secret: string) {
  await installPeer(name);
  const undo: (() => Promise<unknown>)[] = [];
  const free = async () => {
    for (const one of undo.reverse()) await one();
  };
  try {
    const house = await openHouse(name, keeping.places, undo);
    const feed = await house.newFeed(name, secret);
    const relay = await openRelay(feed.url);
    undo.push(relay.close);
    const database = await emptyDatabase();
    undo.push(database.drop);
    const settings = keeping.settings(relay.url, secret);
    const peer = await startPeer(name, { DATABASE_URL: database.url, ...settings });
    undo.push(peer.stop);
    const shop = await keeping.open(peer.url, peer.said());
    const sold = async (): Promise<Sold> =>
      Object.fromEntries((await house.rows<Row>(SOLD)).map(({ sku, ...one }) => [sku, one]));
    /** All that goods and stock consist of. */
    const everything = () => Promise.all(KEPT.map((text) => house.rows(text)));
    return { ...house, feed, relay, shop, life: keeping.lifeOf(shop), sold, everything, free };
  } catch (error) {
    await free();
    throw error;
  }
}
export type WithShop<Shop> = Awaited<ReturnType<typeof openWithShop<Shop>>>;
