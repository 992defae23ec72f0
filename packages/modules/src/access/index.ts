// The door of the room access: who may pass, by which key or session, and what staff did.
export { type AccessHouse, ADMIN_TOKEN_ID } from "./access.house.ts";
export { accessRights } from "./access.rights.ts";
export { accessDoors } from "./access.routes.ts";
export { pruneAccess } from "./access.schedule.ts";
export { type Act, AuditBook } from "./audit/audit.actions.ts";
export { auditLifetimes } from "./audit/audit.lifetimes.ts";
export { hasReasoned, hasReasonedAtAll, type Look, listLooks } from "./audit/looks.store.ts";
export { type FoundKey, Keyring } from "./keys/keyring.ts";
export {
  closeKeysOf,
  createKey,
  type EnsuredKeys,
  ensureKeys,
  type KeyWish,
  type MadeKey,
} from "./keys/keys.actions.ts";
export { refuseOtherSecret } from "./keys/secret-mark.actions.ts";
export { giveTryBack, type LimitedHouse, type Tried, takeTry } from "./limits/limits.actions.ts";
export type { Limit } from "./limits/limits.rules.ts";
export {
  challengeOf,
  checkNewPasskey,
  checkPasskey,
  newPasskeyOptions,
  PASSKEY_CHALLENGE_MS,
  passkeyOptions,
} from "./passkeys/ceremony.actions.ts";
export { openAuthenticator } from "./sessions/authenticate.ts";
export { type Place, placeOf, refuseForeignChange } from "./sessions/place.rules.ts";
export { answerForgotten } from "./staff/forgotten.actions.ts";
export { makeSetUpLink } from "./staff/links.actions.ts";
export type { Grant } from "./staff/staff.rules.ts";
export { listActiveStaff, listGrants, namesOfStaff } from "./staff/staff.store.ts";
