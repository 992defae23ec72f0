// For the proof of the doors: who may pass those of goods, stores and feeds, kept by hand beside endpoints.test.ts.
import { type Role, roles } from "@somlos/contract";

const keepers = ["owner", "manager", "it"] as const;
const reads = ["public key", "server key"] as const;

/** `everyone`: all whom the proof knows. */
export const allowedOfGoods = <Who extends string>(
  everyone: readonly Who[],
): Readonly<Record<string, readonly (Who | Role | "public key" | "server key")[]>> => ({
  "catalog.take": ["server key"],
  "catalog.whole": ["server key"],
  "catalog.picture_keep": ["server key"],
  "catalog.picture": everyone,
  "catalog.product": reads,
  "catalog.search": reads,
  "catalog.find": roles,
  "catalog.open": roles,
  "catalog.history": roles,
  "categories.take": ["server key"],
  "categories.list": reads,
  "stores.scan": reads,
  "stores.list": reads,
  "stores.take": ["server key"],
  "stores.whole": ["server key"],
  "stores.hold": ["server key"],
  "stores.extend": ["server key"],
  "stores.settle": ["server key"],
  "stores.product": roles,
  "stores.stock": roles,
  "stores.settings": roles,
  "stores.settings_save": ["owner", "manager"],
  "differences.shown": ["server key"],
  "differences.list": roles,
  "differences.explain": keepers,
  "differences.owners": roles,
  "differences.owner": keepers,
  "feeds.list": roles,
  "feeds.create": keepers,
  "feeds.take": keepers,
  "feeds.runs": roles,
  "feeds.refusals": roles,
  "feeds.answer": keepers,
  "feeds.fetch_change": keepers,
  "feeds.fetch_now": keepers,
  // Whoever comes gets to the door; what is not signed gets no further (hooks.story).
  "feeds.hear": everyone,
});
