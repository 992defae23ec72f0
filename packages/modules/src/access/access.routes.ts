// All doors of the room.
import { auditDoors } from "./audit/audit.routes.ts";
import { keyDoors } from "./keys/keys.routes.ts";
import { sessionDoors } from "./sessions/session.routes.ts";
import { accountDoors } from "./staff/account.routes.ts";
import { setUpDoors } from "./staff/set-up.routes.ts";
import { staffDoors } from "./staff/staff.routes.ts";

export const accessDoors = [
  ...sessionDoors,
  ...setUpDoors,
  ...accountDoors,
  ...staffDoors,
  ...keyDoors,
  ...auditDoors,
] as const;
