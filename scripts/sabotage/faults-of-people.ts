// Faults in who is who: people are joined that must not be, or are not parted as a colleague ruled.
import type { Fault } from "./faults.ts";

const identity = "packages/modules/src/identity";
const laws = [`${identity}/test/laws.test`, `${identity}/test/people.test`];
const rulings = [`${identity}/test/rulings.test`, "packages/server/src/stories/rulings"];
const fuse = ["packages/server/src/stories/never-fuse"];
const matches = ["packages/server/src/stories/matches"];

export const faultsOfPeople: readonly Fault[] = [
  {
    name: "a browser's word joins two who each have proven something",
    file: `${identity}/claims.rules.ts`,
    find: 'if (trust === "stated" && x.proven && y.proven) return "proven";',
    put: "",
    tests: [...laws, ...fuse],
  },
  {
    name: "one may have as many logins as are claimed",
    file: `${identity}/claims.rules.ts`,
    find: "> bounds.limit[kind]) return",
    put: "> 1000 * bounds.limit[kind]) return",
    tests: [...laws, ...fuse],
  },
  {
    name: "a window of a week counts nothing",
    file: `${identity}/claims.rules.ts`,
    find: "if (since.some((at, i) =>",
    put: "if (since.length < 0 && since.some((at, i) =>",
    tests: [`${identity}/test/`],
  },
  {
    name: "what was ruled apart meets again",
    file: `${identity}/claims.rules.ts`,
    find: 'if (areApart(x.apart, y.apart)) return "ruled_apart";',
    put: "",
    tests: rulings,
  },
  {
    name: "what was taken back is claimed again by the next event",
    file: `${identity}/claims.actions.ts`,
    find: "now: { ...now, withdrawn: true }",
    put: "now",
    tests: rulings,
  },
  {
    name: "a value that everybody has joins them all",
    file: `${identity}/hearing.rules.ts`,
    find: 'const counts = !hub(a) && (c.rule === "signed"',
    put: 'const counts = (!hub(a) || true) && (c.rule === "signed"',
    tests: [...laws, ...fuse],
  },
  {
    name: "what was ruled about a visit is forgotten when its name goes, where much was typed",
    file: `${identity}/hearing.rules.ts`,
    find: 'if (claim.rule === "ruled" || claim.rule === "moved") return claim;',
    put: 'if (claim.rule === "ruled") return claim;',
    tests: rulings,
  },
  {
    name: "a kiosk is never cut by silence",
    file: `${identity}/silence.rules.ts`,
    find: "if (pulse === undefined || pulses.has(",
    put: "if (pulse !== undefined || pulses.has(",
    tests: [...fuse, `${identity}/test/recognise.test`],
  },
  {
    name: "neighbours that were refused by what is no more are forgotten",
    file: `${identity}/people.rules.ts`,
    find: "if (old === undefined || !covers(side, old)) spill.add(outside);",
    put: "if (old === undefined) spill.add(outside);",
    tests: [`${identity}/test/`],
  },
  {
    name: "a customer sees what a browser said of them",
    file: `${identity}/rights/self.store.ts`,
    find: "on n.component = s.component and n.proven where s.proven",
    put: "on n.component = s.component where s.proven",
    tests: ["packages/server/src/stories", "packages/server/test/attacker.test"],
  },
  {
    name: "a pair that was rejected is asked about again at once",
    file: `${identity}/matches/matches.rules.ts`,
    find: "export const MUCH_MORE_BITS = 10;",
    put: "export const MUCH_MORE_BITS = -10;",
    tests: matches,
  },
  {
    name: "an accepted pair stays one person when the decision is undone",
    file: `${identity}/matches/decide.actions.ts`,
    find: 'if (match.state === "accepted" && match.ruling !== null)',
    put: 'if (match.state === "open" && match.ruling !== null)',
    tests: matches,
  },
];
