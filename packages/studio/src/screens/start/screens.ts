// The line of this screen in the registry.
import { IconHome } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { startTexts } from "./texts.ts";

export const startScreens: readonly Screen[] = [
  {
    id: "today",
    path: "/today",
    group: "today",
    icon: IconHome,
    needs: undefined,
    texts: startTexts,
    screen: lazy(() => import("./start.screen.tsx").then((file) => ({ default: file.Start }))),
  },
];
