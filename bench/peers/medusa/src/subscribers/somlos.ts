// Tells Sömlös each product with its prices and stock, as it is then, whenever something of it changed: as Standard Webhooks.
import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import type { MedusaContainer } from "@medusajs/framework/types";

/** Changes of so long are told at once; what failed is told again after so long. */
const [TOGETHER_MS, AGAIN_MS] = [250, 3000];
const FIELDS = [
  ...["id", "title", "description", "status", "thumbnail", "images.url", "categories.name", "type.value"],
  ...[
    "variants.id",
    "variants.sku",
    "variants.ean",
    "variants.barcode",
    "variants.upc",
    "variants.manage_inventory",
  ],
  ...["variants.prices.*", "variants.options.value", "variants.options.option.title"],
  "variants.inventory_items.inventory.location_levels.*",
];
const waiting = new Set<string>();
let busy = false;

export const config: SubscriberConfig = {
  event: [
    ...["product.created", "product.updated", "product.deleted"],
    ...["product-variant.created", "product-variant.updated", "product-variant.deleted"],
    ...["inventory.inventory-level.created", "inventory.inventory-level.updated"],
    "inventory.inventory-level.deleted",
  ],
};

export default async function changed({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  for (const id of await productsOf(container, event.name, event.data.id)) waiting.add(id);
  void tellWaiting(container);
}

/** For the night: what was there before, and what was missed. */
export async function changedAll(container: MedusaContainer): Promise<void> {
  const { data } = await container.resolve("query").graph({ entity: "product", fields: ["id"] });
  for (const { id } of data) waiting.add(id);
  void tellWaiting(container);
}

/** Which products an event is about. */
async function productsOf(container: MedusaContainer, name: string, id: string): Promise<string[]> {
  if (name.startsWith("product.")) return [id];
  const query = container.resolve("query");
  if (name.startsWith("product-variant.")) {
    const found = { entity: "product_variant", fields: ["product_id"], filters: { id }, withDeleted: true };
    return (await query.graph(found)).data.map((one) => one["product_id"]);
  }
  const level = {
    entity: "inventory_level",
    fields: ["inventory_item_id"],
    filters: { id },
    withDeleted: true,
  };
  const items = (await query.graph(level)).data.map((one) => one["inventory_item_id"]);
  const variants = { entity: "inventory_item", fields: ["variants.product_id"], filters: { id: items } };
  const { data } = await query.graph(variants);
  return data.flatMap((item) => item["variants"].map((one: { product_id: string }) => one.product_id));
}

/** Each as it is then. One that fails holds up no other and is told again: twice is as good as once. */
async function tellWaiting(container: MedusaContainer): Promise<void> {
  if (busy) return;
  busy = true;
  for (let ms = TOGETHER_MS; waiting.size > 0; ) {
    await sleep(ms);
    ms = TOGETHER_MS;
    for (const id of [...waiting]) {
      waiting.delete(id);
      await tell(container, id).catch((error: Error) => {
        container.resolve("logger").warn(`Sömlös: ${id}: ${error.message}`);
        waiting.add(id);
        ms = AGAIN_MS;
      });
    }
  }
  busy = false;
}

async function tell(container: MedusaContainer, id: string): Promise<void> {
  const at = new Date();
  const { data } = await container
    .resolve("query")
    .graph({ entity: "product", fields: FIELDS, filters: { id } });
  const letter =
    data[0] === undefined
      ? { name: "product.deleted", data: { id } }
      : { name: "product.updated", data: data[0] };
  const answer = await send(JSON.stringify({ at, ...letter }), at);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

/** Address and secret of the feed are SOMLOS_URL and SOMLOS_SECRET. */
function send(body: string, now: Date): Promise<Response> {
  const { SOMLOS_URL = "", SOMLOS_SECRET = "" } = process.env;
  const [id, seconds] = [`msg_${randomUUID()}`, Math.floor(now.getTime() / 1000)];
  const key = Buffer.from(SOMLOS_SECRET.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  const headers = {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": `v1,${signature}`,
  };
  return fetch(SOMLOS_URL, { method: "POST", body, headers, signal: AbortSignal.timeout(30_000) });
}
