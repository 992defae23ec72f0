// What waits to be answered, one after the other, each in a transaction of its own; one that fails keeps nobody waiting.
import type { Database } from "./database.ts";
import type { Tx } from "./tx.ts";
import type { Actor, Work } from "./work.ts";

type Waiting<One> = {
  /** The next that waits, but for those that failed; nobody else takes it meanwhile. */
  take(tx: Tx, failed: readonly string[]): Promise<One | undefined>;
  answer(work: Work, one: One): Promise<void>;
};

export async function answerEach<One extends { readonly id: string }>(
  db: Pick<Database, "work">,
  actor: Actor,
  { take, answer }: Waiting<One>,
): Promise<void> {
  const failed: string[] = [];
  for (;;) {
    let asked: One | undefined;
    try {
      asked = await db.work(actor, async (work) => {
        asked = await take(work.tx, failed);
        if (asked !== undefined) await answer(work, asked);
        return asked;
      });
    } catch (error) {
      if (asked === undefined) throw error; // it is not about one of them: the database is away
      failed.push(asked.id);
      continue;
    }
    if (asked === undefined) return;
  }
}
