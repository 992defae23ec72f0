// The door of the room corner: how a customer signs in, and how sure we are that it is them.

export { type CornerHouse, type PersonCaller, personOf } from "./corner.house.ts";
export { cornerRights } from "./corner.rights.ts";
export { cornerDoors } from "./corner.routes.ts";
export { hashOfToken, limits } from "./corner.rules.ts";
export { pruneCorner } from "./corner.schedule.ts";
export { undoPasskey } from "./passkeys/passkeys.actions.ts";
export { type ResearchHouse, researchDoors } from "./research/research.routes.ts";
export { researchViews } from "./research/shared.actions.ts";
export {
  type AnyKnock,
  demandSurely,
  fpsOf,
  isCorner,
  loadSession,
  openPersonAuthenticator,
  type Proven,
} from "./sessions/sessions.actions.ts";
export type { Session } from "./sessions/sessions.store.ts";
export { type Letterhead, write } from "./sign-in/letters.rules.ts";
export { answerSignIns } from "./sign-in/sign-in.actions.ts";
export { endUndo, takeUndo, tellAddresses } from "./sign-in/undo.actions.ts";
