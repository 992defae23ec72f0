// Whom a request was asked for, and whom it would be about now: people are joined and part while it waits, and while a copy is
// kept.
import type { Tx, Work } from "@somlos/kernel/db";
import type { Whom } from "@somlos/kernel/rights";
import { findNodes } from "../../identity/index.ts";
import type { TellingHouse } from "../rights.house.ts";
import { tell } from "./ask.actions.ts";
import { dueAfter, namesIn, settle } from "./requests.rules.ts";
import { type Request, saveHeld, saveTold } from "./requests.store.ts";
import { nodesNow, provenIn } from "./whom.actions.ts";

/** Of what was theirs, what is somebody else's or nobody's now; what is not there any more is neither. */
async function listElsewhere(tx: Tx, was: readonly string[], now: readonly string[]): Promise<string[]> {
  const theirs = new Set(now);
  const gone = was.filter((fp) => !theirs.has(fp));
  return gone.length === 0 ? [] : [...(await findNodes(tx, gone)).nodes];
}

/** Whether an erasure may begin that would take these; if not, it waits or is told to whoever was joined to them since. */
export async function mayBegin(work: Work, house: TellingHouse, r: Request, whom: Whom): Promise<boolean> {
  const { tx, now } = work;
  if (r.named === null) return true;
  const byStaff = r.fp === null;
  const proven =
    byStaff && r.personId !== null ? await provenIn(tx, r.personId, whom.identifiers) : whom.identifiers;
  const names = namesIn(proven);
  const next = settle(r.named, names, await listElsewhere(tx, r.named, names), byStaff);
  if (next === "several") await saveHeld(tx, r.id, "several");
  if (next === "tell") {
    await saveTold(tx, r.id, names, dueAfter(r.kind, now));
    await tell(work, house, r, proven);
  }
  return next === "begin";
}

/** Whether a copy holds things that are not those of whoever fetches it, or of whom it was asked for, any more. */
export const isOfSeveral = async (
  tx: Tx,
  { named }: Pick<Request, "named">,
  of: Pick<Request, "fp" | "personId">,
): Promise<boolean> => named !== null && (await listElsewhere(tx, named, await nodesNow(tx, of))).length > 0;
