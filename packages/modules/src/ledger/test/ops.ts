// What is said to the ledger, as it travels to another process too: done in the database, and read plainly.
import type { Database, Work } from "@somlos/kernel/db";
import { extend, type Outcome, reverse, settle, transfer, transferCounted } from "../index.ts";
import type { Ending, Level, TransferWish } from "../transfers.rules.ts";
import type { Reference } from "./reference.ts";

export type Op =
  | { readonly name: "transfer"; readonly wishes: readonly TransferWish[] }
  | {
      readonly name: "count";
      readonly level: Level;
      readonly counted: number;
      readonly wishes: readonly TransferWish[];
    }
  | { readonly name: "settle"; readonly endings: readonly Ending[] }
  | { readonly name: "extend"; readonly id: string; readonly until: Date }
  | {
      readonly name: "reverse";
      readonly wish: { readonly id: string; readonly of: string; readonly amount?: number };
    };

export const ACTOR = { kind: "system", id: "ledger" } as const;
const answerOf = (one: Outcome): string => ("refused" in one ? one.refused : one.state);

export async function doOp(work: Work, op: Op): Promise<readonly string[]> {
  switch (op.name) {
    case "transfer":
      return (await transfer(work, op.wishes)).map(answerOf);
    case "count":
      return (await transferCounted(work, [op.level], async () => [op.counted], op.wishes)).map(answerOf);
    case "settle":
      return (await settle(work, op.endings)).map(answerOf);
    case "extend":
      await extend(work, [op]);
      return [];
    case "reverse":
      return [answerOf(await reverse(work, op.wish))];
  }
}

export function plainOf(reference: Reference, op: Op, now: Date): readonly string[] {
  switch (op.name) {
    case "transfer":
      return op.wishes.map((one) => reference.transfer(one, now));
    case "count":
      reference.count(op.level, op.counted, now);
      return op.wishes.map((one) => reference.transfer(one, now));
    case "settle":
      return op.endings.map((one) => reference.settle(one, now));
    case "extend":
      reference.extend(op.id, op.until, now);
      return [];
    case "reverse":
      return [reference.reverse(op.wish.id, op.wish.of, op.wish.amount, now)];
  }
}

export type Answered = {
  readonly answers: readonly string[];
  readonly now: Date;
  /** It was done before in vain: committed then, by a process that died before it could answer. */
  readonly before?: Date | undefined;
};
export type Teller = {
  tell(op: Op): Promise<Answered>;
  /** Done, and broken off before it is written. */
  breakOff(op: Op): Promise<void>;
};

class Broken extends Error {}
export const tellerHere = (db: Database): Teller => ({
  tell: (op) => db.work(ACTOR, async (work) => ({ answers: await doOp(work, op), now: work.now })),
  async breakOff(op) {
    const broken = db.work(ACTOR, async (work) => {
      await doOp(work, op);
      throw new Broken();
    });
    await broken.catch((error: unknown) => {
      if (!(error instanceof Broken)) throw error;
    });
  },
});
