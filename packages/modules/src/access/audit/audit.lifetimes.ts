// How long the staff audit is kept. Three years at least: a trigger refuses to remove what is younger.
import { COUNTED_MOST, type Lifetime, SWEPT_AT_ONCE } from "@somlos/kernel/operate";
import { countOldActs, deleteOldActs } from "./audit.store.ts";

const THREE_YEARS = 1096;

export const auditLifetimes: readonly Lifetime[] = [
  {
    kind: "acts",
    bounds: { own: THREE_YEARS, least: THREE_YEARS, most: 3653 },
    foresee: async (tx, before) => ({ rows: await countOldActs(tx, before, COUNTED_MOST) }),
    sweep: ({ tx }, before) => deleteOldActs(tx, before, SWEPT_AT_ONCE),
  },
];
