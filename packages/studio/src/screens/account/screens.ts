// The line of this screen in the registry.
import { IconUserCircle } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { accountTexts } from "./texts.ts";

export const accountScreens: readonly Screen[] = [
  {
    id: "account",
    path: "/account",
    group: undefined,
    icon: IconUserCircle,
    needs: "account.own",
    texts: accountTexts,
    screen: lazy(() => import("./account.screen.tsx").then((file) => ({ default: file.Account }))),
  },
];
