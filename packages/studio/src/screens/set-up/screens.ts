// The line of this screen in the registry.
import { IconLogin } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { setUpTexts } from "./texts.ts";

export const setUpScreens: readonly Screen[] = [
  {
    id: "set-up",
    path: "/set-up",
    group: undefined,
    icon: IconLogin,
    needs: undefined,
    texts: setUpTexts,
    screen: lazy(() => import("./set-up.screen.tsx").then((file) => ({ default: file.SetUp }))),
    anyone: true,
  },
];
