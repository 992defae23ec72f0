// One line a screen, in the order of the navigation.
import {
  IconActivity,
  IconAffiliate,
  IconAlertTriangle,
  IconArrowMerge,
  IconDatabase,
  IconFileImport,
  IconHome,
  IconId,
  IconListSearch,
  IconLogin,
  IconMail,
  IconPlug,
  IconSettings,
  IconUser,
  IconUserCircle,
  IconUsers,
} from "@tabler/icons-react";
import { lazy } from "react";
import { accountTexts } from "./account/texts.ts";
import { auditTexts } from "./audit/texts.ts";
import { hubTexts } from "./hubs/texts.ts";
import { importTexts } from "./import/texts.ts";
import { liveTexts } from "./live/texts.ts";
import { mailTexts } from "./mail/texts.ts";
import { parkedTexts } from "./parked/texts.ts";
import { peopleTexts } from "./people/texts.ts";
import { permissionScreens } from "./permission/screens.ts";
import { personTexts } from "./person/texts.ts";
import { resetTexts } from "./reset/texts.ts";
import { reviewTexts } from "./review/texts.ts";
import type { Screen } from "./screen.ts";
import { setUpTexts } from "./set-up/texts.ts";
import { entityTexts } from "./settings/entity-texts.ts";
import { storeTexts } from "./settings/store-texts.ts";
import { settingsTexts } from "./settings/texts.ts";
import { signInTexts } from "./sign-in/texts.ts";
import { sourceTexts } from "./sources/texts.ts";
import { staffTexts } from "./staff/texts.ts";
import { startTexts } from "./start/texts.ts";
import { volumeTexts } from "./volume/texts.ts";
import { whyScreens } from "./why/screens.ts";

const people = lazy(() => import("./people/people.screen.tsx").then((file) => ({ default: file.People })));
const person = lazy(() => import("./person/person.screen.tsx").then((file) => ({ default: file.Person })));
const review = lazy(() => import("./review/review.screen.tsx").then((file) => ({ default: file.Review })));
const live = lazy(() => import("./live/live.screen.tsx").then((file) => ({ default: file.Live })));
const parked = lazy(() => import("./parked/parked.screen.tsx").then((file) => ({ default: file.Parked })));
const hubs = lazy(() => import("./hubs/hubs.screen.tsx").then((file) => ({ default: file.Hubs })));
const signIn = lazy(() => import("./sign-in/sign-in.screen.tsx").then((file) => ({ default: file.SignIn })));
const setUp = lazy(() => import("./set-up/set-up.screen.tsx").then((file) => ({ default: file.SetUp })));
const reset = lazy(() => import("./reset/reset.screen.tsx").then((file) => ({ default: file.Reset })));
const start = lazy(() => import("./start/start.screen.tsx").then((file) => ({ default: file.Start })));
const sources = lazy(() =>
  import("./sources/sources.screen.tsx").then((file) => ({ default: file.Sources })),
);
const source = lazy(() => import("./sources/source.screen.tsx").then((file) => ({ default: file.Source })));
const staff = lazy(() => import("./staff/staff.screen.tsx").then((file) => ({ default: file.Staff })));
const audit = lazy(() => import("./audit/audit.screen.tsx").then((file) => ({ default: file.Audit })));
const imports = lazy(() => import("./import/imports.screen.tsx").then((file) => ({ default: file.Imports })));
const oneImport = lazy(() => import("./import/import.screen.tsx").then((file) => ({ default: file.Import })));
const mail = lazy(() => import("./mail/mail.screen.tsx").then((file) => ({ default: file.Mail })));
const company = lazy(() =>
  import("./settings/company.screen.tsx").then((file) => ({ default: file.CompanySettings })),
);
const entities = lazy(() =>
  import("./settings/entities.screen.tsx").then((file) => ({ default: file.EntitySettings })),
);
const stores = lazy(() =>
  import("./settings/stores.screen.tsx").then((file) => ({ default: file.StoreSettings })),
);
const store = lazy(() =>
  import("./settings/store.screen.tsx").then((file) => ({ default: file.StoreSettingsOne })),
);
const account = lazy(() =>
  import("./account/account.screen.tsx").then((file) => ({ default: file.Account })),
);
const volume = lazy(() => import("./volume/volume.screen.tsx").then((file) => ({ default: file.Volume })));

