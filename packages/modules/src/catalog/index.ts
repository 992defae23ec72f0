// The door of the room catalog: what is sold, and what it costs and has cost.
export type { CatalogHouse } from "./catalog.house.ts";
export { catalogDoors, sourceOf } from "./catalog.routes.ts";
export { findProduct, listNames, listSkus, listVariants } from "./catalog.store.ts";
export { goOnNaming } from "./categories/categories.actions.ts";
export { type Refused, readEach, refuseAhead, sayOne, sayRefused } from "./each.rules.ts";
export { type Asked, entityIn, type Scanned, showProduct, showScanned } from "./show.actions.ts";
export { actorOf, readTold, take, takeWhole } from "./take.actions.ts";
export { countLeftOut, countSold, saveTold, saveWhole } from "./take.store.ts";
export { latest, mentioned, type Told, together, variantIdOf } from "./told.rules.ts";
