// What the house does by the clock. Every duty is safe to run in many processes at once and to miss for a while.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { machineNow } from "@somlos/kernel/clock";
import type { Config } from "@somlos/kernel/config";
import type { Database } from "@somlos/kernel/db";
import { keepDaily, listBackups } from "@somlos/kernel/keep";
import type { Logger } from "@somlos/kernel/log";
import { type Mail, pruneMails } from "@somlos/kernel/mail";
import { daysBefore } from "@somlos/kernel/operate";
import { type AccessHouse, answerForgotten, pruneAccess } from "@somlos/modules/access";
import { goOnNaming } from "@somlos/modules/catalog";
import {
  countReachWhenDue,
  countRecognition,
  pruneCodes,
  pruneContacts,
  pruneSeen,
  pruneShown,
  type SeenHouse,
} from "@somlos/modules/consent";
import { answerSignIns, type CornerHouse, pruneCorner } from "@somlos/modules/corner";
import {
  countLife,
  forgetHushDays,
  hushDay,
  makeMonth,
  pruneBreaks,
  pruneTapped,
} from "@somlos/modules/events";
import {
  countPeople,
  type MatchHouse,
  pruneHouseholds,
  stepRules,
  trainWhenDue,
  walkOn,
  weighNews,
} from "@somlos/modules/identity";
import { expireDue } from "@somlos/modules/ledger";
import { type DemoHouse, goOnRemovingDemo } from "@somlos/modules/profiles";
import {
  forgetFiles,
  liftDue,
  pruneRights,
  purgeFiles,
  type RightsRoomHouse,
  runRights,
} from "@somlos/modules/rights";
import { compareAnew, type FeedHouse, type Fetcher, goOnReading, watchEdges } from "@somlos/modules/stores";
import { type AlertHouse, watchAlerts } from "./operate/alerts.actions.ts";
import { oldBackups } from "./operate/backups.lifetime.ts";
import { loadDays, sweep } from "./operate/retention.actions.ts";
import { findDisk, rememberVolume } from "./operate/volume.actions.ts";

type Duty = { readonly name: string; readonly everyMinutes: number; run(): Promise<unknown> };
export type ScheduleHouse = AccessHouse &
  CornerHouse &
  RightsRoomHouse &
  AlertHouse &
  DemoHouse &
  SeenHouse &
  MatchHouse &
  FeedHouse &
  Parameters<typeof countReachWhenDue>[0] & {
    readonly mail: Mail;
    readonly log: Logger;
    readonly fetcher: Fetcher;
  };

const MONTHS_AHEAD = 2;

/** Makes the partitions of this month and the next ones. */
export const makeMonths = (db: Database): Promise<void> =>
  db.work({ kind: "system", id: "events" }, async ({ tx, now }) => {
    for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++)
      await makeMonth(tx, new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)));
  });

