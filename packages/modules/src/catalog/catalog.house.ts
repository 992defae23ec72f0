// What the doors of this room need from the house.
import type { House } from "@somlos/kernel/http";
import type { CompanyView } from "../company/index.ts";

export type CatalogHouse = House & {
  readonly company: Pick<CompanyView, "entity" | "entityById" | "place">;
  /** Where the house is for the world; undefined while nobody has said so. */
  readonly publicUrl: string | undefined;
};
