// The lines of these screens in the registry.
import { IconPlug } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { sourceTexts } from "./texts.ts";

export const sourcesScreens: readonly Screen[] = [
  {
    id: "sources",
    path: "/sources",
    group: "ground",
    icon: IconPlug,
    needs: "sources.read",
    texts: sourceTexts,
    screen: lazy(() => import("./sources.screen.tsx").then((file) => ({ default: file.Sources }))),
  },
  {
    id: "source",
    path: "/sources/:id",
    group: undefined,
    icon: IconPlug,
    needs: "sources.read",
    texts: sourceTexts,
    screen: lazy(() => import("./source.screen.tsx").then((file) => ({ default: file.Source }))),
    under: "sources",
  },
];
