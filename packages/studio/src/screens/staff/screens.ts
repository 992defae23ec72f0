// The line of this screen in the registry.
import { IconId } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { staffTexts } from "./texts.ts";

export const staffScreens: readonly Screen[] = [
  {
    id: "staff",
    path: "/staff",
    group: "ground",
    icon: IconId,
    needs: "staff.read",
    texts: staffTexts,
    screen: lazy(() => import("./staff.screen.tsx").then((file) => ({ default: file.Staff }))),
  },
];
