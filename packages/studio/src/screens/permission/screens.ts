// The lines of Permission in the registry of screens.
import { IconShieldCheck } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { permissionScreenTexts } from "./texts.ts";

const page = { group: undefined, icon: IconShieldCheck, texts: permissionScreenTexts, under: "permission" };

export const permissionScreens: readonly Screen[] = [
  {
    ...page,
    id: "permission",
    path: "/permissions",
    group: "ground",
    needs: "consent.read",
    screen: lazy(() => import("./purposes.screen.tsx").then((file) => ({ default: file.Purposes }))),
  },
  {
    ...page,
    id: "permission-purpose",
    path: "/permissions/purposes/:code",
    needs: "consent.read",
    screen: lazy(() => import("./purpose.screen.tsx").then((file) => ({ default: file.Purpose }))),
  },
  {
    ...page,
    id: "permission-topics",
    path: "/permissions/topics",
    needs: "consent.read",
    screen: lazy(() => import("./topics.screen.tsx").then((file) => ({ default: file.Topics }))),
  },
  {
    ...page,
    id: "permission-reach",
    path: "/permissions/reach",
    needs: "consent.read",
    screen: lazy(() => import("./reach.screen.tsx").then((file) => ({ default: file.Reach }))),
  },
  {
    ...page,
    id: "permission-withdrawals",
    path: "/permissions/withdrawals",
    needs: "consent.read",
    screen: lazy(() => import("./withdrawals.screen.tsx").then((file) => ({ default: file.Withdrawals }))),
  },
  {
    ...page,
    id: "permission-registers",
    path: "/permissions/registers",
    needs: "consent.read",
    screen: lazy(() => import("./registers.screen.tsx").then((file) => ({ default: file.Registers }))),
  },
  {
    ...page,
    id: "permission-import",
    path: "/permissions/import",
    needs: "consent.read",
    screen: lazy(() => import("./imports.screen.tsx").then((file) => ({ default: file.PermissionImports }))),
  },
  {
    ...page,
    id: "permission-policies",
    path: "/permissions/policies",
    needs: "consent.read",
    screen: lazy(() => import("./policies.screen.tsx").then((file) => ({ default: file.Policies }))),
  },
  {
    ...page,
    id: "permission-recognition",
    path: "/permissions/recognition",
    needs: "events.read",
    screen: lazy(() => import("./recognition.screen.tsx").then((file) => ({ default: file.Recognition }))),
  },
  {
    ...page,
    id: "permission-looks",
    path: "/permissions/looks",
    needs: "settings.read",
    screen: lazy(() => import("./looks.screen.tsx").then((file) => ({ default: file.Looks }))),
  },
];
