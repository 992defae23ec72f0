// The line of this screen in the registry.
import { IconDatabase } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { volumeTexts } from "./texts.ts";

export const volumeScreens: readonly Screen[] = [
  {
    id: "volume",
    path: "/volume",
    group: "ground",
    icon: IconDatabase,
    needs: "operate.read",
    texts: volumeTexts,
    screen: lazy(() => import("./volume.screen.tsx").then((file) => ({ default: file.Volume }))),
  },
];
