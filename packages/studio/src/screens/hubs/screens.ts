// The line of this screen in the registry.
import { IconAffiliate } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { hubTexts } from "./texts.ts";

export const hubsScreens: readonly Screen[] = [
  {
    id: "hubs",
    path: "/hubs",
    group: "people",
    icon: IconAffiliate,
    needs: "people.read",
    texts: hubTexts,
    screen: lazy(() => import("./hubs.screen.tsx").then((file) => ({ default: file.Hubs }))),
  },
];
