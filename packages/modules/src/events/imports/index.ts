// The door of imports within the room events.
export { type Importer, makeImporter } from "./importer.ts";
export type { ImportHouse } from "./imports.house.ts";
export { importDoors, type Report, reportRoute, uploadRoute } from "./imports.routes.ts";