export const screens: readonly Screen[] = [
  {
    id: "sign-in",
    path: "/sign-in",
    group: undefined,
    icon: IconLogin,
    needs: undefined,
    texts: signInTexts,
    screen: signIn,
    anyone: true,
  },
  {
    id: "set-up",
    path: "/set-up",
    group: undefined,
    icon: IconLogin,
    needs: undefined,
    texts: setUpTexts,
    screen: setUp,
    anyone: true,
  },
  {
    id: "reset",
    path: "/reset",
    group: undefined,
    icon: IconLogin,
    needs: undefined,
    texts: resetTexts,
    screen: reset,
    anyone: true,
  },
  {
    id: "today",
    path: "/today",
    group: "today",
    icon: IconHome,
    needs: undefined,
    texts: startTexts,
    screen: start,
  },
  {
    id: "people",
    path: "/people",
    group: "people",
    icon: IconUsers,
    needs: "people.search",
    texts: peopleTexts,
    screen: people,
  },
  {
    id: "person",
    path: "/people/:id",
    group: undefined,
    icon: IconUser,
    needs: "people.read",
    texts: personTexts,
    screen: person,
    under: "people",
  },
  {
    id: "review",
    path: "/review",
    group: "people",
    icon: IconArrowMerge,
    needs: "people.join",
    texts: reviewTexts,
    screen: review,
  },
  ...whyScreens,
  {
    id: "live",
    path: "/live",
    group: "ground",
    icon: IconActivity,
    needs: "events.read",
    texts: liveTexts,
    screen: live,
  },
  {
    id: "hubs",
    path: "/hubs",
    group: "people",
    icon: IconAffiliate,
    needs: "people.read",
    texts: hubTexts,
    screen: hubs,
  },
  {
    id: "parked",
    path: "/live/parked",
    group: undefined,
    icon: IconAlertTriangle,
    needs: "events.read",
    texts: parkedTexts,
    screen: parked,
    under: "live",
  },
  {
    id: "sources",
    path: "/sources",
    group: "ground",
    icon: IconPlug,
    needs: "sources.read",
    texts: sourceTexts,
    screen: sources,
  },
  {
    id: "source",
    path: "/sources/:id",
    group: undefined,
    icon: IconPlug,
    needs: "sources.read",
    texts: sourceTexts,
    screen: source,
    under: "sources",
  },
  {
    id: "import",
    path: "/imports",
    group: "ground",
    icon: IconFileImport,
    needs: "imports.read",
    texts: importTexts,
    screen: imports,
  },
  {
    id: "one-import",
    path: "/imports/:id",
    group: undefined,
    icon: IconFileImport,
    needs: "imports.read",
    texts: importTexts,
    screen: oneImport,
    under: "import",
  },
  ...permissionScreens,
  {
    id: "mail",
    path: "/mail",
    group: "ground",
    icon: IconMail,
    needs: "mail.read",
    texts: mailTexts,
    screen: mail,
  },
  {
    id: "staff",
    path: "/staff",
    group: "ground",
    icon: IconId,
    needs: "staff.read",
    texts: staffTexts,
    screen: staff,
  },
  {
    id: "audit",
    path: "/audit",
    group: "ground",
    icon: IconListSearch,
    needs: "audit.read",
    texts: auditTexts,
    screen: audit,
  },
  {
    id: "volume",
    path: "/volume",
    group: "ground",
    icon: IconDatabase,
    needs: "operate.read",
    texts: volumeTexts,
    screen: volume,
  },
  {
    id: "settings",
    path: "/settings",
    group: "ground",
    icon: IconSettings,
    needs: "settings.read",
    texts: settingsTexts,
    screen: company,
  },
  {
    id: "settings-entities",
    path: "/settings/entities",
    group: undefined,
    icon: IconSettings,
    needs: "settings.read",
    texts: entityTexts,
    screen: entities,
    under: "settings",
  },
  {
    id: "settings-stores",
    path: "/settings/stores",
    group: undefined,
    icon: IconSettings,
    needs: "settings.read",
    texts: storeTexts,
    screen: stores,
    under: "settings",
  },
  {
    id: "settings-store",
    path: "/settings/stores/:id",
    group: undefined,
    icon: IconSettings,
    needs: "settings.read",
    texts: storeTexts,
    screen: store,
    under: "settings",
  },
  {
    id: "account",
    path: "/account",
    group: undefined,
    icon: IconUserCircle,
    needs: "account.own",
    texts: accountTexts,
    screen: account,
  },
];
