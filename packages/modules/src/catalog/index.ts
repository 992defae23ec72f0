// The door of the room catalog: what is sold, and what it costs and has cost.
export type { CatalogHouse } from "./catalog.house.ts";
export { catalogDoors } from "./catalog.routes.ts";
export { take } from "./take.actions.ts";
