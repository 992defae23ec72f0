// The door of the room consent: who may be reached or used for what, and how we know.

export { pruneShown } from "./benefits/benefits.actions.ts";
export { pruneCodes } from "./codes/codes.actions.ts";
export type { Ages, ConsentHouse } from "./consent.house.ts";
export { consentDoors } from "./consent.routes.ts";
export { type DialHouse, dialDoors } from "./dial/dial.routes.ts";
export { dialShield } from "./dial/dial.shield.ts";
export { DialView } from "./dial/dial.view.ts";
export { goOnImporting } from "./imports/imports.actions.ts";
export { loadReported, permissionFileRoute, permissionReport } from "./imports/imports.routes.ts";
export { listUnread } from "./imports/imports.store.ts";
export { decidePolicy } from "./law/policy.actions.ts";
export type { Bearer } from "./ledger/bearers.rules.ts";
export { holdToWrite } from "./ledger/heads.store.ts";
export {
  confirm,
  forget,
  type GrantWish,
  grant,
  noteUse,
  softOptIn,
  type WithdrawWish,
  withdraw,
} from "./ledger/ledger.actions.ts";
export { NO_BOOK, sayNoesAgain } from "./ledger/noes.actions.ts";
export type { NoBook } from "./ledger/noes.rules.ts";
export { withdrawUrl } from "./links/links.actions.ts";
export { takeInList } from "./lists/lists.actions.ts";
export { registerRoute } from "./lists/lists.routes.ts";
export { enterPurpose, publishText } from "./purposes/purposes.actions.ts";
export { listPurposes } from "./purposes/purposes.store.ts";
export { countReachWhenDue } from "./reach/reach.actions.ts";
export { consentRights } from "./rights/consent.rights.ts";
export { findReasonless, lacksReason } from "./seen/look.actions.ts";
export { countRecognition, pruneSeen, type SeenHouse } from "./seen/seen.actions.ts";
export { seenDoors } from "./seen/seen.routes.ts";
export { foresightOf } from "./standing/foresight.actions.ts";
export { bearersOf, mayUse, type UseAnswer, type UseWish } from "./use/may-use.actions.ts";
export {
  mayUseOf,
  type UseHouse,
  usePermission,
  type Whom,
  type WhomAnswer,
  type WhomWish,
} from "./use/use.actions.ts";
export { pruneContacts } from "./wishes/wishes.actions.ts";
