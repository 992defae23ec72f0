// What a process remembers of the database, read again when it has changed in some process: a short clock looks at one
// number, which grows with every change. In force everywhere within a second.
import type { Database } from "./database.ts";
import type { Tx } from "./tx.ts";

const LOOK_MS = 400;

export type Watched = {
  /** The number, asked before what it stands for: what changes in between is read again at the next look. */
  find(tx: Tx): Promise<number>;
  /** Called at the opening, and whenever the number is another one. */
  read(tx: Tx, now: Date): Promise<void>;
};

export class Watch {
  readonly #db: Database;
  readonly #watched: Watched;
  #timer: NodeJS.Timeout | undefined;
  #known: number | undefined;
  #reading: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  private constructor(db: Database, watched: Watched) {
    this.#db = db;
    this.#watched = watched;
  }

  /** Reads, and goes on looking until it is closed. */
  static async open(db: Database, watched: Watched): Promise<Watch> {
    const watch = new Watch(db, watched);
    await watch.refresh();
    const look = () => void (watch.#reading ?? watch.refresh()).catch(() => undefined); // away: the next look mends it
    watch.#timer = setInterval(look, LOOK_MS).unref();
    return watch;
  }

  /** Resolves when what is remembered is at least as new as this call. Call it after a change of one's own has committed. */
  refresh(): Promise<void> {
    if (this.#reading === undefined) return this.#start();
    this.#next ??= this.#reading
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#start();
      });
    return this.#next;
  }

  #start(): Promise<void> {
    this.#reading = this.#db
      .read((tx, now) => this.#look(tx, now))
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async #look(tx: Tx, now: Date): Promise<void> {
    const number = await this.#watched.find(tx);
    if (number === this.#known) return;
    await this.#watched.read(tx, now);
    this.#known = number;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#reading?.catch(() => undefined);
  }
}
