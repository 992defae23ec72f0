// The lines of these screens in the registry.
import { IconSettings } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { entityTexts } from "./entity-texts.ts";
import { storeTexts } from "./store-texts.ts";
import { settingsTexts } from "./texts.ts";

export const settingsScreens: readonly Screen[] = [
  {
    id: "settings",
    path: "/settings",
    group: "ground",
    icon: IconSettings,
    needs: "settings.read",
    texts: settingsTexts,
    screen: lazy(() => import("./company.screen.tsx").then((file) => ({ default: file.CompanySettings }))),
  },
  {
    id: "settings-entities",
    path: "/settings/entities",
    group: undefined,
    icon: IconSettings,
    needs: "settings.read",
    texts: entityTexts,
    screen: lazy(() => import("./entities.screen.tsx").then((file) => ({ default: file.EntitySettings }))),
    under: "settings",
  },
  {
    id: "settings-stores",
    path: "/settings/stores",
    group: undefined,
    icon: IconSettings,
    needs: "settings.read",
    texts: storeTexts,
    screen: lazy(() => import("./stores.screen.tsx").then((file) => ({ default: file.StoreSettings }))),
    under: "settings",
  },
  {
    id: "settings-store",
    path: "/settings/stores/:id",
    group: undefined,
    icon: IconSettings,
    needs: "settings.read",
    texts: storeTexts,
    screen: lazy(() => import("./store.screen.tsx").then((file) => ({ default: file.StoreSettingsOne }))),
    under: "settings",
  },
];
