// The line of this screen in the registry.
import { IconListSearch } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { auditTexts } from "./texts.ts";

export const auditScreens: readonly Screen[] = [
  {
    id: "audit",
    path: "/audit",
    group: "ground",
    icon: IconListSearch,
    needs: "audit.read",
    texts: auditTexts,
    screen: lazy(() => import("./audit.screen.tsx").then((file) => ({ default: file.Audit }))),
  },
];
