// What the room does by the clock: answers what a crash left behind, and removes what is over.
import type { AccessHouse } from "./access.house.ts";
import { deletePastTries } from "./limits/limits.store.ts";
import { deletePastChallenges } from "./passkeys/passkeys.store.ts";
import { deletePastSessions } from "./sessions/session.store.ts";
import { deletePastForgotten, deletePastLinks } from "./staff/links.store.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Removes sessions, links, challenges and tries whose time is over. Call it about every ten minutes. */
export async function pruneAccess(house: Pick<AccessHouse, "db">): Promise<number> {
  return house.db.work({ kind: "system", id: "access" }, async ({ tx, now }) => {
    const before = (ms: number) => new Date(now.getTime() - ms);
    const gone = [
      await deletePastSessions(tx, now),
      await deletePastLinks(tx, before(DAY)),
      await deletePastChallenges(tx, now),
      await deletePastTries(tx, now),
      await deletePastForgotten(tx, before(HOUR)),
    ];
    return gone.reduce((sum, n) => sum + n, 0);
  });
}
