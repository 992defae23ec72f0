// Faults in what people wish of being written to.
import type { Fault } from "./faults.ts";

const wishes = "packages/modules/src/consent/wishes";
const rules = [`${wishes}/wishes.test`];
const story = ["packages/server/src/stories/wishes.story"];

export const faultsOfWishes: readonly Fault[] = [
  {
    name: "a pause keeps nothing back",
    file: `${wishes}/wishes.rules.ts`,
    find: "if (wishes.until !== null && wishes.until > now)",
    put: "if (wishes.until !== null && wishes.until < now)",
    tests: story,
  },
  {
    name: "of two limits the wider holds",
    file: `${wishes}/wishes.rules.ts`,
    find: "limit.times < other.times",
    put: "limit.times > other.times",
    tests: rules,
  },
  {
    name: "an older wish holds over a later one",
    file: `${wishes}/wishes.rules.ts`,
    find: "act.at > last.at ||",
    put: "act.at < last.at ||",
    tests: rules,
  },
  {
    name: "a wish keeps back what is about an order",
    file: `${wishes}/wishes.rules.ts`,
    find: 'kind !== "service" && (contact',
    put: "(contact",
    tests: story,
  },
  {
    name: "quiet that began yesterday is over at midnight",
    file: `${wishes}/wishes.rules.ts`,
    find: "of [addDays(today, -1), today]",
    put: "of [addDays(today, 1), today]",
    tests: rules,
  },
];
