// What this room needs from the house.
import type { CatalogHouse } from "../catalog/index.ts";
import type { CompanyHouse } from "../company/index.ts";

export type StoresHouse = CompanyHouse & Pick<CatalogHouse, "publicUrl">;
