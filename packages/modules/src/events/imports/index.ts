// The door of imports within the room events.
export { type Importer, makeImporter } from "./importer.ts";
export { isHere as hasFile, pathOf, receiveFile, removeFiles } from "./imports.files.ts";
export type { ImportHouse } from "./imports.house.ts";
export { importDoors, type Report, reportRoute, uploadRoute } from "./imports.routes.ts";
export { readDecimal, writeDecimal } from "./mapping/decimal.rules.ts";
export { type Place, type Row, readers, type Seen } from "./readers/index.ts";
export { beginning as readBeginning, pieces as readPieces } from "./readers/pieces.ts";
