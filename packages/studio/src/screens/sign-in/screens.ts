// The line of this screen in the registry.
import { IconLogin } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { signInTexts } from "./texts.ts";

export const signInScreens: readonly Screen[] = [
  {
    id: "sign-in",
    path: "/sign-in",
    group: undefined,
    icon: IconLogin,
    needs: undefined,
    texts: signInTexts,
    screen: lazy(() => import("./sign-in.screen.tsx").then((file) => ({ default: file.SignIn }))),
    anyone: true,
  },
];
