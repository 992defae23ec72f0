// Faults in where goods are and how many: counts, promises, holds, feeds, webhooks and search.
import type { Fault } from "./faults.ts";

const stores = "packages/modules/src/stores";
const catalog = "packages/modules/src/catalog";
const rules = "packages/rules/src";
const stories = "packages/server/src/stories";
const promise = [`${rules}/stock/promise.test`];
const held = [`${stories}/stores.story`];
const fed = [`${stories}/feeds.story`];
const fetchTests = ["packages/kernel/src/fetch/fetch.test"];
const hooked = [`${stories}/hooks.story`];
const live = [`${stories}/hooks-live.story`];

export const faultsOfStores: readonly Fault[] = [
  {
    name: "what a place keeps back is promised",
    file: `${rules}/stock/promise.ts`,
    find: "count.onHand - left - margin",
    put: "count.onHand - left - margin * 0",
    tests: promise,
  },
  {
    name: "a count of last year promises",
    file: `${rules}/stock/promise.ts`,
    find: "> staleMinutes * 60_000",
    put: "> staleMinutes * 60_000_000",
    tests: promise,
  },
  {
    name: "what left since the count is promised again",
    file: `${stores}/holds/holds.actions.ts`,
    find: "flows[i]?.left ?? 0",
    put: "(flows[i]?.left ?? 0) * 0",
    tests: held,
  },
  {
    name: "a low count takes what is held from whoever holds it",
    file: "packages/modules/src/ledger/transfers.rules.ts",
    find: "Math.max(counted[i] ?? 0, reserved)",
    put: "Math.max(counted[i] ?? 0, 0)",
    tests: held,
  },
  {
    name: "nobody looks whether there is enough before holding it",
    file: "packages/modules/src/ledger/transfers.rules.ts",
    find: 'return books.has(wish.debit, wish.amount) ? undefined : "ledger.not_enough";',
    put: 'return books.has(wish.debit, 0) ? undefined : "ledger.not_enough";',
    tests: ["packages/server/test/last-unit.test"],
  },
  {
    name: "another system may end a hold",
    file: `${stores}/holds/holds.store.ts`,
    find: "where id = any($1::uuid[]) and source_id = $2`;",
    put: "where id = any($1::uuid[]) and source_id <> -$2`;",
    tests: held,
  },
  {
    name: "an older count takes the place of a later one",
    file: `${stores}/figures/take.store.ts`,
    find: "where (excluded.counted_at, excluded.input) > (f.counted_at, f.input)`;",
    put: "where (excluded.counted_at, excluded.input) <> (f.counted_at, f.input)`;",
    tests: [`${stores}/figures/take.test`],
  },
  {
    name: "what a full count leaves out is still there",
    file: `${stores}/migrations/001-stores.sql`,
    find: "case when w.said_at > f.counted_at then 0 else f.on_hand end",
    put: "case when w.said_at > f.counted_at then f.on_hand else f.on_hand end",
    tests: held,
  },
  {
    name: "what a whole feed leaves out is sold on",
    file: `${catalog}/migrations/002-wholes.sql`,
    find: "s.said_at >= greatest(t.said_at, w.said_at, '-infinity')",
    put: "s.said_at >= greatest(t.said_at, '-infinity')",
    tests: fed,
  },
  {
    name: "a row that cannot be read takes its product away",
    file: `${stores}/feeds/feeds.actions.ts`,
    find: "if (one.sku !== null && one.code !== null)",
    put: "if (one.sku !== null && one.code === null)",
    tests: fed,
  },
  {
    name: "a broken whole file retires most of the range unasked",
    file: `${stores}/feeds/rows.rules.ts`,
    find: "out > MANY && out > sold * SHARE",
    put: "out > MANY && out > sold",
    tests: fed,
  },
  {
    name: "a price that can be read in two ways is guessed",
    file: `${stores}/feeds/rows.rules.ts`,
    find: "if (amount === undefined || others.length > 0)",
    put: "if (amount === undefined || others.length > 9)",
    tests: [`${stores}/feeds/rows.test`],
  },
  {
    name: "whoever comes is heard as Shopify",
    file: `${stores}/feeds/hooks/shopify/shopify.hook.ts`,
    find: 'return sameBytes(given, createHmac("sha256", secret).update(bytes).digest());',
    put: 'return given.length === createHmac("sha256", secret).update(bytes).digest().length;',
    tests: hooked,
  },
  {
    name: "a product and a level that come at once miss each other",
    file: `${stores}/feeds/hooks/hear.actions.ts`,
    find: "  await holdItems(tx, feed.id);\n",
    put: "  if (feed.id === told.at) await holdItems(tx, feed.id);\n",
    tests: hooked,
  },
  {
    name: "a webhook of any signature is heard",
    file: `${stores}/feeds/hooks/standard.rules.ts`,
    find: ".some((given) => sameBytes(given, expected));",
    put: ".some((given) => given.length === expected.length);",
    tests: hooked,
  },
  {
    name: "nobody sees that webhooks come with a wrong signature",
    file: `${stores}/feeds/hooks/hear.actions.ts`,
    find: "({ tx, now }) => saveUnsigned(tx, feed.id, now));",
    put: "async ({ tx, now }) => feed.id === SEALED_FOR && saveUnsigned(tx, feed.id, now));",
    tests: hooked,
  },
  {
    name: "a product of very many variants is refused",
    file: `${stores}/feeds/hooks/goods.rules.ts`,
    find: "const MOST = 200;",
    put: "const MOST = 20_000;",
    tests: hooked,
  },
  {
    name: "what was ordered in a live Vendure is promised here once more",
    file: `${stores}/feeds/hooks/vendure/vendure.hook.ts`,
    find: 'kept: level["stockAllocated"]',
    put: 'kept: level["stockReserved"]',
    tests: live,
  },
  {
    name: "webhooks of a live Medusa hold in the order in which they come",
    file: `${stores}/feeds/hooks/medusa/medusa.hook.ts`,
    find: 'latestOf([letter?.["at"]]) ??',
    put: 'latestOf([letter?.["then"]]) ??',
    tests: hooked,
  },
  {
    name: "a Vendure whose database tells another hour is refused",
    file: `${stores}/feeds/hooks/vendure/vendure.hook.ts`,
    find: 'latestOf([letter["at"]]) ??',
    put: 'latestOf([letter["at"], ...said]) ??',
    tests: live,
  },
  {
    name: "a webhook of last week is heard",
    file: `${stores}/feeds/hooks/standard.rules.ts`,
    find: "> WINDOW_MS) return false;",
    put: "> WINDOW_MS * 10_000) return false;",
    tests: hooked,
  },
  {
    name: "what is sold no longer is found",
    file: `${catalog}/migrations/002-wholes.sql`,
    find: "s.said_at > greatest(t.gone_at, s.gone_at, '-infinity')",
    put: "s.said_at > greatest(t.gone_at, '-infinity')",
    tests: [`${stories}/search.story`],
  },
  {
    name: "a killed process begins a file of goods where nothing of it is waiting",
    file: `${stores}/feeds/feeds.actions.ts`,
    find: "readPortions(house.home, run.id, seen, run.place as never)",
    put: "readPortions(house.home, run.id, seen, seen.start)",
    tests: ["packages/server/test/feed-kills"],
  },
  {
    name: "the address of a machine is looked at before its name is resolved, and not again",
    file: "packages/kernel/src/fetch/fetch-out.ts",
    find: "found.some(({ address }) => !own.opens(host, address))",
    put: "found.some(({ address }) => !own.opens(address, address) && address === host)",
    tests: fetchTests,
  },
  {
    name: "a redirect leads wherever it likes",
    file: "packages/kernel/src/fetch/fetch-out.ts",
    find: "  return addressIn(house, next.href);",
    put: "  return next;",
    tests: fetchTests,
  },
  {
    name: "the password of an address is said to whoever it leads on to",
    file: "packages/kernel/src/fetch/fetch-out.ts",
    find: "url.origin === first.origin",
    put: "url.origin !== first.pathname",
    tests: fetchTests,
  },
  {
    name: "a packed file may swell until the disk is full",
    file: "packages/kernel/src/fetch/unpack.ts",
    find: "bytes > packed * MOST_SWELLING",
    put: "bytes > packed * MOST_SWELLING * MOST_SWELLING",
    tests: fetchTests,
  },
  {
    name: "two processes fetch the same file at once",
    file: `${stores}/feeds/fetch/fetch.store.ts`,
    find: "(w.lease_until is null or w.lease_until < $1)",
    put: "(w.lease_until is null or w.lease_until < $3)",
    tests: [`${stories}/fetched.story`],
  },
  {
    name: "a password that was kept for one machine is said to another",
    file: `${stores}/feeds/fetch/fetch.routes.ts`,
    find: "known !== undefined && sameMachine(known.address, address)",
    put: "known !== undefined && sameMachine(known.address, known.address)",
    tests: [`${stories}/fetched.story`],
  },
  {
    name: "goods that are told of while their category is renamed are found by its former name",
    file: `${catalog}/take.store.ts`,
    find: "  await holdNames(tx);\n",
    put: "",
    tests: [`${catalog}/categories/categories.test`],
  },
  {
    name: "a category's earlier name that comes late takes the place of the later",
    file: `${catalog}/categories/categories.store.ts`,
    find: "where (excluded.said_at, excluded.input) > (c.said_at, c.input)",
    put: "where excluded.input <> c.input",
    tests: [`${stories}/categories.story`],
  },
];
