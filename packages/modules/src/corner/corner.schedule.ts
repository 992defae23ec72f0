// What the room does by the clock: answers what a crash left behind, and removes what is over.
import type { CornerHouse } from "./corner.house.ts";
import { deletePastChallenges } from "./passkeys/passkeys.store.ts";
import { BROUGHT_MS, LOOKED_MS } from "./research/research.rules.ts";
import { deletePastAway, deletePastBrought } from "./research/research.store.ts";
import { deletePastSessions } from "./sessions/sessions.store.ts";
import { deletePastLinks } from "./sign-in/links.store.ts";
import { deletePastTokens } from "./sign-in/token.store.ts";

const HOUR = 3_600_000;

/** Removes sessions, links, challenges, used tokens and brought things whose time is over. Call it about every ten minutes. */
export const pruneCorner = (house: Pick<CornerHouse, "db">): Promise<void> =>
  house.db.work({ kind: "system", id: "corner" }, async ({ tx, now }) => {
    await deletePastSessions(tx, now);
    await deletePastLinks(tx, new Date(now.getTime() - HOUR));
    await deletePastChallenges(tx, now);
    await deletePastTokens(tx, now);
    await deletePastBrought(tx, new Date(now.getTime() - BROUGHT_MS));
    await deletePastAway(tx, new Date(now.getTime() - LOOKED_MS));
  });
