// A screen is a kind: a folder and one line in the registry. Navigation, routes and ⌘K are drawn from it.
import type { Permission } from "@somlos/contract";
import type { Texts } from "@somlos/look/language";
import type { Icon } from "@tabler/icons-react";
import type { ComponentType, LazyExoticComponent } from "react";

/** The groups of the navigation, in their order, the same for all. */
export const groups = ["today", "people", "help", "reach", "prove", "ground"] as const;
export type Group = (typeof groups)[number];

export type Screen = {
  readonly id: string;
  readonly path: string;
  /** Where it stands in the navigation; undefined: reached from another screen. */
  readonly group: Group | undefined;
  readonly icon: Icon;
  /** Hidden and closed without it; undefined: open to everyone who is signed in. */
  readonly needs: Permission | undefined;
  readonly texts: Texts<{ readonly title: string }>;
  readonly screen: LazyExoticComponent<ComponentType>;
  /** The navigation entry that is the current place while this screen shows. */
  readonly under?: string;
  /** Shown without anybody signed in (sign in, welcome); stands outside the shell. */
  readonly anyone?: true;
};
