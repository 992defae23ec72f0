// Faults in what one gets for a yes.
import type { Fault } from "./faults.ts";

const store = "packages/modules/src/consent/benefits/benefits.store.ts";
const story = ["packages/server/src/stories/benefits.story"];

export const faultsOfBenefits: readonly Fault[] = [
  {
    name: "what came before a yes counts as what was promised for it",
    file: store,
    find: "w.at >= b.since and w.at <= b.until",
    put: "w.at <= b.until",
    tests: story,
  },
  {
    name: "what comes too late counts as come",
    file: store,
    find: "w.at >= b.since and w.at <= b.until",
    put: "w.at >= b.since",
    tests: story,
  },
  {
    name: "a no leaves its benefit awaited",
    file: store,
    find: "and n.at >= b.since and b.came_at is null",
    put: "and n.at < b.since and b.came_at is null",
    tests: story,
  },
  {
    name: "a yes that waits for the address counts",
    file: store,
    find: "e.state in ('granted', 'confirmed')",
    put: "e.state in ('granted', 'confirmed', 'pending')",
    tests: story,
  },
];
