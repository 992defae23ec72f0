// SOMLOS_TEST_CLOCK=1: one clock for all processes of a test installation, moved by POST /test/clock. Works read it with
// their first statement; receipts and duties follow within a fraction of a second.
import { setTimeout as wait } from "node:timers/promises";
import { moveClock as endpoint } from "@somlos/contract/rooms/test-clock";
import { clockOffsetMs, moveClock } from "@somlos/kernel/clock";
import type { Config } from "@somlos/kernel/config";
import { type Database, shareClock } from "@somlos/kernel/db";
import { type Door, handle } from "@somlos/kernel/http";
import { beginTestClock, findTestClock, moveTestClock } from "@somlos/kernel/operate";
import { hasEvents } from "@somlos/modules/events";

const LOOK_MS = 100;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

const refuse = (sentence: string): never => {
  throw Object.assign(new Error(sentence), { code: "test_clock.refused" });
};

/** Refuses where a moved clock could do harm: in reach of others, on a database with events, or after one in earnest. */
async function refuseInEarnest(db: Database, { host, testClock }: Config): Promise<void> {
  const { begun, full } = await db.read(async (tx) => ({
    begun: (await findTestClock(tx)) !== undefined,
    full: await hasEvents(tx),
  }));
  if (begun && !testClock)
    refuse(
      "This database was used with a test clock, so its times are not true. Start with SOMLOS_TEST_CLOCK=1, or with another SOMLOS_HOME or DATABASE_URL.",
    );
  if (!testClock) return;
  if (!LOOPBACK.test(host))
    refuse(
      `SOMLOS_TEST_CLOCK=1 works on this machine only: HOST is ${host}. Use HOST=127.0.0.1, or leave the setting out.`,
    );
  if (!begun && full)
    refuse(
      "SOMLOS_TEST_CLOCK=1 needs an empty database, and this one holds events. Use another SOMLOS_HOME or DATABASE_URL, or leave the setting out.",
    );
}

export type TestClock = {
  /** What to do whenever the time was moved. */
  whenMoved(run: () => Promise<void>): void;
  stop(): void;
};

/** To be called after the migrations, before the first work that depends on the time. */
export async function openTestClock(db: Database, config: Config): Promise<TestClock | undefined> {
  await refuseInEarnest(db, config);
  if (!config.testClock) return undefined;
  await db.work({ kind: "system", id: "test-clock" }, ({ tx }) => beginTestClock(tx));
  shareClock();
  let run = async (): Promise<void> => undefined;
  let seen = (await db.read((tx) => findTestClock(tx))) ?? 0;
  const look = async (): Promise<void> => {
    const offset = await db.read((tx) => findTestClock(tx));
    if (offset === undefined || offset === seen) return;
    seen = offset;
    moveClock(offset);
    await run();
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS).unref(); // away: the next look mends it
  return {
    whenMoved(duty) {
      run = duty;
    },
    stop: () => clearInterval(timer),
  };
}

type ClockHouse = { readonly db: Database; runDuties(): Promise<void> };

export const testClockDoors: readonly Door<ClockHouse>[] = [
  handle(endpoint, async ({ db, runDuties }: ClockHouse, { body, caller }) => {
    const actor = { kind: "staff", id: caller.kind === "staff" ? caller.staffId : "" } as const;
    const moved = await db.work(actor, ({ tx }) =>
      moveTestClock(tx, body.at === undefined ? null : new Date(body.at), body.advanceMs ?? 0),
    );
    moveClock(moved.offset_ms);
    await runDuties();
    await wait(3 * LOOK_MS); // every process has looked by then
    return { now: moved.now.toISOString(), offsetMs: clockOffsetMs() };
  }),
];
