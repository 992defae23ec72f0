// Faults in what channels say differently of the same goods.
import type { Fault } from "./faults.ts";

const said = "packages/modules/src/catalog/said";
const differences = "packages/modules/src/stores/differences";
const tests = ["packages/server/src/stories/differences.story"];

export const faultsOfDifferences: readonly Fault[] = [
  {
    name: "who tells of goods that another told of is compared with nobody",
    file: `${said}/said.store.ts`,
    find: "await tx.run(anew, [sourceId, holds, uuids(said.productIds), variants]);",
    put: "await tx.run(anew, [sourceId, holds, uuids([]), uuids([])]);",
    tests,
  },
  {
    name: "a difference between the same two begins anew whenever they take turns",
    file: `${differences}/differences.rules.ts`,
    find: ".sort();",
    put: ";",
    tests,
  },
  {
    name: "an explanation holds for whatever is said later",
    file: `${differences}/differences.store.ts`,
    find: "d.ended_at is null and (excluded.holding, excluded.other) in ((d.holding, d.other), (d.other, d.holding))",
    put: "d.ended_at is null",
    tests,
  },
  {
    name: "what a till shows enters the catalogue",
    file: `${said}/compare.store.ts`,
    find: "* from words where holds order by variant_id",
    put: "* from words order by variant_id",
    tests,
  },
  {
    name: "who sells it no longer still has a say in it",
    file: `${said}/compare.store.ts`,
    find: "and z.variant_id is null",
    put: "",
    tests,
  },
  {
    name: "counts of different hours are held against each other",
    file: "packages/modules/src/stores/figures/compare.store.ts",
    find: "<= 3600",
    put: "<= 36000000",
    tests,
  },
  {
    name: "a reduction that ends is looked at when somebody says something",
    file: `${said}/said.store.ts`,
    find: "p.sale_until > $1 and p.sale_until <= $2",
    put: "p.sale_until > $1 and p.sale_until <= $1",
    tests,
  },
];
