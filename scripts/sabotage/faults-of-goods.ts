// Faults in what is sold: codes, prices, the catalogue, and the ledger of what can be held.
import type { Fault } from "./faults.ts";

const ledger = "packages/modules/src/ledger";
const catalog = "packages/modules/src/catalog";
const rules = "packages/rules/src";
const byHand = [`${ledger}/by-hand.test`];
const histories = [`${ledger}/histories.test`];
const lowest = [`${rules}/prices/lowest-price.test`];
const vectors = [`${rules}/gs1/vectors.test`];
const story = ["packages/server/src/stories/catalog.story"];
const pictures = ["packages/server/src/stories/pictures.story"];

export const faultsOfGoods: readonly Fault[] = [
  {
    name: "the database lets an account give what it has not",
    file: `${ledger}/migrations/001-ledger.sql`,
    find: "check (may_owe or posted >= reserved)",
    put: "check (may_owe or posted >= reserved or posted >= 0)",
    tests: byHand,
  },
  {
    name: "a balance may be written by hand",
    file: `${ledger}/migrations/001-ledger.sql`,
    find: "for each row when (pg_trigger_depth() = 0)",
    put: "for each row when (pg_trigger_depth() < 0)",
    tests: byHand,
  },
  {
    name: "who wants to move something does not wait for who was first",
    file: `${ledger}/ledger.store.ts`,
    find: "where id = any($1::uuid[]) order by id for update`;",
    put: "where id = any($1::uuid[]) order by id`;",
    tests: byHand,
  },
  {
    name: "another wish under an id is taken for the first",
    file: `${ledger}/transfers.rules.ts`,
    find: "return before.input === input",
    put: 'return before.input !== ""',
    tests: histories,
  },
  {
    name: "what is out of time keeps others from having it",
    file: `${ledger}/ledger.actions.ts`,
    find: "await expireOn(tx, [...new Set(givers)], now);",
    put: "await expireOn(tx, [], now);",
    tests: histories,
  },
  {
    name: "more goes back than went",
    file: `${ledger}/ledger.actions.ts`,
    find: "wish.amount > undoable(stored)",
    put: "wish.amount > stored.amount",
    tests: byHand,
  },
  {
    name: "a hold is made shorter",
    file: `${ledger}/ledger.store.ts`,
    find: "set until = greatest(t.until, w.until)",
    put: "set until = w.until",
    tests: byHand,
  },
  {
    name: "a hold that is over can still be used",
    file: `${ledger}/transfers.rules.ts`,
    find: 'if (isOver(stored, now)) return { id, state: "expired", moved: null };',
    put: "",
    tests: histories,
  },
  {
    name: "a check digit is not looked at",
    file: `${rules}/gtin.ts`,
    find: "Number(digits.at(-1)) === checkDigitOf(digits.slice(0, -1))",
    put: "Number(digits.at(-1)) <= 9",
    tests: [`${rules}/gs1/read-code.test`],
  },
  {
    name: "what belongs in the path of a Digital Link is read from its query",
    file: `${rules}/gs1/digital-link.ts`,
    find: "!belongsInPath(key, qualifiers, ai)",
    put: '!belongsInPath(key, ["?"], ai)',
    tests: vectors,
  },
  {
    name: "the day before the thirty counts too",
    file: `${rules}/prices/lowest-price.ts`,
    find: "lowestBetween(stretches, since - WINDOW_MS, since)",
    put: "lowestBetween(stretches, since - WINDOW_MS - 86_400_000, since)",
    tests: lowest,
  },
  {
    name: "steps of a reduction count from the first in every country",
    file: `${rules}/prices/lowest-price.ts`,
    find: "STEP_BY_STEP.has(country) &&",
    put: 'country !== "" &&',
    tests: lowest,
  },
  {
    name: "an amount is cut to the decimals of its currency",
    file: `${rules}/prices/amount.ts`,
    find: "if (kept.length > places) return undefined;",
    put: "",
    tests: [`${rules}/prices/amount.test`],
  },
  {
    name: "an older word about a product takes the place of a later one",
    file: `${catalog}/take.store.ts`,
    find: "where (excluded.said_at, excluded.input) > (p.said_at, p.input)",
    put: "where (excluded.said_at, excluded.input) > (p.said_at - interval '9 years', p.input)",
    tests: [`${catalog}/take.test`],
  },
  {
    name: "what a source names no longer is sold on",
    file: `${catalog}/migrations/002-wholes.sql`,
    find: "s.said_at >= greatest(t.said_at, w.said_at, '-infinity')",
    put: "s.said_at >= greatest(w.said_at, '-infinity')",
    tests: story,
  },
  {
    name: "a reduced price is shown without the lowest before it",
    file: `${catalog}/view.rules.ts`,
    find: 'before.kind === "lowest"',
    put: 'before.kind === "not_reduced" && "amountMinor" in before',
    tests: story,
  },
  {
    name: "an SVG that runs something is kept as a picture",
    file: `${catalog}/pictures/svg.reader.ts`,
    find: "if (ACTIVE.test(local.toLowerCase())) refuse();",
    put: "",
    tests: pictures,
  },
  {
    name: "a picture of the house goes out without its sandbox",
    file: `${catalog}/pictures/pictures.actions.ts`,
    find: '"content-security-policy": SANDBOX,',
    put: "",
    tests: pictures,
  },
  {
    name: "a picture of the house has no address on other pages",
    file: `${catalog}/catalog.routes.ts`,
    find: "found.items.map((one) => shownAbroad(one, house.publicUrl))",
    put: "found.items",
    tests: pictures,
  },
  {
    name: "the demo's stock grows by what is sold",
    file: "packages/demo/src/goods/moves.rules.ts",
    find: 'if (event === "Order Completed" && place !== undefined) return changesIn(products, place, -1);',
    put: 'if (event === "Order Completed" && place !== undefined) return changesIn(products, place, 1);',
    tests: ["packages/demo/test/stock.test"],
  },
  {
    name: "the demo's prices depend on when they are asked for",
    file: "packages/demo/src/goods/prices.rules.ts",
    find: "at > from && at <= to",
    put: "at > from && at < to - 86_400_000",
    tests: ["packages/demo/test/goods.test"],
  },
];
