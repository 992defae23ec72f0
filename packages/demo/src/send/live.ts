// Life goes on: what is due is sent, and now and then a line tells what just happened.
import { setTimeout as sleep } from "node:timers/promises";
import { clockText, HOUR_MS } from "../calendar.rules.ts";
import { happenings, type Stories, type World } from "../life/life.rules.ts";
import type { Happening } from "../life/scene.rules.ts";
import { addTally, type House, noTally, type Sending, type Tally } from "./doors.ts";
import { sendAll } from "./history.ts";

const TICK_MS = 1000;
const LINE_EVERY_MS = 3000;
const QUIET_AFTER_MS = 60_000;
const NIGHT_MS = 8 * HOUR_MS;

export type LiveRun = {
  readonly house: House;
  readonly world: World;
  readonly stories: Stories;
  readonly from: number;
  /** How many times faster than the clock, until the clock is caught up with. */
  readonly speed: number;
  readonly sending: Sending;
  readonly kept: (until: number) => Promise<void>;
  /** Hears what happened up to a moment, every second, also when it was nothing. */
  readonly heard: (list: readonly Happening[], moment: number) => Promise<void>;
};

/** The moment life has come to: never ahead of the real clock. */
export const lifeClock =
  (from: number, started: number, speed: number) =>
  (now: number): number =>
    Math.min(now, from + (now - started) * speed);

/** What is worth a word first; what is in no list comes last. */
const WORTH = [
  "Case Opened",
  "Order Refunded",
  "Product Scanned",
  "Order Picked Up",
  "Signed Up",
  "Club Joined",
  "Order Completed",
  "Store Entered",
  "Product Reviewed",
  "Order Delivered",
  "Cart Viewed",
  "Products Compared",
  "Signed Out",
  "Email Opened",
];
const worth = ({ message }: Happening): number => {
  const place = WORTH.indexOf(String(message["event"]));
  return place === -1 ? WORTH.length : place;
};

/** The line to show for what just happened, if anything in it is worth one. */
export function tell(list: readonly Happening[]): string | undefined {
  const best = list
    .filter((one) => one.line !== undefined)
    .sort((x, y) => worth(x) - worth(y) || y.at - x.at)[0];
  return best === undefined ? undefined : `${clockText(best.at)} ${best.line}`;
}

/** Hours ahead, written an hour at a time. */
class Ahead {
  readonly #run: LiveRun;
  #list: Happening[] = [];
  #until: number;

  constructor(run: LiveRun) {
    this.#run = run;
    this.#until = run.from;
  }

  /** Everything up to a moment, each once. */
  take(moment: number): Happening[] {
    while (this.#until <= moment) this.#writeHour();
    const due = this.#list.findIndex((one) => one.at >= moment);
    return this.#list.splice(0, due === -1 ? this.#list.length : due);
  }

  #writeHour(): void {
    const to = this.#until + HOUR_MS;
    this.#list.push(...happenings(this.#run.world, this.#run.stories, this.#until, to));
    this.#until = to;
  }

  /** When something happens again, as far ahead as a night is long. */
  next(moment: number): number | undefined {
    while (this.#list.length === 0 && this.#until < moment + NIGHT_MS) this.#writeHour();
    return this.#list[0]?.at;
  }
}

/** Who looks on hears of something every few seconds, and of the silence at night. */
class Voice {
  readonly #say: (line: string) => void;
  #unsaid: Happening[] = [];
  #saidAt = 0;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  hear(list: readonly Happening[], now: number, next: number | undefined): void {
    this.#unsaid.push(...list);
    const line = now - this.#saidAt < LINE_EVERY_MS ? undefined : tell(this.#unsaid);
    if (line !== undefined) this.#speak(line, now);
    else if (now - this.#saidAt > QUIET_AFTER_MS)
      this.#speak(
        next === undefined ? "All is quiet." : `All is quiet; something happens again at ${clockText(next)}.`,
        now,
      );
  }

  #speak(line: string, now: number): void {
    this.#say(line);
    this.#unsaid = [];
    this.#saidAt = now;
  }
}

/** Until the signal. Gives what was sent. */
export async function liveOn(run: LiveRun): Promise<Tally> {
  const { house, sending, kept, heard } = run;
  const sum = noTally();
  const ahead = new Ahead(run);
  const voice = new Voice(sending.say);
  const clock = lifeClock(run.from, sending.now(), run.speed);
  let caughtUp = run.speed <= 1;
  try {
    for (;;) {
      const now = sending.now();
      const moment = clock(now);
      if (!caughtUp && moment >= now) {
        caughtUp = true;
        sending.say("The clock is caught up with: from here on in real time.");
      }
      const list = ahead.take(moment);
      if (list.length > 0) {
        addTally(sum, await sendAll(house, list, sending));
        await kept(moment);
      }
      await heard(list, moment);
      voice.hear(list, now, ahead.next(moment));
      await sleep(TICK_MS, undefined, { signal: sending.signal });
    }
  } catch (error) {
    if (!sending.signal.aborted) throw error;
    return sum;
  }
}
