// REC-09: whoever asks says what one gets. How often the words were shown is told by whoever shows them; that the benefit came is
// told by an event of the log, read by checkpoint together with who was recognised.
import { Refusal } from "@somlos/contract";
import type { Database, Tx, Work } from "@somlos/kernel/db";
import { findBearersAt, type Placed } from "../../identity/index.ts";
import { holdToWrite } from "../ledger/heads.store.ts";
import { loadWords } from "../purposes/purposes.store.ts";
import type { Showing } from "./benefits.rules.ts";
import { deleteOldShown, findAwaited, listTelling, saveCame, saveShown } from "./benefits.store.ts";

const KEPT_MS = 400 * 86_400_000;
const AT_ONCE = 10_000;

/** Counts showings once each; the number of new ones. */
export async function noteShown({ tx, now }: Work, showings: readonly Showing[]): Promise<number> {
  const named = [...new Set(showings.map(({ textId }) => textId))];
  const { texts } = await loadWords(tx, { purposes: [], texts: named });
  if (!named.every((id) => texts.get(id)?.basis === "consent")) throw new Refusal("consent.text_unknown");
  return saveShown(tx, showings, now);
}

/** Which of these events bring somebody what they were to get for a yes. */
export async function keepBenefits(
  tx: Tx,
  events: readonly (Placed & { readonly name: string })[],
): Promise<void> {
  const telling = await listTelling(tx);
  const told = events.filter(({ name }) => telling.has(name));
  if (told.length === 0) return;
  const bearers = await findBearersAt(tx, told);
  const found = await findAwaited(
    tx,
    bearers.flatMap(({ i, fp }) => {
      const event = told[i];
      return event === undefined ? [] : [{ fp, event: event.name, at: event.at }];
    }),
  );
  if (found.length === 0) return;
  await holdToWrite(tx, [...new Set(found.map(({ fp }) => fp))]);
  await saveCame(tx, found);
}

/** Showings that no figure looks at any more. */
export const pruneShown = (db: Database): Promise<number> =>
  db.work({ kind: "system", id: "consent" }, ({ tx, now }) =>
    deleteOldShown(tx, new Date(now.getTime() - KEPT_MS), AT_ONCE),
  );
