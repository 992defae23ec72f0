// The line of this screen among the others: it stands under a person.
import { IconUser } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { whyTexts } from "./texts.ts";

export const whyScreens: readonly Screen[] = [
  {
    id: "why",
    path: "/people/:id/why",
    group: undefined,
    icon: IconUser,
    needs: "people.read",
    texts: whyTexts,
    screen: lazy(() => import("./why.screen.tsx").then((file) => ({ default: file.Why }))),
    under: "people",
  },
];
