// The lines of these screens in the registry.
import { IconFileImport } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { importTexts } from "./texts.ts";

export const importScreens: readonly Screen[] = [
  {
    id: "import",
    path: "/imports",
    group: "ground",
    icon: IconFileImport,
    needs: "imports.read",
    texts: importTexts,
    screen: lazy(() => import("./imports.screen.tsx").then((file) => ({ default: file.Imports }))),
  },
  {
    id: "one-import",
    path: "/imports/:id",
    group: undefined,
    icon: IconFileImport,
    needs: "imports.read",
    texts: importTexts,
    screen: lazy(() => import("./import.screen.tsx").then((file) => ({ default: file.Import }))),
    under: "import",
  },
];
