// What this process remembers of identity, forgotten within a second when it is true no longer in the database.
import type { Database } from "@somlos/kernel/db";
import { findRevision } from "@somlos/modules/identity";

const EVERY_MS = 400;

/** Calls `forget` whenever the revision has grown. Gives what ends the watch. */
export async function watchRevision(db: Database, forget: () => void): Promise<() => void> {
  let known = await db.read((tx) => findRevision(tx));
  const look = async () => {
    const now = await db.read((tx) => findRevision(tx));
    if (now === known) return;
    known = now;
    forget();
  };
  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS).unref(); // away: the next look mends it
  return () => clearInterval(timer);
}
