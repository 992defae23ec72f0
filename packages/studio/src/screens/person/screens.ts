// The line of this screen in the registry.
import { IconUser } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { personTexts } from "./texts.ts";

export const personScreens: readonly Screen[] = [
  {
    id: "person",
    path: "/people/:id",
    group: undefined,
    icon: IconUser,
    needs: "people.read",
    texts: personTexts,
    screen: lazy(() => import("./person.screen.tsx").then((file) => ({ default: file.Person }))),
    under: "people",
  },
];
