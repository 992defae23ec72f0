// All doors of the room.
import { hoursDoors } from "./hours/hours.routes.ts";
import { entityDoors } from "./places/entities.routes.ts";
import { locationDoors } from "./places/locations.routes.ts";
import { settingsDoors } from "./settings/settings.routes.ts";
import { sharingDoors } from "./sharing/sharing.routes.ts";

export const companyDoors = [
  ...settingsDoors,
  ...entityDoors,
  ...sharingDoors,
  ...locationDoors,
  ...hoursDoors,
] as const;
