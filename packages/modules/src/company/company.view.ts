// The company in this process's memory: asked for each event, so a look costs no query.
import { type Database, type Tx, Watch } from "@somlos/kernel/db";
import { type KnownPlace, listKnownPlaces, loadRevision } from "./company.store.ts";
import { loadSettings, type Settings } from "./settings/settings.store.ts";

/** Codes are unique whatever their case; events write them as people do. */
const keyOf = (code: string): string => code.toLowerCase();

export class CompanyView {
  #watch: Watch | undefined;
  #settings: Settings;
  #places: ReadonlyMap<string, KnownPlace> = new Map();

  private constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Reads the company and goes on looking for changes until it is closed. */
  static async open(db: Database): Promise<CompanyView> {
    const view = new CompanyView(await db.read(loadSettings));
    view.#watch = await Watch.open(db, { find: loadRevision, read: (tx) => view.#read(tx) });
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

  /** The location of an id. */
  placeById(id: string): KnownPlace | undefined {
    return this.#places.values().find((place) => place.id === id);
  }

  /** Resolves when the view is at least as new as this call. Called after a change has committed. */
  async refresh(): Promise<void> {
    await this.#watch?.refresh();
  }

  async #read(tx: Tx): Promise<void> {
    const settings = await loadSettings(tx);
    this.#places = new Map((await listKnownPlaces(tx)).map((place) => [keyOf(place.code), place]));
    this.#settings = settings;
  }

  async close(): Promise<void> {
    await this.#watch?.close();
  }
}
