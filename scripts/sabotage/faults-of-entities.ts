// Faults in whose customer somebody is: two legal entities that share nobody.
import type { Fault } from "./faults.ts";

const modules = "packages/modules/src";
const tests = ["packages/server/src/stories/entities.story"];

export const faultsOfEntities: readonly Fault[] = [
  {
    name: "what two legal entities collect is named the same",
    file: `${modules}/events/parse/identifiers.rules.ts`,
    find: "if (circle === 0) return naming;",
    put: "if (circle >= 0) return naming;",
    tests,
  },
  {
    name: "a colleague joins people of entities that share nobody",
    file: `${modules}/identity/rulings/rulings.actions.ts`,
    find: "new Set(circles.values()).size > 1",
    put: "new Set(circles.values()).size > 2",
    tests,
  },
  {
    name: "an entity writes to whom only another knows",
    file: `${modules}/consent/use/may-use.actions.ts`,
    find: "!theirs.includes(circle)",
    put: "theirs.includes(-1)",
    tests,
  },
  {
    name: "a no to an entity is lost when it begins to share",
    file: `${modules}/consent/ledger/bearers.rules.ts`,
    find: "[...new Set([fp, ...circles.map(named)])]",
    put: "[fp]",
    tests,
  },
  {
    name: "erased at one entity, a name is taken from what another was told",
    file: `${modules}/events/rights/events.rights.store.ts`,
    find: "b.body ~* $3 and l.circle = $4`",
    put: "b.body ~* $3 and $4::int is not null`",
    tests,
  },
];
