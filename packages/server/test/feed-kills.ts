// A file of goods on a running Sömlös, and what it leaves behind: sent whole, or to a server that is killed while it reads.
import type { FeedRun } from "@somlos/contract/rooms/feeds";
import pg from "pg";
import { expect } from "vitest";
import { type Server, startServer } from "./harness.ts";

export const ROWS = 8_000;
/** Sold before: the file leaves the last of them out. */
export const EARLIER = "sku;namn;lager\ngammal-1;Gammal stol;1\nvara-1;Vara före;9";
const words = ["lampa", "matta", "soffa", "skål", "hylla", "pall", "vas"];
const BAD_EVERY = 997;
/** Rows whose price cannot be read. */
export const BAD = Math.ceil(ROWS / BAD_EVERY);
const bad = (n: number): boolean => n % BAD_EVERY === 0;

export const csv = (): string =>
  [
    "sku;kod;namn;pris;lager;färg",
    ...Array.from({ length: ROWS }, (_, n) => {
      const price = bad(n) ? "gratis" : `${100 + (n % 900)},50`;
      return `vara-${n};grupp-${n % 4000};Vara ${n % 4000} ${words[n % 7]};${price};${n % 13};${n % 5}`;
    }),
  ].join("\n");
export const xml = (): string => {
  const items = Array.from({ length: ROWS }, (_, n) => {
    const price = bad(n) ? "gratis" : `${100 + (n % 900)}.50 SEK`;
    return `<item><g:id>vara-${n}</g:id><g:item_group_id>grupp-${n % 4000}</g:item_group_id><title>Vara ${n % 4000} ${words[n % 7]}</title><g:price>${price}</g:price><g:quantity>${n % 13}</g:quantity><g:color>${n % 5}</g:color></item>\n`;
  });
  return `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel>${items.join("")}</channel></rss>`;
};

export type Shop = {
  readonly server: Server;
  readonly feed: string;
  send(file: string, at: string): Promise<FeedRun>;
  run(id: string): Promise<FeedRun>;
  ended(id: string): Promise<FeedRun>;
  left(): Promise<Record<string, unknown>>;
  free(): Promise<void>;
};

/** A shop with one feed that has said before what it sells. */
export async function openShop(): Promise<Shop> {
  const server = await startServer();
  const { body: entity } = await server.ask<{ id: string }>("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  const place = { code: "malmo", name: "Malmö", kind: "store", entityId: entity.id, country: "SE" };
  await server.ask("/api/locations", place);
  const wish = { name: "Affärssystemet", language: "sv", entity: "almvik", location: "malmo" };
  const { body: feed } = await server.ask<{ id: string }>("/api/feeds", wish);
  async function send(file: string, at: string): Promise<FeedRun> {
    const answer = await fetch(`${server.url}/api/feeds/${feed.id}/file?whole=true&at=${at}`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.adminToken}`, "content-type": "text/plain" },
      body: file,
    });
    const body = (await answer.json()) as FeedRun;
    expect([answer.status, body]).toEqual([200, expect.objectContaining({ state: "running" })]);
    return body;
  }
  async function run(id: string): Promise<FeedRun> {
    const { body } = await server.ask<{ items: FeedRun[] }>(`/api/feeds/${feed.id}/runs`);
    const found = body.items.find((one) => one.id === id);
    if (found === undefined) throw new Error("no such run");
    return found;
  }
  async function ended(id: string): Promise<FeedRun> {
    await expect.poll(async () => (await run(id)).state, { timeout: 90_000 }).not.toBe("running");
    return run(id);
  }
  const free = () => server.free();
  const left = async () => catalogueIn(await server.databaseUrl());
  const shop = { server, feed: feed.id, send, run, ended, left, free };
  const first = await send(EARLIER, "2026-11-01T08:00:00Z");
  expect(await ended(first.id)).toMatchObject({ state: "done", taken: 2 });
  return shop;
}

const questions = {
  products: "select code, category, brand, said_at from catalog.products order by code",
  texts:
    "select p.code, t.language, t.name, t.said_at from catalog.texts t join catalog.products p on p.id = t.product_id order by 1, 2",
  variants: "select sku, gtin, options, said_at from catalog.variants order by sku",
  prices:
    "select v.sku, p.at, p.amount_minor, p.currency from catalog.prices p join catalog.variants v on v.id = p.variant_id order by 1, 2, 3",
  sold: "select v.sku from catalog.v_sold s join catalog.variants v on v.id = s.variant_id order by 1",
  searched:
    "select p.code, s.* from catalog.search_rows s join catalog.products p on p.id = s.product_id order by 1, s.language",
  figures: "select sku, on_hand, counted_at from stores.figures order by sku",
  refused: "select r.line, r.code from stores.feed_refusals r order by 1, 2",
};
/** Everything that the feed has told, as it stands in the tables. */
async function catalogueIn(url: string): Promise<Record<string, unknown>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const found: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(questions)) found[name] = (await client.query(text)).rows;
    return found;
  } finally {
    await client.end();
  }
}
