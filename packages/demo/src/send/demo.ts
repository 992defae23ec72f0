// The whole demo: keys, register, goods, history, stock, order file, then life as it goes on.
import { DAY_MS, dateText, dayOf, HOUR_MS } from "../calendar.rules.ts";
import { Stories, type World } from "../life/life.rules.ts";
import { makePeople } from "../people.rules.ts";
import { enterCompany } from "./company.ts";
import { addTally, CannotGoOn, type House, noTally, type Sending, type Tally } from "./doors.ts";
import { tellGoods } from "./goods.ts";
import { sendHistory, sendRegister } from "./history.ts";
import { type LiveRun, liveOn } from "./live.ts";
import { importRetail } from "./retail.ts";
import { ownKeys } from "./sources.ts";
import { readState, type State, writeState } from "./state.ts";
import { openStock } from "./stock.ts";

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

/** What is kept between two runs, at hand. */
class Memory {
  readonly #path: string;
  state: State;

  constructor(path: string, state: State) {
    this.#path = path;
    this.state = state;
  }

  async keep(news: Partial<State>): Promise<void> {
    this.state = { ...this.state, ...news };
    await writeState(this.#path, this.state);
  }
}

/** The company, its customers and its goods. Gives whether the house knew nothing of us. */
async function introduce(house: House, world: World, run: Run): Promise<boolean> {
  const { sending, memory, start, earliest } = run;
  sending.say(
    `Almvik, a chain with ${world.people.length} customers, three stores, web, app and a desk. Seed ${world.seed}.`,
  );
  if ((await enterCompany(house, start)) > 0)
    sending.say(
      "Its legal entities, stores and warehouse with their hours and zones are entered; see Settings.",
    );
  const unknown = await sendRegister(house, world, earliest, sending);
  const wish = { house, seed: world.seed, now: start, sending };
  await memory.keep({ goods: await tellGoods(wish, unknown ? undefined : memory.state.goods) });
  return unknown;
}
type Run = {
  readonly sending: Sending;
  readonly memory: Memory;
  readonly start: number;
  readonly earliest: number;
};

/** Runs until the signal. Gives what was sent. */
export async function runDemo(given: House, wish: DemoWish, sending: Sending): Promise<Tally> {
  const { say } = sending;
  const memory = new Memory(wish.statePath, await readState(wish.statePath, wish.seed, wish.people));
  const keys = await ownKeys(given, memory.state.keys, say);
  await memory.keep({ keys }); // before they are used
  const house = keys === undefined ? given : { ...given, keys };
  const world: World = { seed: wish.seed, people: makePeople(wish.seed, wish.people) };
  const keep = (sentUntil: number) => memory.keep({ sentUntil });
  const start = sending.now();
  const earliest = start - wish.days * DAY_MS;
  const unknown = await introduce(house, world, { sending, memory, start, earliest });
  const { sentUntil } = memory.state;
  const from = unknown ? earliest : Math.max(earliest, sentUntil ?? earliest);
  const to = wish.speed > 1 ? Math.max(from, start - LIVED_AT_SPEED_MS) : start;
  const run = { house, world, stories: new Stories(world), sending };
  const sum = noTally();
  if (to - from > HOUR_MS / 60) {
    const before = unknown || sentUntil === undefined;
    const since = dateText(dayOf(from));
    say(before ? `The last ${wish.days} days, from ${since}:` : `What happened since ${since}:`);
    const told = await sendHistory({ ...run, from, to, kept: keep });
    addTally(sum, told);
    say(`  ${told.accepted} taken in, ${told.duplicates} were there, ${told.parked} parked.`);
  }
  const stock = await openStock({ house, sending }, run, to);
  if (wish.retailFile !== undefined) await importRetail(house, wish.retailFile, say).catch(onlySay(say));
  if (wish.historyOnly) return sum;
  say(
    wish.speed > 1
      ? `Now at ${wish.speed} times the speed of the clock, until it is caught up with. Ctrl-C stops.`
      : "Now life goes on, in real time. Ctrl-C stops.",
  );
  const heard: LiveRun["heard"] = async (list, moment) => {
    await stock.hear(list, moment);
    const { goods } = memory.state;
    if (goods === undefined || dayOf(moment) <= dayOf(goods.until)) return;
    const asking = { house, seed: world.seed, now: moment, sending };
    await memory.keep({ goods: await tellGoods(asking, goods) }); // prices that begin today
  };
  addTally(
    sum,
    await liveOn({ ...run, from: to, speed: wish.speed, kept: seldom(keep, sending.now), heard }),
  );
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
