// Files of feeds are fetched when it is time, each by one process: who fetches says so until a moment not far off and says it again
// while the file comes. After a crash somebody else begins anew; that the file has come is written with its run.
import { randomUUID } from "node:crypto";
import { Refusal } from "@somlos/contract";
import type { Database } from "@somlos/kernel/db";
import { fetchOut } from "@somlos/kernel/fetch";
import { unseal } from "@somlos/kernel/ids";
import { beginRun, type FeedHouse, readRun, SYSTEM } from "../feeds.actions.ts";
import { againAfter, nextAfter } from "./fetch.rules.ts";
import {
  claimFetch,
  type FetchRow,
  type Lease,
  prolongFetch,
  saveFailed,
  saveSame,
  saveTaken,
} from "./fetch.store.ts";

/** What logins of addresses are sealed for. */
export const LOGIN_SEALED_FOR = "feeds.fetch";
const LEASE_MS = 120_000;
const PROLONG_MS = 30_000;
const MOST_AT_ONCE = 4;

export type Fetcher = {
  /** Begins to fetch what is due, a few files at once. */
  look(): Promise<void>;
  stop(): Promise<void>;
};

const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);
const loginOf = ({ access }: FeedHouse, { login }: FetchRow): string | null =>
  login === null ? null : (unseal(access.secret, LOGIN_SEALED_FOR, login) ?? null);

const claimNext = (db: Database, owner: string): Promise<{ due: FetchRow; at: Date } | undefined> =>
  db.work(SYSTEM, async ({ tx, now }) => {
    const due = await claimFetch(tx, owner, now, leaseFrom(now));
    return due && { due, at: now };
  });

/** As long as it goes on, nobody else fetches it. */
async function holding<T>({ db, log }: FeedHouse, lease: Lease, act: () => Promise<T>): Promise<T> {
  const again = () =>
    db
      .work(SYSTEM, ({ tx, now }) => prolongFetch(tx, lease, leaseFrom(now)))
      .catch((err: unknown) => log.error({ err, feed: lease.feedId }, "a fetch could not be prolonged"));
  const timer = setInterval(() => void again(), PROLONG_MS).unref();
  return act().finally(() => clearInterval(timer));
}

/** The run that begins; undefined: there was nothing new. */
async function fetchFile(
  house: FeedHouse,
  lease: Lease,
  { due, at }: { readonly due: FetchRow; readonly at: Date },
  stopped: AbortSignal,
): Promise<string | undefined> {
  const { address, etag, modified, everyMinutes, whole, feedId } = due;
  const wish = { address, etag, modified, login: loginOf(house, due), stopped };
  const found = await fetchOut(house.fetching, wish);
  if (found.kind === "same") {
    await house.db.work(SYSTEM, ({ tx, now }) => saveSame(tx, lease, nextAfter(now, everyMinutes), now));
    return undefined;
  }
  const actor = due.askedBy === null ? SYSTEM : ({ kind: "staff", id: due.askedBy } as const);
  const run = { feedId, whole, at: at.toISOString() };
  return beginRun(house, actor, run, found.file, async ({ tx, now }, runId) => {
    const file = { runId, nextAt: nextAfter(now, everyMinutes), etag: found.etag, modified: found.modified };
    if ((await saveTaken(tx, lease, file, now)) === 0) throw new Refusal("feeds.busy"); // somebody else has fetched it
  });
}

async function fetchOne(
  house: FeedHouse,
  owner: string,
  claimed: { readonly due: FetchRow; readonly at: Date },
  stopped: AbortSignal,
): Promise<void> {
  const { due } = claimed;
  const lease = { feedId: due.feedId, owner };
  try {
    const runId = await holding(house, lease, () => fetchFile(house, lease, claimed, stopped));
    // What stops it is gone on with in half a minute.
    if (runId !== undefined)
      void readRun(house, runId).catch((err: unknown) => house.log.error({ err, runId }, "a feed stopped"));
  } catch (error) {
    if (stopped.aborted) return; // the next start fetches it
    if (!(error instanceof Refusal) || error.code === "database.away") throw error;
    const detail = (error.details as { detail?: string } | undefined)?.detail ?? null;
    await house.db.work(SYSTEM, ({ tx, now }) => {
      const nextAt = againAfter(now, due.failures + 1, due.everyMinutes);
      return saveFailed(tx, lease, { code: error.code, detail, nextAt }, now);
    });
  }
}

export function makeFetcher(house: FeedHouse): Fetcher {
  const stopping = new AbortController();
  const busy = new Set<Promise<void>>();
  return {
    async look() {
      while (busy.size < MOST_AT_ONCE && !stopping.signal.aborted) {
        const owner = randomUUID();
        const claimed = await claimNext(house.db, owner);
        if (claimed === undefined) return;
        const one: Promise<void> = fetchOne(house, owner, claimed, stopping.signal)
          .catch((err: unknown) => house.log.error({ err, feed: claimed.due.feedId }, "a fetch broke"))
          .finally(() => busy.delete(one));
        busy.add(one);
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all(busy);
    },
  };
}
