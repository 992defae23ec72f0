// The line of this screen in the registry.
import { IconRuler2 } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { ruleTexts } from "./texts.ts";

export const rulesScreens: readonly Screen[] = [
  {
    id: "rules",
    path: "/rules",
    group: "people",
    icon: IconRuler2,
    needs: "identity.read",
    texts: ruleTexts,
    screen: lazy(() => import("./rules.screen.tsx").then((file) => ({ default: file.Rules }))),
  },
];
