// All doors of the room.
import { settingsDoors } from "./settings/settings.routes.ts";

export const companyDoors = [...settingsDoors] as const;
