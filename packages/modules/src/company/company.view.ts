// The company in this process's memory: asked for each event, so a look costs no query. A short clock reads the number of
// the last change; what another process saved is seen here within a second.
import type { Database, Tx } from "@somlos/kernel/db";
import { type KnownPlace, listKnownPlaces, loadRevision } from "./company.store.ts";
import { loadSettings, type Settings } from "./settings/settings.store.ts";

const LOOK_MS = 400;

/** Codes are unique whatever their case; events write them as people do. */
const keyOf = (code: string): string => code.toLowerCase();

export class CompanyView {
  readonly #db: Database;
  #timer: NodeJS.Timeout | undefined;
  #revision = -1;
  #settings: Settings;
  #places: ReadonlyMap<string, KnownPlace> = new Map();
  #reading: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  private constructor(db: Database, settings: Settings) {
    this.#db = db;
    this.#settings = settings;
  }

  /** Reads the company and goes on looking for changes until it is closed. */
  static async open(db: Database): Promise<CompanyView> {
    const view = new CompanyView(db, await db.read(loadSettings));
    await view.refresh();
    const look = () => void (view.#reading ?? view.refresh()).catch(() => undefined);
    view.#timer = setInterval(look, LOOK_MS).unref();
    return view;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** What the installation is called, to staff and customers. */
  get name(): string {
    return this.#settings.name;
  }

  /**
   * The currency of an amount that names none: that of the legal entity whose location the event names, else the
   * installation's; undefined: nobody chose one.
   */
  defaultCurrency(locationCode?: string): string | undefined {
    return this.place(locationCode)?.currency ?? this.#settings.defaultCurrency ?? undefined;
  }

  /** The location of a code, as events name it. */
  place(locationCode: string | undefined): KnownPlace | undefined {
    return locationCode === undefined ? undefined : this.#places.get(keyOf(locationCode));
  }

  /** Resolves when the view is at least as new as this call. Called after a change has committed. */
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
      .read((tx) => this.#read(tx))
      .finally(() => {
        this.#reading = undefined;
      });
    return this.#reading;
  }

  async #read(tx: Tx): Promise<void> {
    const revision = await loadRevision(tx);
    if (revision === this.#revision) return;
    const settings = await loadSettings(tx);
    this.#places = new Map((await listKnownPlaces(tx)).map((place) => [keyOf(place.code), place]));
    this.#settings = settings;
    this.#revision = revision;
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
