// Hiding a person from all but one role, and showing them again.
import type { Work } from "@somlos/kernel/db";
import { deleteProtected, saveProtected } from "./protected.store.ts";

/** `nodes`: all that is the person's now; what joins them later is hidden with them. */
export async function protectPerson(
  work: Work,
  nodes: readonly string[],
  isProtected: boolean,
): Promise<void> {
  if (isProtected) await saveProtected(work.tx, nodes, work.now);
  else await deleteProtected(work.tx, nodes);
}
