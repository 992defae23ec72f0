// Counting reach, away from whoever asks: in a read, so that the readers of the log never wait for it, by one process at a time.
import type { Database, Tx } from "@somlos/kernel/db";
import { listEntities } from "../../company/index.ts";
import { listAllRestricted } from "../../identity/index.ts";
import type { Ages } from "../consent.house.ts";
import { dormantDaysIn } from "../law/policy.actions.ts";
import { toldChannels } from "../seen/seen.rules.ts";
import { adultBirthday } from "../use/ages.rules.ts";
import {
  type Counted,
  deleteUnasked,
  findCount,
  holdCounting,
  listCounts,
  saveCount,
  wantCount,
} from "./counts.store.ts";
import { headlineOf, RECOGNISED_MS, recognisedOf } from "./headlines.rules.ts";
import { countRecognised, saveHeadline } from "./headlines.store.ts";
import { ALL, ASKED_MS, type Count, isDue, isOld, type Question, sharesOf } from "./reach.rules.ts";
import { countGaps, countKnown, countNoes, countReach, countUses, listCauses } from "./reach.store.ts";

const YEAR_MS = 365 * 86_400_000;
export type ReachHouse = { readonly db: Database; readonly ages: Pick<Ages, "bornAfter"> };
type Found = NonNullable<Count["found"]>;
const SYSTEM = { kind: "system", id: "consent" } as const;

async function figuresOf({ ages }: ReachHouse, tx: Tx, { entityIds }: Question, now: Date): Promise<Found> {
  const entities = await listEntities(tx);
  const daysOf = await dormantDaysIn(tx, new Map(entities.map((one) => [one.id, one])), now);
  const days = new Map(entities.map(({ id }) => [id, daysOf(id)] as const));
  const since = new Date(now.getTime() - YEAR_MS);
  const quiet = [...(await ages.bornAfter(tx, adultBirthday(now))), ...(await listAllRestricted(tx))];
  return {
    ...sharesOf(await countReach(tx, days, now, entityIds, quiet), await countKnown(tx)),
    ...recognisedOf(await countRecognised(tx, new Date(now.getTime() - RECOGNISED_MS), toldChannels)),
    gaps: await countGaps(tx),
    noes: await countNoes(tx, since),
    causes: await listCauses(tx, since),
    uses: (await countUses(tx)).map((use) => ({ ...use, lastAt: use.lastAt.toISOString() })),
  };
}

/** False: another count is going on, here or in another process. */
async function countNow(house: ReachHouse, question: Question): Promise<boolean> {
  const counted = await house.db.read(
    async (tx, asOf): Promise<(Counted & { readonly found: Found }) | undefined> => {
      if (!(await holdCounting(tx))) return undefined;
      const began = performance.now();
      const found = await figuresOf(house, tx, question, asOf);
      return { asOf, found, tookMs: Math.round(performance.now() - began) };
    },
  );
  if (counted === undefined) return false;
  await house.db.work(SYSTEM, async ({ tx }) => {
    if ((await saveCount(tx, question.key, counted)) > 0)
      await saveHeadline(tx, question.key, headlineOf(counted.found, counted.asOf));
  });
  return true;
}

/** What somebody waits for, or what grew old. What nobody asked for in thirty days is let go, but the whole, which each day has. */
export async function countReachWhenDue(house: ReachHouse): Promise<void> {
  const { db } = house;
  const { counts, now } = await db.read(async (tx, at) => ({ counts: await listCounts(tx), now: at }));
  const asked = new Date(now.getTime() - ASKED_MS);
  if (counts.some(({ key, wantedAt }) => key !== ALL && wantedAt < asked))
    await db.work(SYSTEM, ({ tx }) => deleteUnasked(tx, asked));
  for (const count of counts)
    if ((count.key === ALL || count.wantedAt >= asked) && isDue(count, now)) await countNow(house, count);
}

/** The last count of a question, and the newer one that was begun if it is old. */
export async function askForReach(
  house: ReachHouse,
  question: Question,
): Promise<{ readonly count: Count | undefined; readonly newer: Promise<boolean> | undefined }> {
  const { db } = house;
  const { count, now } = await db.read(async (tx, at) => ({
    count: await findCount(tx, question.key),
    now: at,
  }));
  if (!isOld(count, now)) return { count, newer: undefined };
  const wanted = await db.work(SYSTEM, async (work) => {
    await wantCount(work.tx, question, work.now);
    return findCount(work.tx, question.key);
  });
  return { count: wanted, newer: countNow(house, question) };
}

export const readCount = (db: Database, { key }: Question): Promise<Count | undefined> =>
  db.snapshot((tx) => findCount(tx, key));
