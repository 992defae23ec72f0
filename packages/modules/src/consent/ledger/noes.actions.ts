// Every no is written down outside the database too, before it is answered: a backup that is restored brings back what was
// said before it and must not lose what was said after.
import type { Database } from "@somlos/kernel/db";
import type { Journal, JournalLine } from "@somlos/kernel/journal";
import { writeEntries } from "./ledger.actions.ts";
import { entryOf } from "./noes.rules.ts";
import { findReadTo, saveReadTo } from "./noes.store.ts";

/** The name of the book in the home. */
export const NO_BOOK = "withdrawals";

const AT_ONCE = 1000;
const SYSTEM = { kind: "system", id: "consent" } as const;

/**
 * At start, and so after every restore: says each no again that the database has not read from this book. How far it read
 * lies in the database, so that a restored one reads on from where it was then. Answers how many were new to it.
 */
export async function sayNoesAgain(db: Database, book: Pick<Journal, "id" | "read">): Promise<number> {
  const from = await db.read((tx) => findReadTo(tx, book.id));
  let fresh = 0;
  let group: JournalLine[] = [];
  const say = async () => {
    const last = group.at(-1);
    if (last === undefined) return;
    const entries = group.map(({ text }) => entryOf(text));
    fresh += await db.work(SYSTEM, async (work) => {
      const written = await writeEntries(work, entries);
      await saveReadTo(work.tx, book.id, last.end);
      return written.entries;
    });
    group = [];
  };
  try {
    for await (const line of book.read(from)) {
      group.push(line);
      if (group.length === AT_ONCE) await say();
    }
  } finally {
    await say(); // also what stands before damage
  }
  return fresh;
}
