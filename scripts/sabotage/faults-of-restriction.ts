// Faults in the right to have the use of what is kept restricted.
import type { Fault } from "./faults.ts";

const rights = "packages/modules/src/rights/restrictions";
const consent = "packages/modules/src/consent/use";
const story = ["packages/server/src/stories/restriction.story"];
const around = ["packages/server/src/stories/restriction-around.story"];
const rules = [`${consent}/decide.test`];

export const faultsOfRestriction: readonly Fault[] = [
  {
    name: "a restriction is not asked before something is used",
    file: `${consent}/decide.rules.ts`,
    find: "if (known.restricted && !isKept(question, demand))",
    put: "if (known.restricted && isKept(question, demand))",
    tests: rules,
  },
  {
    name: "a restriction holds back what is about an own order",
    file: `${consent}/decide.rules.ts`,
    find: '(kind === "service" && need === "nothing")',
    put: '(kind === "service" && need === "never")',
    tests: story,
  },
  {
    name: "who restricts does not wait for a use that asked first",
    file: `${rights}/whom.actions.ts`,
    find: "await holdToWrite(tx, fps.map(uuidOf).sort());",
    put: "await holdToWrite(tx, []);",
    tests: around,
  },
  {
    name: "staff lift a restriction before the person was told",
    file: `${rights}/restrictions.rules.ts`,
    find: 'by === "staff" ? DAY_MS : 0',
    put: 'by === "staff" ? 0 : 0',
    tests: story,
  },
  {
    name: "asked again, what waits to lift a restriction lifts it all the same",
    file: `${rights}/restrict.actions.ts`,
    find: 'if (state !== "waiting" || !(await saveLiftEnd',
    put: 'if (state === "waiting" || !(await saveLiftEnd',
    tests: story,
  },
  {
    name: "whoever holds what was restricted is not left alone by their other addresses",
    file: "packages/modules/src/identity/rights/restricted.store.ts",
    find: "where n.fp = w.fp)`;",
    put: "where n.fp = w.fp and false)`;",
    tests: around,
  },
  {
    name: "a colleague reads the timeline of somebody whose use is restricted",
    file: "packages/server/src/http/bind.ts",
    find: "if (ids.length > 0 && (await gate.closed(caller, ids)))",
    put: "if (ids.length < 0 && (await gate.closed(caller, ids)))",
    tests: story,
  },
];
