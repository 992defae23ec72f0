// The door of the room corner: how a customer signs in, and how sure we are that it is them.
export type { CornerHouse } from "./corner.house.ts";
export { cornerDoors } from "./corner.routes.ts";
export { pruneCorner } from "./corner.schedule.ts";
export {
  demandSurely,
  fpsOf,
  isCorner,
  loadSession,
  openPersonAuthenticator,
} from "./sessions/sessions.actions.ts";
export type { Session } from "./sessions/sessions.store.ts";
export { answerSignIns } from "./sign-in/sign-in.actions.ts";
export { takeUndo, tellAddresses } from "./sign-in/undo.actions.ts";
