// Taking the demo away: its events go in portions, then everything that was derived is made anew from the events that are
// left. Each portion commits with its place, so that a crash goes on where it stopped. One process at a time does it.
import type { Database, Work } from "@somlos/kernel/db";
import {
  type Accepted,
  type DemoRemoval,
  type DemoStep,
  endImportsOf,
  findDemoRemoval,
  findLastSeq,
  hearAgain,
  isImporting,
  listDemoSources,
  listLogged,
  moveDemoRemoval,
  type Naming,
  removeBesides,
  removeEventsOf,
} from "../events/index.ts";
import { emptyIdentity, lockIdentity, openRecognise, tidyIdentity } from "../identity/index.ts";
import { deleteFactsOf, takeDemoTurn } from "./facts.store.ts";
import { remember } from "./remember.actions.ts";

export type DemoHouse = { readonly db: Database; readonly naming: Naming };

const PORTION = 2000;
/** Longer than any write of ours lasts, and than any process remembers what is void. */
const WAIT_MS = 6500;
const actor = { kind: "system", id: "demo" } as const;

/** Goes on with a removal that was asked for. Resolves when there is nothing to do now. */
export async function goOnRemovingDemo({ db, naming }: DemoHouse): Promise<void> {
  const recognise = openRecognise({ remember: 20_000 });
  for (let more = true; more; )
    more = await db.work(actor, async (work) => {
      if (!(await takeDemoTurn(work.tx))) return false;
      const removal = await findDemoRemoval(work.tx);
      return removal === undefined || removal.step === "done"
        ? false
        : steps[removal.step](work, removal, naming, recognise);
    });
}

/** True: go on at once. */
type Step = (
  work: Work,
  removal: DemoRemoval,
  naming: Naming,
  recognise: ReturnType<typeof openRecognise>,
) => Promise<boolean>;

const to = async (work: Work, step: DemoStep, place = 0): Promise<boolean> => {
  await moveDemoRemoval(work.tx, { step, place }, work.now);
  return true;
};

const steps: Readonly<Record<Exclude<DemoStep, "done">, Step>> = {
  async events(work, { place, since }) {
    const { tx, now } = work;
    const sources = await listDemoSources(tx);
    // Keys are closed and imports cancelled: what was on its way is in the log by then, at its place.
    if (now.getTime() - since.getTime() < WAIT_MS || (await isImporting(tx, sources, now))) return false;
    const gone = await removeEventsOf(tx, sources, place, PORTION);
    if (gone.place !== null) {
      await moveDemoRemoval(tx, { step: "events", place: gone.place, removed: gone.removed }, now);
      return true;
    }
    await removeBesides(tx, sources);
    await endImportsOf(tx, sources);
    await deleteFactsOf(tx, sources);
    return to(work, "people");
  },
  async people(work) {
    await lockIdentity(work.tx);
    await emptyIdentity(work.tx);
    return to(work, "wait");
  },
  // What a process learned by a memory that is void lies in the log by then, and is heard again.
  async wait(work, { since }) {
    return work.now.getTime() - since.getTime() < WAIT_MS ? false : to(work, "learn");
  },
  async learn(work, { place }, naming, recognise) {
    const { tx, now } = work;
    const rows = await listLogged(tx, place, await findLastSeq(tx), PORTION);
    const last = rows.at(-1);
    if (last === undefined) return to(work, "tidy");
    const heard = rows.flatMap((row): Accepted[] => {
      const told = hearAgain(row, naming);
      return told === undefined ? [] : [told];
    });
    remember(work, heard);
    await recognise.learn(work, heard);
    await moveDemoRemoval(tx, { step: "learn", place: last.seq, learned: rows.length }, now);
    return true;
  },
  async tidy(work) {
    await tidyIdentity(work);
    await to(work, "done");
    return false;
  },
};
