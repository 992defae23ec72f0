// The door of identity: who is who.

export { tidyIdentity } from "./anew.actions.ts";
export { emptyIdentity, findRevision } from "./anew.store.ts";
export { circleOfNodes, circlesOf } from "./circles.store.ts";
export type { HouseholdHouse, SharedView, SharedViews } from "./households/households.house.ts";
export { householdDoors } from "./households/households.routes.ts";
export { pruneHouseholds } from "./households/households.schedule.ts";
export { isInvited } from "./households/households.store.ts";
export { type ShareKindName, shareKinds } from "./households/kinds/kinds.rules.ts";
export { type SharedFrom, sharedWith } from "./households/shares.actions.ts";
export { listProvenOf } from "./households/shares.store.ts";
export { clubCardView } from "./households/views.actions.ts";
export type { Foreseen, Foresight, IdentityHouse, Turn } from "./identity.house.ts";
export {
  countPeople,
  findBearersAt,
  findFirst,
  findKnown,
  findPerson,
  homesOf,
  type KnownIdentifier,
  type ListedPerson,
  type LoadedPerson,
  listHolders,
  listPeople,
  listStreams,
  loadPerson,
  type Placed,
  type Streams,
} from "./identity.store.ts";
export { type RawColumn, rawColumn } from "./linkage/columns.rules.ts";
export { type Linked, link } from "./linkage/link.rules.ts";
export type { Likeness, MatchHouse } from "./matches/matches.house.ts";
export { matchDoors } from "./matches/matches.routes.ts";
export { weighNews } from "./matches/news.actions.ts";
export { trainMatches, trainWhenDue } from "./matches/train.actions.ts";
export { walkOn } from "./matches/weigh.actions.ts";
export {
  type Heard,
  openRecognise,
  type Recognise,
  type Recognised,
  type RecogniseOptions,
} from "./recognise.actions.ts";
export { identityRights, NODE } from "./rights/identity.rights.ts";
export { learnKept } from "./rights/kept.actions.ts";
export { protectPerson } from "./rights/protected.actions.ts";
export { listProtected } from "./rights/protected.store.ts";
export { tidyCircle } from "./rights/reset.store.ts";
export {
  deleteRestricted,
  listAllRestricted,
  listHoldingBesides,
  listRestricted,
  listRestrictedAmong,
  listRestrictionsOn,
  saveRestricted,
} from "./rights/restricted.store.ts";
export {
  findSelf,
  listGivenIds,
  listShownOf,
  listStreamsOf,
  listTellers,
  type Self,
} from "./rights/self.store.ts";
export { findIdOf, findNodes, findNodesOfPerson, listLiving, nameAgain } from "./rights/whom.store.ts";
export { ruleDoors } from "./rules/rules.routes.ts";
export { stepRules } from "./rules/run.actions.ts";
export { hubDoors } from "./rulings/hubs.routes.ts";
export { rulingDoors } from "./rulings/rulings.routes.ts";
export { lineOf } from "./rulings/turn.rules.ts";
export { type FoundIdentifier, searchIdentifiers } from "./search.store.ts";
export { openSight, type Sight } from "./sight/sight.actions.ts";
export { lockIdentity } from "./streams.store.ts";
export { treeDoors } from "./tree/tree.routes.ts";
export { type Bearing, findHeld, findWatched, type Watched, watchIdentifiers } from "./watched.store.ts";
