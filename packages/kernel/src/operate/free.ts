// Nobody waits behind us for long: a lock that is not free is given up and tried again.
import { setTimeout as sleep } from "node:timers/promises";

export const LOCK_WAIT_MS = 100;
const TRIES = 5;
const BREATH_MS = 150;
const NOT_FREE = new Set(["55P03", "40P01"]);
export const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? "";
export const isNotFree = (error: unknown): boolean => NOT_FREE.has(codeOf(error));
/** The longer it was not free, the longer the others get. */
export const breathe = (tries: number): Promise<void> => sleep(BREATH_MS * Math.min(tries, TRIES));

/** Whether the lock was got. Whoever waits for a table gets a turn between two tries. */
export async function whenFree(act: () => Promise<unknown>, most = TRIES): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      await act();
      return true;
    } catch (error) {
      if (!isNotFree(error)) throw error;
      if (tries === most) return false;
      await breathe(tries);
    }
  }
}
