// What may be asked of an import in which state, and what then becomes of it.
import type { ImportState } from "@somlos/contract/rooms/imports";

export type Wish = "pause" | "cancel";
export type Ask = "map" | "try" | "start" | "resume" | Wish | "remove_file";
export type Standing = { readonly state: ImportState; readonly wish: Wish | null; readonly worked: boolean };

/** What an ask changes. `afresh`: from the first row, with all counts at zero. */
export type Change = { readonly state: ImportState; readonly wish: Wish | null; readonly afresh?: boolean };

const BUSY: readonly ImportState[] = ["trying", "running"];
const isBusy = (state: ImportState): boolean => BUSY.includes(state);

const starting = (state: "trying" | "running"): Change => ({ state, wish: null, afresh: true });
const rests = (state: ImportState): boolean => !isBusy(state) && state !== "paused";

const changes: Readonly<Record<Ask, (now: Standing, mapped: boolean) => Change | undefined>> = {
  map: ({ state }) => (rests(state) ? { state: "mapped", wish: null } : undefined),
  try: ({ state }, mapped) =>
    mapped && (state === "mapped" || state === "failed") ? starting("trying") : undefined,
  start: ({ state }, mapped) => (mapped && rests(state) ? starting("running") : undefined),
  resume: ({ state }) => (state === "paused" ? { state: "running", wish: null } : undefined),
  pause: (now) => (now.state === "running" ? decideWish("pause", now) : undefined),
  cancel: (now) => (rests(now.state) ? undefined : decideWish("cancel", now)),
  remove_file: ({ state }) => (rests(state) ? { state, wish: null } : undefined),
};

/** The change, or nothing when it cannot be done in this state. */
export const decideAsk = (ask: Ask, now: Standing, mapped: boolean): Change | undefined =>
  changes[ask](now, mapped);

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
/** A file that nobody has for so long, while nobody works on anything else, is lost. */
export const LOST_AFTER_MS = 120_000;
export const MOST_REFUSED = 100_000;
export const KEEP_FILE_DAYS = 30;
