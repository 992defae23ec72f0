// What has happened already, sent as fast as it is taken in: the register of the club, then day by day.
import { DAY_MS, dateText, dayOf } from "../calendar.rules.ts";
import { happenings, registerBefore, type Stories, type World } from "../life/life.rules.ts";
import type { Happening } from "../life/scene.rules.ts";
import type { Door } from "../life/way.rules.ts";
import { addTally, type House, noTally, type Sending, sendBatch, type Tally } from "./doors.ts";

const BATCH = 500;
const IN_FLIGHT = 4;
const SAY_EVERY_MS = 2000;

const doors: readonly Door[] = ["public", "server"];

/** Sends all of them, a few batches at a time, each through its own door. */
export async function sendAll(house: House, list: readonly Happening[], sending: Sending): Promise<Tally> {
  const batches = doors.flatMap((door) => {
    const messages = list.filter((one) => one.door === door).map((one) => one.message);
    return Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, i) => ({
      door,
      messages: messages.slice(i * BATCH, (i + 1) * BATCH),
    }));
  });
  const tally = noTally();
  const line = batches.values();
  const work = async () => {
    for (const { door, messages } of line) {
      sending.signal.throwIfAborted();
      addTally(tally, await sendBatch(house, door, messages, sending));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return tally;
}

/** Tells the house who is in the club. Gives true when it did not know: then it knows nothing of the rest either. */
export async function sendRegister(
  house: House,
  world: World,
  moment: number,
  sending: Sending,
): Promise<boolean> {
  const register = registerBefore(world, moment);
  const { accepted } = await sendAll(house, register, sending);
  return register.length > 0 && accepted > register.length / 2;
}

export type HistoryRun = {
  readonly house: House;
  readonly world: World;
  readonly stories: Stories;
  readonly from: number;
  readonly to: number;
  readonly sending: Sending;
  /** Everything before this moment is safe. */
  readonly kept: (until: number) => Promise<void>;
};

const figure = (n: number): string => Math.round(n).toLocaleString("en").replaceAll(",", " ");

/** While one day is on its way the next one is written. */
export async function sendHistory({
  house,
  world,
  stories,
  from,
  to,
  sending,
  kept,
}: HistoryRun): Promise<Tally> {
  const sum = noTally();
  const begun = performance.now();
  let saidAt = begun;
  let under: Promise<void> = Promise.resolve();
  for (let at = from; at < to; at += DAY_MS) {
    const until = Math.min(to, at + DAY_MS);
    const list = happenings(world, stories, at, until);
    await under;
    sending.signal.throwIfAborted();
    under = sendAll(house, list, sending).then(async (tally) => {
      addTally(sum, tally);
      await kept(until);
      const now = performance.now();
      if (now - saidAt < SAY_EVERY_MS && until < to) return;
      saidAt = now;
      const all = sum.accepted + sum.duplicates + sum.parked;
      const share = Math.round(((until - from) / (to - from)) * 100);
      sending.say(
        `  until ${dateText(dayOf(until)).padEnd(6)} ${figure(all).padStart(9)} events, ${figure(all / ((now - begun) / 1000))} a second, ${share} %`,
      );
    });
    under.catch(() => undefined); // it is awaited on the next round
  }
  await under;
  return sum;
}
