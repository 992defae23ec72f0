// Whether the server answers, and since when not: told by every call, shown as one quiet line.
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let awaySince: Date | undefined;

function set(next: Date | undefined): void {
  if ((next === undefined) === (awaySince === undefined)) return;
  awaySince = next;
  for (const listener of listeners) listener();
}

export const networkAnswered = (): void => set(undefined);
export const networkFailed = (): void => set(new Date());

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("offline", networkFailed);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("offline", networkFailed);
  };
}

export const useAwaySince = (): Date | undefined => useSyncExternalStore(subscribe, () => awaySince);
