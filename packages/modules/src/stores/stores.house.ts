// What this room needs from the house.
import type { CompanyHouse } from "../company/index.ts";

export type StoresHouse = CompanyHouse;
