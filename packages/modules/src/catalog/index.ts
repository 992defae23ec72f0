// The door of the room catalog: what is sold, and what it costs and has cost.
export type { CatalogHouse } from "./catalog.house.ts";
export { catalogDoors, sourceOf } from "./catalog.routes.ts";
export {
  findProduct,
  listNames,
  listProductsOfVariants,
  listSkus,
  listTitles,
  listVariants,
} from "./catalog.store.ts";
export { goOnNaming } from "./categories/categories.actions.ts";
export { type Refused, readEach, refuseAhead, sayOne, sayRefused } from "./each.rules.ts";
export { keepPicture, type ServedPicture, servePicture } from "./pictures/pictures.actions.ts";
export { type Disagreement, listDisagreements } from "./said/compare.store.ts";
export { queueEdges, takeAnew } from "./said/said.store.ts";
export { takeShown } from "./said/shown.actions.ts";
export {
  type Asked,
  entityIn,
  findScanned,
  type Scanned,
  showProduct,
  showProducts,
} from "./show.actions.ts";
export { actorOf, readTold, take, takeWhole } from "./take.actions.ts";
export { countLeftOut, countSold, saveTold, saveWhole } from "./take.store.ts";
export { latest, mentioned, type Told, together, variantIdOf } from "./told.rules.ts";
export { shownAbroad } from "./view.rules.ts";
