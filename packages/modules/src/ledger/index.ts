// The door of the room ledger: what can be held and moved, counted twice.
export { type AccountKind, accountKinds, type Holder } from "./accounts.rules.ts";
export { expireDue, extend, findBalance, reverse, settle, transfer } from "./ledger.actions.ts";
export type { Ending, Outcome, TransferState, TransferWish } from "./transfers.rules.ts";
