// Faults in what a person chose: somebody is recognised who must not be, or something of them is kept all the same.
import type { Fault } from "./faults.ts";

const story = ["packages/server/src/stories/dial.story"];
const rules = ["packages/modules/src/consent/dial/dial.test"];
const canaries = ["packages/server/test/canaries"];
const seen = ["packages/server/src/stories/seen"];
const dial = "packages/modules/src/consent/dial";
const hush = "packages/modules/src/events/hush";

export const faultsOfTheDial: readonly Fault[] = [
  {
    name: "the dial is not asked",
    file: "packages/server/src/flow.ts",
    find: "if (!isMinded(shielding.shields, arrivals)) return",
    put: "if (arrivals.length > 0) return",
    tests: story,
  },
  {
    name: "what was quiet then is told later",
    file: `${dial}/dial.rules.ts`,
    find: "...(then === undefined ? [] : [then])",
    put: "",
    tests: rules,
  },
  {
    name: "a visit never ends",
    file: `${dial}/dial.rules.ts`,
    find: "at <= last + VISIT_MS &&",
    put: "at >= 0 &&",
    tests: [...rules, ...story],
  },
  {
    name: "a public key may say that the person asked",
    file: `${hush}/carried.rules.ts`,
    find: 'trust === "proven" && isObject(message["context"])',
    put: 'isObject(message["context"])',
    tests: story,
  },
  {
    name: "an address in a field that nobody reads is not seen",
    file: `${hush}/carried.rules.ts`,
    find: 'if (typeof value === "string") readText(value, add);',
    put: 'if (value === "nothing") continue;',
    tests: [...story, "packages/modules/src/events/hush/hush.test"],
  },
  {
    name: "a listener keeps the retry of what was hushed",
    file: "packages/server/src/http/collect-doors.ts",
    find: "if (outcomes.some(isHushed)) return;",
    put: 'if (outcomes.some((o) => o.kind === "hushed")) return;',
    tests: canaries,
  },
  {
    name: "an event that does not fit keeps its copy with the dial off",
    file: `${hush}/shield.actions.ts`,
    find: "open: arrivals.filter((_, i) => !verdicts.has(i)),",
    put: 'open: arrivals.filter((a, i) => !verdicts.has(i) || "unfit" in a.parsed),',
    tests: [...story, ...canaries],
  },
  {
    name: "a parked event that is hushed stays in the list",
    file: "packages/modules/src/events/replay.actions.ts",
    find: "if (hushed.length > 0) await deleteParked(tx, hushed);",
    put: "if (hushed.length > 1e9) await deleteParked(tx, hushed);",
    tests: story,
  },
  {
    name: "the key of a hushed event lasts longer than the day",
    file: `${hush}/hush.store.ts`,
    find: "return tx.run(FORGET_SEEN, [today]);",
    put: "return Promise.resolve(0);",
    tests: ["packages/modules/src/events/hush/hush.test"],
  },
  {
    name: "a beacon writes down those who never chose it",
    file: `${dial}/dial.shield.ts`,
    find: 'if (leavesNothing && (refused || !chosen)) return "forget";',
    put: 'if (leavesNothing && refused) return "forget";',
    tests: story,
  },
  {
    name: "an identifier that joins later does not inherit the dial",
    file: "packages/modules/src/identity/watched.store.ts",
    find: "where n.component = p.component and n.watched limit 1000",
    put: "where n.component = p.component and n.watched and n.kind = 99 limit 1000",
    tests: story,
  },
  {
    name: "a name of a colleague is shown where the company does not",
    file: "packages/modules/src/consent/seen/look.actions.ts",
    find: "name: showNames ? look.name : null,",
    put: "name: look.name,",
    tests: seen,
  },
  {
    name: "a card that comes together with its owner's word is not known to be hers",
    file: `${hush}/shield.actions.ts`,
    find: "carriedBy(arrival, tiesOf(arrival))",
    put: "carriedBy(arrival)",
    tests: story,
  },
];
