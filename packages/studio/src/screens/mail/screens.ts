// The line of this screen in the registry.
import { IconMail } from "@tabler/icons-react";
import { lazy } from "react";
import type { Screen } from "../screen.ts";
import { mailTexts } from "./texts.ts";

export const mailScreens: readonly Screen[] = [
  {
    id: "mail",
    path: "/mail",
    group: "ground",
    icon: IconMail,
    needs: "mail.read",
    texts: mailTexts,
    screen: lazy(() => import("./mail.screen.tsx").then((file) => ({ default: file.Mail }))),
  },
];
