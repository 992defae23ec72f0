// For tests of webhooks: a house with two places, recorded requests of shops, and what came of them.
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { machineNow, moveClock } from "@somlos/kernel/clock";
import { openTestApp } from "./test-app.ts";

const FIXTURES = new URL("../../../../fixtures/webhooks/", import.meta.url);
export type Recorded = {
  readonly name: string;
  readonly headers: Record<string, string>;
  readonly text: string;
};
export type Feed = { readonly id: string; readonly secret: string; readonly path: string };
/** Those of a live shop are as they were sent, signature and all; the others are signed by the test. */
const LIVE = ["vendure", "medusa"];
export const isLive = (shop: string): boolean => LIVE.includes(shop);
export async function recorded(shop: string): Promise<Recorded[]> {
  const file = isLive(shop) ? `${shop}/requests.jsonl` : `${shop}.jsonl`;
  const lines = (await readFile(new URL(file, FIXTURES), "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const { name, headers, body } = JSON.parse(line) as Omit<Recorded, "text"> & { body: object | string };
    return { name, headers, text: typeof body === "string" ? body : JSON.stringify(body) };
  });
}
/** What recorded requests were signed with. */
export const secretOf = async (shop: string): Promise<string> =>
  (await readFile(new URL(`${shop}/secret.txt`, FIXTURES), "utf8")).trim();
/** The time is that of the last of them: all were sent within the minutes that a signature holds. */
export function moveTo(letters: readonly Recorded[]): void {
  const last = Math.max(...letters.map(({ headers }) => Number(headers["webhook-timestamp"])));
  moveClock(last * 1000 - Date.now());
}
export const SHOPIFY = "hush-shopify-client-secret";
export const topic = (name: string, body: object): Recorded => ({
  ...{ name, headers: { "x-shopify-topic": name }, text: JSON.stringify(body) },
});

const TABLES = ["products", "texts", "variants", "prices", "tellings", "sightings", "wholes", "search_rows"];

export async function openHookDesk() {
  const at = await openTestApp();
  const entity = await at.ask("/api/entities", {
    ...{ code: "almvik", name: "Almvik AB", organisationNumber: null, country: "SE", currency: "SEK" },
    ...{ languages: ["sv"], timeZone: "Europe/Stockholm" },
  });
  const place = { kind: "store", entityId: entity.body["id"], country: "SE" };
  for (const code of ["malmo", "lund"]) await at.ask("/api/locations", { code, name: code, ...place });
  await at.house.company.refresh();

  let made = 0;
  async function newFeed(kind: string, more: object = {}): Promise<Feed> {
    const { status, body } = await at.ask("/api/feeds", {
      ...{ kind, name: `${kind} ${++made}`, language: "sv", entity: "almvik", taxPercent: 25 },
      ...{ places: { "655441491": "malmo", sloc_lund: "lund", "1": "malmo" }, ...more },
    });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return { id: String(body["id"]), secret: String(body["secret"]), path: String(body["hookPath"]) };
  }
  async function post(path: string, text: string, headers: Record<string, string>) {
    const answer = await fetch(`${at.base}${path}`, {
      ...{ method: "POST", body: text, headers: { "content-type": "application/json", ...headers } },
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }
  const byShopify = (path: string, { headers, text }: Recorded, secret = SHOPIFY) => {
    const signature = createHmac("sha256", secret).update(text).digest("base64");
    return post(path, text, { ...headers, "x-shopify-hmac-sha256": signature });
  };
  let letters = 0;
  function byStandard(path: string, { text }: Recorded, secret: string, seconds?: number) {
    const [id, then] = [`msg_${++letters}`, seconds ?? Math.floor(machineNow() / 1000)];
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const signature = createHmac("sha256", key).update(`${id}.${then}.${text}`).digest("base64");
    return post(path, text, {
      ...{ "webhook-id": id, "webhook-timestamp": String(then) },
      "webhook-signature": `v1,AAAA v1,${signature}`,
    });
  }
  async function rows(text: string): Promise<Record<string, unknown>[]> {
    const client = await at.database.db.connect();
    return client
      .query(text)
      .then((found) => found.rows as Record<string, unknown>[])
      .finally(() => client.end());
  }
  async function heardOf(id: string): Promise<unknown> {
    const { body } = await at.ask("/api/feeds");
    return (body["items"] as unknown as { id: string; heard: unknown }[]).find((one) => one.id === id)?.heard;
  }
  return { ...{ at, newFeed, post, byShopify, byStandard, rows, heardOf }, ...looks(rows) };
}
export type HookDesk = Awaited<ReturnType<typeof openHookDesk>>;

const looks = (rows: (text: string) => Promise<Record<string, unknown>[]>) => ({
  empty: () =>
    rows(
      `truncate ${TABLES.map((name) => `catalog.${name}`).join(", ")}, stores.figures, stores.wholes, stores.feed_items, stores.feed_levels, stores.feed_hearings`,
    ),
  /** All that was said, as it is kept. */
  stated: () =>
    Promise.all([
      rows(
        "select id, code, brand, category, attributes, media, said_at, input from catalog.products order by id",
      ),
      rows("select * from catalog.texts order by product_id, language"),
      rows("select * from catalog.variants order by id"),
      rows("select * from catalog.prices order by variant_id, entity_id, at"),
      rows("select variant_id from catalog.v_sold order by variant_id"),
      rows("select sku, on_hand, counted_at from stores.figures order by sku, location_id"),
    ]),
  catalogue: async () => ({
    sold: (
      await rows(
        "select v.sku from catalog.v_sold s join catalog.variants v on v.id = s.variant_id order by 1",
      )
    ).map(({ sku }) => sku),
    stock: await rows(
      "select f.sku, l.code as location, f.on_hand from stores.figures f join company.locations l on l.id = f.location_id order by 1, 2",
    ),
  }),
});
