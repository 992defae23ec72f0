// The whole demo: keys, register, history, order file, then life as it goes on.
import { setTimeout as sleep } from "node:timers/promises";
import { DAY_MS, dateText, dayOf, HOUR_MS } from "../calendar.rules.ts";
import { Stories, type World } from "../life/life.rules.ts";
import { makePeople } from "../people.rules.ts";
import { enterCompany } from "./company.ts";
import { addTally, CannotGoOn, call, type House, noTally, type Sending, type Tally } from "./doors.ts";
import { sendHistory, sendRegister } from "./history.ts";
import { liveOn } from "./live.ts";
import { importRetail } from "./retail.ts";
import { ownKeys } from "./sources.ts";
import { forgetState, readState, writeState } from "./state.ts";

export type DemoWish = {
  readonly seed: number;
  readonly people: number;
  readonly days: number;
  readonly speed: number;
  /** Where the state is kept. */
  readonly statePath: string;
  readonly retailFile: string | undefined;
  /** Ends when history is told: for tests and for filling a house. */
  readonly historyOnly: boolean;
};

/** With speed, the last day is lived again instead of sent at once. */
const LIVED_AT_SPEED_MS = DAY_MS;
const KEEP_EVERY_MS = 5000;

/** Runs until the signal. Gives what was sent. */
export async function runDemo(given: House, wish: DemoWish, sending: Sending): Promise<Tally> {
  const { say } = sending;
  let state = await readState(wish.statePath, wish.seed, wish.people);
  const keys = await ownKeys(given, state.keys, say);
  state = { ...state, keys };
  await writeState(wish.statePath, state); // the keys, before they are used
  const house = keys === undefined ? given : { ...given, keys };
  const world: World = { seed: wish.seed, people: makePeople(wish.seed, wish.people) };
  const keep = async (sentUntil: number) => {
    state = { ...state, sentUntil };
    await writeState(wish.statePath, state);
  };
  const start = sending.now();
  const earliest = start - wish.days * DAY_MS;
  say(
    `Almvik, a chain with ${world.people.length} customers, three stores, web, app and a desk. Seed ${wish.seed}.`,
  );
  if ((await enterCompany(house, start)) > 0)
    say("Its legal entities and stores with their hours are entered; see Settings.");
  const unknown = await sendRegister(house, world, earliest, sending);
  const from = unknown ? earliest : Math.max(earliest, state.sentUntil ?? earliest);
  const to = wish.speed > 1 ? Math.max(from, start - LIVED_AT_SPEED_MS) : start;
  const run = { house, world, stories: new Stories(world), sending };
  const sum = noTally();
  if (to - from > HOUR_MS / 60) {
    say(
      unknown || state.sentUntil === undefined
        ? `The last ${wish.days} days, from ${dateText(dayOf(from))}:`
        : `What happened since ${dateText(dayOf(from))}:`,
    );
    const told = await sendHistory({ ...run, from, to, kept: keep });
    addTally(sum, told);
    say(`  ${told.accepted} taken in, ${told.duplicates} were there, ${told.parked} parked.`);
  }
  if (wish.retailFile !== undefined) await importRetail(house, wish.retailFile, say).catch(onlySay(say));
  if (wish.historyOnly) return sum;
  say(
    wish.speed > 1
      ? `Now at ${wish.speed} times the speed of the clock, until it is caught up with. Ctrl-C stops.`
      : "Now life goes on, in real time. Ctrl-C stops.",
  );
  addTally(sum, await liveOn({ ...run, from: to, speed: wish.speed, kept: seldom(keep, sending.now) }));
  return sum;
}

/** The order file is an extra: without it the demo goes on. */
const onlySay = (say: (line: string) => void) => (error: unknown) => {
  if (!(error instanceof CannotGoOn)) throw error;
  say(error.message);
};

/** Keeps at most every few seconds: what was sent since is sent again after a crash, and counts once. */
function seldom(keep: (until: number) => Promise<void>, now: () => number): (until: number) => Promise<void> {
  let keptAt = 0;
  return async (until) => {
    if (now() - keptAt < KEEP_EVERY_MS) return;
    keptAt = now();
    await keep(until);
  };
}

/** Takes the demo away: everything that came through its sources. */
export async function clearDemo(house: House, statePath: string, say: (line: string) => void): Promise<void> {
  if (house.adminToken === undefined)
    throw new CannotGoOn(
      "Taking the demo away needs the admin token: run this where the home of the server is, or say --admin-token.",
    );
  const { status, body } = await call(house, "DELETE", "/api/demo");
  if (status === 404) {
    await forgetState(statePath);
    return say("There is no demo here.");
  }
  if (status !== 200)
    throw new CannotGoOn(
      `The demo is still there: ${status}, ${String(body["sentence"] ?? "no reason given")}`,
    );
  say(`Taking ${String(body["events"])} events away.`);
  const removed = await untilGone(house);
  await forgetState(statePath);
  say(`The demo is gone: ${removed} events. Its legal entities and stores stay; close them in Settings.`);
}

const PATIENCE_MS = 1000;

/** The server goes on by itself; Ctrl-C here stops only the looking. */
async function untilGone(house: House): Promise<number> {
  for (;;) {
    const { body } = await call(house, "GET", "/api/demo");
    if (body["state"] === "there")
      throw new CannotGoOn(
        "Something of the demo came in meanwhile: end the demo that runs, then clear again.",
      );
    if (body["state"] !== "going") return Number(body["removed"]);
    await sleep(PATIENCE_MS);
  }
}
