// A process of its own that does what it is told to the ledger, and dies when it is told to: in the middle of a work, or after it
// is written and before anybody hears of it.
import { moveClock } from "@somlos/kernel/clock";
import { openDatabase, room } from "@somlos/kernel/db";
import { ACTOR, doOp, type Op, tellerHere } from "./ops.ts";

export type Wish = {
  readonly number: number;
  readonly op: Op;
  readonly ahead: number;
  readonly how: "whole" | "broken off" | "dies before" | "dies after";
};

const { sql } = room("ledger");
const witness = sql`insert into public.witness (number, at) values ($1, $2)`;
const db = openDatabase(process.argv[2] ?? "", { most: 1 });
const die = () => process.kill(process.pid, "SIGKILL");

async function obey({ number, op, ahead, how }: Wish): Promise<void> {
  moveClock(ahead);
  if (how === "broken off") {
    await tellerHere(db).breakOff(op);
    return void process.send?.({ answers: [], now: new Date() });
  }
  const done = await db.work(ACTOR, async (work) => {
    const answers = await doOp(work, op);
    await work.tx.run(witness, [number, work.now]);
    if (how === "dies before") {
      die();
      await new Promise(() => undefined);
    }
    return { answers, now: work.now };
  });
  if (how === "dies after") die();
  process.send?.(done);
}

process.on("message", (wish: Wish) => {
  obey(wish).catch((error: unknown) => process.send?.({ error: String(error) }));
});
process.send?.("ready");
