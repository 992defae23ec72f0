// What happened to somebody before they were erased counts without a person. A process remembers only since when nobody was:
// an event that is newer than every erasure costs no question.
import { type Database, Watch } from "@somlos/kernel/db";
import type { Shield } from "../../events/index.ts";
import { findNewest, findRightsRevision, findTombstones } from "./tombstones.store.ts";

export class TombstonesView {
  #newest = 0;
  #watch: Watch | undefined;

  static async open(db: Database): Promise<TombstonesView> {
    const view = new TombstonesView();
    view.#watch = await Watch.open(db, {
      find: findRightsRevision,
      read: async (tx) => {
        view.#newest = (await findNewest(tx))?.getTime() ?? 0;
      },
    });
    return view;
  }

  /** Whether an event of this time may be of before an erasure. */
  reaches(at: number): boolean {
    return at < this.#newest;
  }
  /** Resolves when this process knows of every erasure that was committed before. */
  refresh = async (): Promise<void> => this.#watch?.refresh();
  close = async (): Promise<void> => this.#watch?.close();
}

export const tombstoneShield = (view: TombstonesView): Shield => ({
  minds: ({ at }) => view.reaches(at),
  async hush(tx, carried) {
    const erased = await findTombstones(tx, [
      ...new Set(carried.flatMap(({ ids }) => ids.map((one) => one.fp))),
    ]);
    const early = carried.map(({ ids, at }) =>
      ids.some(({ fp }) => (erased.get(fp)?.getTime() ?? Number.NEGATIVE_INFINITY) > at),
    );
    return new Map(early.flatMap((is, place) => (is ? [[place, "hush"] as const] : [])));
  },
});
