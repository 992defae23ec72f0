// The channels in which anybody ever chose less than always, in this process's memory: asked for each event. The first
// choice of a channel is in force here within a second; every later one at once, since it is read in the transaction.
import type { Channel } from "@somlos/contract/rooms/events";
import { type Database, Watch } from "@somlos/kernel/db";
import { countChannels, listChannels } from "./dial.store.ts";

export class DialView {
  #watch: Watch | undefined;
  #channels: ReadonlySet<Channel> = new Set();

  static async open(db: Database): Promise<DialView> {
    const view = new DialView();
    view.#watch = await Watch.open(db, {
      find: countChannels,
      async read(tx) {
        view.#channels = new Set(await listChannels(tx));
      },
    });
    return view;
  }

  isRestricted(channel: Channel): boolean {
    return this.#channels.has(channel);
  }

  /** Resolves when the view is at least as new as this call. */
  async refresh(): Promise<void> {
    await this.#watch?.refresh();
  }

  async close(): Promise<void> {
    await this.#watch?.close();
  }
}
