// One line a screen, in the order of the navigation.
import { IconActivity, IconAlertTriangle, IconUser, IconUsers } from "@tabler/icons-react";
import { lazy } from "react";
import { liveTexts } from "./live/texts.ts";
import { parkedTexts } from "./parked/texts.ts";
import { peopleTexts } from "./people/texts.ts";
import { personTexts } from "./person/texts.ts";
import type { Screen } from "./screen.ts";

const people = lazy(() => import("./people/people.screen.tsx").then((file) => ({ default: file.People })));
const person = lazy(() => import("./person/person.screen.tsx").then((file) => ({ default: file.Person })));
const live = lazy(() => import("./live/live.screen.tsx").then((file) => ({ default: file.Live })));
const parked = lazy(() => import("./parked/parked.screen.tsx").then((file) => ({ default: file.Parked })));

export const screens: readonly Screen[] = [
  {
    id: "people",
    path: "/people",
    group: "people",
    icon: IconUsers,
    needs: "people.search",
    texts: peopleTexts,
    screen: people,
  },
  {
    id: "person",
    path: "/people/:id",
    group: undefined,
    icon: IconUser,
    needs: "people.read",
    texts: personTexts,
    screen: person,
    under: "people",
  },
  {
    id: "live",
    path: "/live",
    group: "ground",
    icon: IconActivity,
    needs: "events.read",
    texts: liveTexts,
    screen: live,
  },
  {
    id: "parked",
    path: "/live/parked",
    group: undefined,
    icon: IconAlertTriangle,
    needs: "events.read",
    texts: parkedTexts,
    screen: parked,
    under: "live",
  },
];
