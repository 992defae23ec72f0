// The door of the room consent: who may be reached or used for what, and how we know.

export { decidePolicy } from "./law/policy.actions.ts";
export {
  type Bearer,
  confirm,
  forget,
  type GrantWish,
  grant,
  noteUse,
  softOptIn,
  type WithdrawWish,
  withdraw,
} from "./ledger/ledger.actions.ts";
export { takeInList } from "./lists/lists.actions.ts";
export { enterPurpose, publishText } from "./purposes/purposes.actions.ts";
export { bearersOf, mayUse, type UseAnswer, type UseWish } from "./use/may-use.actions.ts";
