// The staff audit: written in the transaction of what was done, or, for reads, before the answer leaves.

import { Refusal } from "@somlos/contract";
import { clockOffsetMs, machineNow } from "@somlos/kernel/clock";
import { type Database, GroupCommit, type Tx, type Work } from "@somlos/kernel/db";
import { hmac, uuid7, uuidOf } from "@somlos/kernel/ids";
import { isUuid } from "@somlos/rules/uuid";
import { type ActRow, insertActs, insertActsNow } from "./audit.store.ts";

export type Act = {
  /** Id of the colleague, name of the token, `system` or `nobody`. */
  readonly who: string;
  /** Id of the endpoint. */
  readonly what: string;
  /** Id of the key or colleague that was changed. */
  readonly object?: string | undefined;
  /** The person who was opened. */
  readonly personId?: string | undefined;
  readonly reason?: string | undefined;
  readonly refused?: boolean | undefined;
  readonly ip?: string | undefined;
};

const REASON_MOST = 500;
const LINES = 2;
const ACTS_A_COMMIT = 500;
const ACTS_WAITING_MOST = 20_000;

/** Text that the database takes as it is: one act with a strange reason must not keep its neighbours out of the book. */
const clean = (text: string): string =>
  text.toWellFormed().replaceAll("\0", "").slice(0, REASON_MOST).toWellFormed();

export class AuditBook {
  readonly #secret: string;
  readonly #commits: GroupCommit<Act, true>;

  constructor(db: Database, secret: string) {
    this.#secret = secret;
    this.#commits = new GroupCommit<Act, true>({
      db,
      actor: { kind: "system", id: "access" },
      lines: LINES,
      most: ACTS_A_COMMIT,
      queueMost: ACTS_WAITING_MOST,
      first: async () => undefined,
      flush: async (work, acts) => {
        await this.record(work.tx, work.now, acts);
        return { outcomes: acts.map(() => true) };
      },
      alone: (acts) => async (tx) => {
        const rows = acts.map((act) => this.#row(act, machineNow()));
        await insertActsNow(tx, rows, clockOffsetMs());
        return acts.map(() => true);
      },
      putAway: (_work, _act, error) => Promise.reject(error), // not written down means not answered
    });
  }

  /** In the transaction of what was done: both stand or neither. */
  async record(tx: Tx, now: Date, acts: readonly Act[]): Promise<void> {
    if (acts.length > 0)
      await insertActs(
        tx,
        acts.map((act) => this.#row(act, now.getTime())),
        now,
      );
  }

  /** In one line for a work. */
  note(work: Work, act: Act): Promise<void> {
    return this.record(work.tx, work.now, [act]);
  }

  /** Reads: resolves when they are durably written, together with what others wait for. Answer only after it. */
  async look(acts: readonly Act[]): Promise<void> {
    for (const { personId } of acts)
      if (personId !== undefined && !isUuid(personId)) throw new Error("a person id is a uuid");
    try {
      await this.#commits.submit(acts);
    } catch (error) {
      if (error instanceof Refusal && error.code === "collect.busy")
        throw new Refusal("door.too_often", undefined, 1);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#commits.close();
  }

  #row(act: Act, nowMs: number): ActRow {
    return {
      id: uuid7(nowMs),
      who: clean(act.who),
      what: clean(act.what),
      objectId: act.object ?? null,
      personId: act.personId ?? null,
      reason: act.reason === undefined ? null : clean(act.reason),
      refused: act.refused ?? false,
      ipHash: act.ip === undefined ? null : uuidOf(hmac(this.#secret, `ip ${act.ip}`)),
    };
  }
}
