// The line of this screen in the registry.
import { IconUsers } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { peopleTexts } from "./texts.ts";

export const peopleScreens: readonly Screen[] = [
  {
    id: "people",
    path: "/people",
    group: "people",
    icon: IconUsers,
    needs: "people.search",
    texts: peopleTexts,
    screen: lazy(() => import("./people.screen.tsx").then((file) => ({ default: file.People }))),
  },
];