const duties = (house: ScheduleHouse, config: Config): readonly Duty[] => [
  { name: "partitions of the log", everyMinutes: 60, run: () => makeMonths(house.db) },
  {
    name: "what was heard of sources, counts of broken schemas, and keys of the day, that are over",
    everyMinutes: 5,
    run: () =>
      house.db.work({ kind: "system", id: "events" }, async ({ tx, now }) => {
        await pruneTapped(tx, now);
        await pruneBreaks(tx, now);
        await forgetHushDays(tx, hushDay());
      }),
  },
  { name: "taking the demo away", everyMinutes: 0.03, run: () => goOnRemovingDemo(house) },
  { name: "who was recognised", everyMinutes: 0.03, run: () => countRecognition(house) },
  { name: "how many may be reached", everyMinutes: 0.05, run: () => countReachWhenDue(house) },
  { name: "the recognition log of three years ago", everyMinutes: 60, run: () => pruneSeen(house.db) },
  { name: "counted messages of a month ago", everyMinutes: 60, run: () => pruneContacts(house.db) },
  { name: "showings of words of 400 days ago", everyMinutes: 60, run: () => pruneShown(house.db) },
  { name: "codes of a week ago", everyMinutes: 60, run: () => pruneCodes(house.db) },
  { name: "signs of life of the sources", everyMinutes: 0.2, run: () => countLife(house.db) },
  {
    name: "mails whose time is over",
    everyMinutes: 5,
    run: () =>
      house.db.work({ kind: "system", id: "mail" }, async (work) => {
        const days = await loadDays(work.tx, config.home, work.now);
        return pruneMails(work, { content: days.mail_content, rows: days.mails });
      }),
  },
  { name: "sessions and links whose time is over", everyMinutes: 10, run: () => pruneAccess(house) },
  {
    name: "forgotten passwords that a crash left behind",
    everyMinutes: 1,
    run: () => answerForgotten(house),
  },
  {
    name: "customers' sessions and links whose time is over",
    everyMinutes: 10,
    run: () => pruneCorner(house),
  },
  {
    name: "invitations to households that are over",
    everyMinutes: 60,
    run: () => pruneHouseholds(house.db),
  },
  { name: "what is in renamed categories", everyMinutes: 0.03, run: () => goOnNaming(house.db) },
  { name: "holds that are out of time", everyMinutes: 0.05, run: () => expireDue(house.db) },
  {
    name: "what is said differently of the same goods",
    everyMinutes: 0.03,
    run: () => compareAnew(house.db),
  },
  { name: "reductions that began or ended", everyMinutes: 1, run: () => watchEdges(house.db) },
  { name: "files of feeds that are half read", everyMinutes: 0.5, run: () => goOnReading(house) },
  { name: "files of feeds that are to be fetched", everyMinutes: 0.02, run: () => house.fetcher.look() },
  { name: "copies and erasures that people asked for", everyMinutes: 0.05, run: () => runRights(house) },
  { name: "restrictions that are lifted", everyMinutes: 0.05, run: () => liftDue(house) },
  { name: "files of imports, once somebody was erased", everyMinutes: 0.5, run: () => forgetFiles(house) },
  {
    name: "files of the database, once somebody was erased",
    everyMinutes: 1,
    run: () =>
      purgeFiles({ db: house.db, freeBytes: async () => (await findDisk(house.dataFolder))?.freeBytes }),
  },
  { name: "copies that are kept no longer", everyMinutes: 60, run: () => pruneRights(house) },
  {
    name: "rules of identity that are tried or applied",
    everyMinutes: 0.03,
    run: () => goOnWithRules(house),
  },
  { name: "who may be one person", everyMinutes: 0.1, run: () => weighSteps(house, walkOn) },
  {
    name: "who of those just heard of may be one person",
    everyMinutes: 0.03,
    run: () => weighSteps(house, weighNews),
  },
  {
    name: "learning who may be one person",
    everyMinutes: 0.5,
    run: () => trainWhenDue(house, countPeople),
  },
  { name: "sign-ins that a crash left behind", everyMinutes: 1, run: () => answerSignIns(house) },
  { name: "what is kept no longer", everyMinutes: 60, run: () => sweep({ ...house, home: config.home }) },
  {
    name: "what the data takes",
    everyMinutes: 60,
    run: () => house.db.work({ kind: "system", id: "volume" }, rememberVolume),
  },
  { name: "what needs a hand", everyMinutes: 1, run: () => watchAlerts(house) },
  { name: "daily backup", everyMinutes: 15, run: () => keepBackups(house, config) },
];

const STEPS_AT_ONCE = 5;
async function weighSteps(house: ScheduleHouse, step: typeof walkOn): Promise<void> {
  for (let at = 0, more = true; more && at < STEPS_AT_ONCE; at++)
    more = await house.db.work({ kind: "system", id: "matches" }, (work) => step(work, house));
}

const RULES_AT_ONCE_MS = 1500;
async function goOnWithRules({ db }: ScheduleHouse): Promise<void> {
  const until = performance.now() + RULES_AT_ONCE_MS;
  for (let more = true; more && performance.now() < until; ) more = await stepRules(db);
}

const DAYS_A_WEEK = 7;

/** Makes the day's backup and removes those of this home that are kept no longer. */
async function keepBackups(house: ScheduleHouse, config: Config): Promise<void> {
  const folder = join(config.home, "backups");
  const now = new Date(machineNow());
  const { backups } = await house.db.read((tx, at) => loadDays(tx, config.home, at));
  const weeks = Math.ceil(backups / DAYS_A_WEEK) - 1;
  await keepDaily(house.db, { folder, now, weeks, log: (line) => house.log.info(line) });
  for (const name of oldBackups(await listBackups(folder), daysBefore(now, backups)))
    await rm(join(folder, name), { force: true });
}

export type Timekeeper = {
  /** Does every duty now, one after the other: after the clock of a test was moved. */
  runAll(): Promise<void>;
  stop(): void;
};

/** Begins the duties. One that fails is logged and tried again at its next time; none runs twice at once. */
export function keepTime(house: ScheduleHouse, config: Config): Timekeeper {
  const all = duties(house, config).map(({ name, everyMinutes, run }) => {
    let running: Promise<unknown> | undefined;
    const go = (): Promise<unknown> => {
      running ??= run()
        .catch((err: unknown) => house.log.error({ err, duty: name }, "a duty failed"))
        .finally(() => {
          running = undefined;
        });
      return running;
    };
    return { go, timer: setInterval(() => void go(), everyMinutes * 60_000).unref() };
  });
  return {
    async runAll() {
      for (const { go } of all) await go();
    },
    stop() {
      for (const { timer } of all) clearInterval(timer);
    },
  };
}
