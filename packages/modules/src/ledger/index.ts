// The door of the room ledger: what can be held and moved, counted twice.
export { type AccountKind, accountKinds, type Holder } from "./accounts.rules.ts";
export {
  expireDue,
  extend,
  findBalance,
  listFlows,
  reverse,
  settle,
  transfer,
  transferCounted,
} from "./ledger.actions.ts";
export { listHeldBy } from "./ledger.store.ts";
export type { Ending, Flow, Level, Outcome, TransferState, TransferWish } from "./transfers.rules.ts";
