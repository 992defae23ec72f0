// The line of this screen in the registry.
import { IconAlertTriangle } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { parkedTexts } from "./texts.ts";

export const parkedScreens: readonly Screen[] = [
  {
    id: "parked",
    path: "/live/parked",
    group: undefined,
    icon: IconAlertTriangle,
    needs: "events.read",
    texts: parkedTexts,
    screen: lazy(() => import("./parked.screen.tsx").then((file) => ({ default: file.Parked }))),
    under: "live",
  },
];
