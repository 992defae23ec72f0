// Tells the ledger through another process that is killed now and then: in the middle of a work, after it is written, or at any
// moment. Whoever told it tells it again to the next process, as a client would.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { clockOffsetMs } from "@somlos/kernel/clock";
import { type Random, randomFrom, type TestDatabase } from "@somlos/kernel/testing";
import type { Answered, Op, Teller } from "./ops.ts";
import type { Wish } from "./teller.ts";

const PROGRAM = fileURLToPath(new URL("./teller.ts", import.meta.url));
export type Crashes = { before: number; after: number; anywhen: number; written: number };

async function begin(url: string): Promise<ChildProcess> {
  const child = fork(PROGRAM, [url], { serialization: "advanced" });
  await once(child, "message");
  return child;
}

type Told = Answered | { readonly error: string } | undefined;
/** Undefined: it died. */
function ask(child: ChildProcess, wish: Wish): Promise<Told> {
  return new Promise((resolve) => {
    const heard = (answer: Told) => {
      child.off("exit", died);
      resolve(answer);
    };
    const died = () => {
      child.off("message", heard);
      resolve(undefined);
    };
    child.once("message", heard);
    child.once("exit", died);
    child.send(wish);
  });
}

/** Of so many works one dies before it is written, one after, and one is killed at any moment. */
export async function openCrashing(t: TestDatabase, seed: number, oneIn: number) {
  const roll: Random["below"] = randomFrom(seed).below;
  const client = await t.db.connect();
  await client.query("create table public.witness (number integer primary key, at timestamptz not null)");
  const crashes: Crashes = { before: 0, after: 0, anywhen: 0, written: 0 };
  let [child, spare] = [await begin(t.url), begin(t.url)];
  let number = 0;
  const next = async () => {
    child = await spare;
    spare = begin(t.url);
  };
  async function say(wish: Wish): Promise<Told> {
    const anywhen = wish.how === "whole" && roll(oneIn) === 0;
    const asked = ask(child, wish);
    if (anywhen) {
      crashes.anywhen++;
      await sleep(roll(6));
      child.kill("SIGKILL");
    }
    const told = await asked;
    if (anywhen || told === undefined) await next();
    return told;
  }
  /** When it was written, if it was. */
  async function written(of: number): Promise<Date | undefined> {
    const found = await client.query<{ at: Date }>("select at from public.witness where number = $1", [of]);
    return found.rows[0]?.at;
  }
  function howNow(): Wish["how"] {
    const fate = roll(oneIn);
    if (fate === 0) crashes.before++;
    if (fate === 1) crashes.after++;
    return fate === 0 ? "dies before" : fate === 1 ? "dies after" : "whole";
  }
  async function must(wish: Wish): Promise<Answered> {
    const told = await say(wish);
    if (told !== undefined && !("error" in told)) return told;
    if (told !== undefined) throw new Error(told.error);
    const before = await written(wish.number);
    if (before !== undefined) crashes.written++;
    const again = await must({ ...wish, number: ++number, how: "whole" });
    return { ...again, before: again.before ?? before };
  }
  const teller: Teller = {
    tell: (op: Op) => must({ number: ++number, op, ahead: clockOffsetMs(), how: howNow() }),
    async breakOff(op: Op) {
      await must({ number: ++number, op, ahead: clockOffsetMs(), how: "broken off" });
    },
  };
  return {
    ...{ teller, crashes },
    async close() {
      child.kill("SIGKILL");
      (await spare).kill("SIGKILL");
      await client.end();
    },
  };
}
