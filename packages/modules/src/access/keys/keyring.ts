// All live keys, in this process's memory: asked at every request, so a look costs no query. A key closed in another process
// is out of force here within a second.
import { hash } from "node:crypto";
import { machineNow } from "@somlos/kernel/clock";
import { type Database, type Tx, Watch } from "@somlos/kernel/db";
import { listLive, loadVersion, saveUses } from "./keys.store.ts";

export type FoundKey = {
  readonly keyId: string;
  readonly trust: "public" | "server";
  readonly sourceId: number;
  readonly origins: readonly string[];
};

type Held = {
  readonly found: FoundKey;
  readonly endsMs: number;
  readonly clear: string | null;
  readonly rolled: boolean;
};

const USES_FLUSH_MS = 60_000;

const indexOf = (text: string): string => hash("sha256", text, "binary");

export class Keyring {
  readonly #db: Database;
  #watch: Watch | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #uses = new Map<string, number>();
  #held = new Map<string, Held>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Reads the keys and goes on looking for changes until it is closed. */
  static async open(db: Database): Promise<Keyring> {
    const keyring = new Keyring(db);
    keyring.#watch = await Watch.open(db, { find: loadVersion, read: (tx, now) => keyring.#read(tx, now) });
    keyring.#timer = setInterval(
      () => void keyring.flushUses().catch(() => undefined), // away: they are kept for the next time
      USES_FLUSH_MS,
    ).unref();
    return keyring;
  }

  /** The key behind a text, if it is in force. Looked up by its hash: how long it takes says nothing about a key. */
  find(text: string): FoundKey | undefined {
    const held = this.#held.get(indexOf(text));
    const now = machineNow();
    if (held === undefined || held.endsMs <= now) return undefined;
    this.#uses.set(held.found.keyId, now);
    return held.found;
  }

  /** The public key to show in snippets: the preferred one while it is in force and not rolled, else the newest. */
  writeKey(preferred?: string): string | undefined {
    const open = [...this.#held.values()].filter((held) => held.clear !== null && !held.rolled);
    return (open.find((held) => held.clear === preferred) ?? open.at(-1))?.clear ?? undefined;
  }

  /** Resolves when the view is at least as new as this call. Call it after a change of keys has committed. */
  async refresh(): Promise<void> {
    await this.#watch?.refresh();
  }

  async #read(tx: Tx, now: Date): Promise<void> {
    const held = new Map<string, Held>();
    for (const key of await listLive(tx, now)) {
      const { keyId, trust, sourceId, origins } = key;
      held.set(key.hash.toString("binary"), {
        found: { keyId, trust, sourceId, origins },
        endsMs: key.endsAt?.getTime() ?? Number.POSITIVE_INFINITY,
        clear: key.clear,
        rolled: key.rolledAt !== null,
      });
    }
    this.#held = held;
  }

  /** Writes when keys were last used, in one statement. */
  async flushUses(): Promise<void> {
    if (this.#uses.size === 0) return;
    const uses = [...this.#uses].sort(([a], [b]) => (a < b ? -1 : 1));
    this.#uses.clear();
    try {
      await this.#db.work({ kind: "system", id: "access" }, (work) => saveUses(work.tx, uses));
    } catch (error) {
      for (const [id, at] of uses) if (!this.#uses.has(id)) this.#uses.set(id, at);
      throw error;
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#watch?.close();
    await this.flushUses().catch(() => undefined);
  }
}
