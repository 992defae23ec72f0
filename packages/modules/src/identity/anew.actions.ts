// When every event was heard again: what nothing speaks of goes, lanes get their ids back, and what was ruled holds again.
import type { Work } from "@somlos/kernel/db";
import { tidyNodes } from "./anew.store.ts";
import { type IdentitySettings, identitySettings } from "./limits.rules.ts";
import { loadSettings } from "./rules/versions.store.ts";
import { carryOutAgain } from "./rulings/change.actions.ts";
import { lockIdentity } from "./streams.store.ts";

export async function tidyIdentity(work: Work, base: IdentitySettings = identitySettings): Promise<void> {
  const turn = await lockIdentity(work.tx);
  await tidyNodes(work.tx);
  await carryOutAgain(work, turn, await loadSettings(work.tx, base));
}
