// The door of the room company: who we are, what we sell in, where we are, and when we are open.
export { type CompanyHouse, change, staffOf } from "./company.house.ts";
export { companyRights } from "./company.rights.ts";
export { companyDoors } from "./company.routes.ts";
export { findUnknownPlace, type KnownPlace } from "./company.store.ts";
export { CompanyView } from "./company.view.ts";
export { createEntity } from "./places/entities.actions.ts";
export { type EntityRow, findEntity, listEntities } from "./places/entities.store.ts";
export { createLocation } from "./places/locations.actions.ts";
export { listLocations } from "./places/locations.store.ts";
export { hoursShown, isOver, type LocationRow, zoneOf } from "./places/places.rules.ts";
export { demandReach, type Reach, reaches } from "./places/reach.rules.ts";
export { type ServedLogo, serveLogo } from "./settings/logo.routes.ts";
export { logoUrlOf } from "./settings/settings.routes.ts";
export {
  type Circle,
  type KnownEntity,
  type KnownSharing,
  PRINCIPAL,
  type Span,
} from "./sharing/circle.rules.ts";
export { type EntityCircles, findCircles, listCirclesOf } from "./sharing/circles.store.ts";
export { endSharing, recordSharing } from "./sharing/sharing.actions.ts";
