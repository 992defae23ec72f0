// The line of this screen in the registry.
import { IconActivity } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { liveTexts } from "./texts.ts";

export const liveScreens: readonly Screen[] = [
  {
    id: "live",
    path: "/live",
    group: "ground",
    icon: IconActivity,
    needs: "events.read",
    texts: liveTexts,
    screen: lazy(() => import("./live.screen.tsx").then((file) => ({ default: file.Live }))),
  },
];
