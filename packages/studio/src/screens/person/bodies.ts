// The code of each section, fetched when it is opened: a line a section.
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { SectionId, SectionProps } from "./sections.ts";

export const bodies: Readonly<Record<SectionId, LazyExoticComponent<ComponentType<SectionProps>>>> = {
  permission: lazy(() => import("./permission/said.tsx").then((file) => ({ default: file.Said }))),
  dial: lazy(() => import("./dial/dial.tsx").then((file) => ({ default: file.Dial }))),
  seen: lazy(() => import("./seen/seen.tsx").then((file) => ({ default: file.Seen }))),
  rights: lazy(() => import("./rights/rights.tsx").then((file) => ({ default: file.Rights }))),
};
