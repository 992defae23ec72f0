// Where we are, as the address bar says.
import { useSyncExternalStore } from "react";

import { type Page, pageOf } from "./place.rules.ts";

const listeners = new Set<() => void>();

let here = pageOf(location.pathname, location.hash);
const tell = (): void => {
  here = pageOf(location.pathname, location.hash);
  for (const listener of listeners) listener();
};
addEventListener("popstate", tell);
addEventListener("hashchange", tell);

/** The token leaves the address bar and the history with it. */
export function toCorner(): void {
  history.replaceState(null, "", "/corner");
  tell();
}

export const usePage = (): Page =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => here,
  );
