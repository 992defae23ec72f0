// One line a screen, in the order of the navigation.

import { accountScreens } from "./account/screens.ts";
import { auditScreens } from "./audit/screens.ts";
import { goodsScreens } from "./goods/screens.ts";
import { hubsScreens } from "./hubs/screens.ts";
import { importScreens } from "./import/screens.ts";
import { liveScreens } from "./live/screens.ts";
import { mailScreens } from "./mail/screens.ts";
import { parkedScreens } from "./parked/screens.ts";
import { peopleScreens } from "./people/screens.ts";
import { permissionScreens } from "./permission/screens.ts";
import { personScreens } from "./person/screens.ts";
import { resetScreens } from "./reset/screens.ts";
import { reviewScreens } from "./review/screens.ts";
import { rulesScreens } from "./rules/screens.ts";
import type { Screen } from "./screen.ts";
import { setUpScreens } from "./set-up/screens.ts";
import { settingsScreens } from "./settings/screens.ts";
import { signInScreens } from "./sign-in/screens.ts";
import { sourcesScreens } from "./sources/screens.ts";
import { staffScreens } from "./staff/screens.ts";
import { startScreens } from "./start/screens.ts";
import { volumeScreens } from "./volume/screens.ts";
import { whyScreens } from "./why/screens.ts";

export const screens: readonly Screen[] = [
  ...signInScreens,
  ...setUpScreens,
  ...resetScreens,
  ...startScreens,
  ...peopleScreens,
  ...personScreens,
  ...reviewScreens,
  ...whyScreens,
  ...liveScreens,
  ...hubsScreens,
  ...rulesScreens,
  ...parkedScreens,
  ...sourcesScreens,
  ...importScreens,
  ...permissionScreens,
  ...goodsScreens,
  ...mailScreens,
  ...staffScreens,
  ...auditScreens,
  ...volumeScreens,
  ...settingsScreens,
  ...accountScreens,
];
