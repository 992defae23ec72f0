// The sources in this process's memory, read again every few seconds: asked at every request.
import type { Channel } from "@somlos/contract/rooms/events";
import type { Database } from "@somlos/kernel/db";
import { channelOf as channelOfWord } from "./parse/words.rules.ts";
import { listAllSources, type SourceRow } from "./sources.store.ts";

const EVERY_MS = 2000;

export class SourcesView {
  readonly #db: Database;
  #rows = new Map<number, SourceRow>();
  #timer: NodeJS.Timeout | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  static async open(db: Database): Promise<SourcesView> {
    const view = new SourcesView(db);
    await view.refresh();
    view.#timer = setInterval(() => void view.refresh().catch(() => undefined), EVERY_MS).unref(); // away: the next look mends it
    return view;
  }

  async refresh(): Promise<void> {
    this.#rows = new Map((await this.#db.read((tx) => listAllSources(tx))).map((row) => [row.id, row]));
  }

  /** The channel of a source's events when they name none. */
  readonly channelOf = (sourceId: number): Channel =>
    channelOfWord(this.#rows.get(sourceId)?.channel) ?? "unknown";

  async knows(sourceId: number): Promise<boolean> {
    if (!this.#rows.has(sourceId)) await this.refresh();
    return this.#rows.has(sourceId);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
