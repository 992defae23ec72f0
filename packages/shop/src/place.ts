// Where we are, as the address bar says.
import { useSyncExternalStore } from "react";

import { type Page, pageOf } from "./place.rules.ts";

// A screen in a store is set up once, by its address: /corner?screen=shared. /corner?screen=own takes it back.
const screen = new URLSearchParams(location.search).get("screen");
if (screen === "shared" || screen === "own") {
  const age = screen === "shared" ? 400 * 86_400 : 0;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser of a store
  document.cookie = `somlos-screen=shared; Path=/; SameSite=Strict; Max-Age=${age}`;
  history.replaceState(null, "", location.pathname + location.hash);
}

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
