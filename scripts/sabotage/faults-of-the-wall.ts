// Faults in who is there for whom: behind the wall between legal entities, and what was said to one of them.
import type { Fault } from "./faults.ts";

const modules = "packages/modules/src";
const wall = ["packages/server/src/stories/wall.story"];

export const faultsOfTheWall: readonly Fault[] = [
  {
    name: "the people of other legal entities are counted for a colleague",
    file: `${modules}/identity/sight/sight.actions.ts`,
    find: "!== undefined) return null;",
    put: "!== undefined) return countPeople(tx);",
    tests: wall,
  },
  {
    name: "protected people are counted for who may not see them",
    file: `${modules}/identity/sight/sight.actions.ts`,
    find: "(await countPeople(tx)) - (await behind(tx, caller, may))",
    put: "countPeople(tx)",
    tests: wall,
  },
  {
    name: "pairs of hidden people are counted in the queue",
    file: `${modules}/identity/matches/matches.routes.ts`,
    find: "return pairs.filter(({ a, b }) => !hidden.has(a) && !hidden.has(b)).length;",
    put: "return pairs.length + hidden.size * 0;",
    tests: wall,
  },
  {
    name: "the trace of an event tells that a hidden person is there",
    file: `${modules}/profiles/live.routes.ts`,
    find: "if ((await hiddenOf(known([personId]))).size > 0)",
    put: "if ((await hiddenOf(known([personId]))).size > 9)",
    tests: wall,
  },
  {
    name: "never said to one entity is not heard by those who share with it",
    file: `${modules}/consent/dial/elsewhere.rules.ts`,
    find: "(one) => one !== circle,",
    put: "() => false,",
    tests: ["packages/server/src/stories/entities-dial"],
  },
  {
    name: "a second proof goes along to another entity's customer",
    file: `${modules}/corner/sessions/sessions.store.ts`,
    find: "set fp = f.fp, proven_at = null from",
    put: "set fp = f.fp from",
    tests: ["packages/server/src/stories/entities-corner"],
  },
];
