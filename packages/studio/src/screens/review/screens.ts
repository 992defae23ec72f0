// The line of this screen in the registry.
import { IconArrowMerge } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { reviewTexts } from "./texts.ts";

export const reviewScreens: readonly Screen[] = [
  {
    id: "review",
    path: "/review",
    group: "people",
    icon: IconArrowMerge,
    needs: "people.join",
    texts: reviewTexts,
    screen: lazy(() => import("./review.screen.tsx").then((file) => ({ default: file.Review }))),
  },
];
