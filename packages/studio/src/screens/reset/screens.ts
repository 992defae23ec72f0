// The line of this screen in the registry.
import { IconLogin } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { resetTexts } from "./texts.ts";

export const resetScreens: readonly Screen[] = [
  {
    id: "reset",
    path: "/reset",
    group: undefined,
    icon: IconLogin,
    needs: undefined,
    texts: resetTexts,
    screen: lazy(() => import("./reset.screen.tsx").then((file) => ({ default: file.Reset }))),
    anyone: true,
  },
];
