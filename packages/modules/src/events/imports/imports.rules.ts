// What may be asked of an import in which state, and what then becomes of it.
import type { ImportState } from "@somlos/contract/rooms/imports";

export type Wish = "pause" | "cancel";
export type Ask = "map" | "try" | "start" | "resume" | Wish | "remove_file";
export type Standing = { readonly state: ImportState; readonly wish: Wish | null; readonly worked: boolean };

/** What an ask changes. `afresh`: from the first row, with all counts at zero. */
export type Change = { readonly state: ImportState; readonly wish: Wish | null; readonly afresh?: boolean };

const BUSY: readonly ImportState[] = ["trying", "running"];
const isBusy = (state: ImportState): boolean => BUSY.includes(state);

/** The change, or nothing when it cannot be done in this state. */
export function decideAsk(ask: Ask, now: Standing, mapped: boolean): Change | undefined {
  const { state } = now;
  switch (ask) {
    case "map":
      return isBusy(state) || state === "paused" ? undefined : { state: "mapped", wish: null };
    case "try":
      return mapped && (state === "mapped" || state === "failed")
        ? { state: "trying", wish: null, afresh: true }
        : undefined;
    case "start":
      return mapped && !isBusy(state) && state !== "paused"
        ? { state: "running", wish: null, afresh: true }
        : undefined;
    case "resume":
      return state === "paused" ? { state: "running", wish: null } : undefined;
    case "pause":
      return state === "running" ? decideWish("pause", now) : undefined;
    case "cancel":
      return isBusy(state) || state === "paused" ? decideWish("cancel", now) : undefined;
    case "remove_file":
      return isBusy(state) || state === "paused" ? undefined : { state, wish: null };
  }
}

/** A process that works on it hears the wish after the events in hand; else it is done at once. */
function decideWish(wish: Wish, now: Standing): Change {
  if (now.worked) return { state: now.state, wish };
  return endBy(wish, now.state);
}

/** How an import ends by a wish. A dry run that is called off leaves the import as it was. */
export function endBy(wish: Wish, state: ImportState): Change {
  if (state === "trying") return { state: "mapped", wish: null };
  return { state: wish === "pause" ? "paused" : "cancelled", wish: null };
}

export const LEASE_SECONDS = 20;
export const MOST_TRIES = 5;
export const MOST_REFUSED = 100_000;
export const KEEP_FILE_DAYS = 30;
export const KEEP_REFUSED_DAYS = 90;
