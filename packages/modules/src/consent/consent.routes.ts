// All doors of the room.
import { benefitDoors } from "./benefits/benefits.routes.ts";
import { codeDoors } from "./codes/codes.routes.ts";
import { importDoors } from "./imports/imports.routes.ts";
import { policyDoors } from "./law/policy.routes.ts";
import { listDoors } from "./lists/lists.routes.ts";
import { myPermissionDoors } from "./mine/mine.routes.ts";
import { purposeDoors } from "./purposes/purposes.routes.ts";
import { reachDoors } from "./reach/reach.routes.ts";
import { sayDoors } from "./say/say.routes.ts";
import { standingDoors } from "./standing/standing.routes.ts";
import { useDoors } from "./use/use.routes.ts";
import { wishDoors } from "./wishes/wishes.routes.ts";

export const consentDoors = [
  ...benefitDoors,
  ...codeDoors,
  ...importDoors,
  ...listDoors,
  ...policyDoors,
  ...purposeDoors,
  ...reachDoors,
  ...sayDoors,
  ...standingDoors,
  ...myPermissionDoors,
  ...useDoors,
  ...wishDoors,
] as const;
