// The company in this process's memory: asked for each event, so a look costs no query.
import { type Database, type Tx, Watch } from "@somlos/kernel/db";
import { type KnownPlace, listKnownPlaces, loadRevision } from "./company.store.ts";
import { loadSettings, type Settings } from "./settings/settings.store.ts";
import {
  ALWAYS,
  type Circle,
  circlesOf,
  type KnownEntity,
  PRINCIPAL,
  type Span,
  spansOf,
} from "./sharing/circle.rules.ts";
import { listKnownEntities, listSharings } from "./sharing/sharing.store.ts";

/** Where nobody entered a legal entity or chose a country. */
const COUNTRY = "SE";
/** Codes are unique whatever their case; events write them as people do. */
const keyOf = (code: string): string => code.toLowerCase();

export class CompanyView {
  #watch: Watch | undefined;
  #settings: Settings;
  #places: ReadonlyMap<string, KnownPlace> = new Map();
  #circles: readonly Circle[] = [];
  #spans: ReadonlyMap<string, readonly Span[]> = new Map();
  #byCode: ReadonlyMap<string, number> = new Map();
  #byEntity: ReadonlyMap<string, number> = new Map();

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

  /** Every location there is or was. */
  listPlaces(): readonly KnownPlace[] {
    return [...this.#places.values()];
  }

  /** The location of an id. */
  placeById(id: string): KnownPlace | undefined {
    return this.#places.values().find((place) => place.id === id);
  }

  /**
   * Whose people an event is about: the circle of the legal entity it names, else of that of its location, else the
   * principal's. Undefined: it names one that nobody entered, among others that somebody did.
   */
  circleOf(entityCode: string | undefined, locationCode: string | undefined): number | undefined {
    if (entityCode !== undefined && this.#circles.length > 0) return this.#byCode.get(keyOf(entityCode));
    const place = this.place(locationCode);
    return (place && this.circleOfEntity(place.entityId)) ?? PRINCIPAL;
  }

  /**
   * The country (ISO 3166-1) of numbers and addresses that name none: that of the location, else of the legal entity, else
   * the installation's. What is not known says nothing.
   */
  countryAt(entityCode: string | undefined, locationCode?: string): string {
    return this.place(locationCode)?.country ?? this.#entity(entityCode)?.country ?? this.#country;
  }

  /** The same for the people of a circle: of its first legal entity; of the principal's what the installation says first. */
  countryOf(circle: number): string {
    if (circle === PRINCIPAL) return this.#country;
    return this.#entities().find(({ number }) => number === circle)?.country ?? this.#country;
  }

  get #country(): string {
    const principal = this.#entities().find(({ number }) => number === PRINCIPAL);
    return this.#settings.defaultCountry ?? principal?.country ?? COUNTRY;
  }

  /** The circle that a legal entity is in now. */
  circleOfEntity(entityId: string): number | undefined {
    return this.#byEntity.get(entityId);
  }

  /** The legal entities whose circle this is now, in the order of their numbers. */
  entitiesIn(circle: number): readonly KnownEntity[] {
    return this.#circles.find((one) => one.circle === circle)?.entities ?? [];
  }

  /** Whose people those of a circle are: who shares them now, else the one that collected them before it shared. */
  ownersOf(circle: number): readonly KnownEntity[] {
    const now = this.entitiesIn(circle);
    return now.length > 0 ? now : this.#entities().filter(({ number }) => number === circle);
  }

  /** For each legal entity whose people those of a circle are: where they spoke to it, under whichever name they have there. */
  saidTo(circle: number): readonly (readonly Span[])[] {
    const owners = this.ownersOf(circle);
    const own = [{ circle, ...ALWAYS }];
    return owners.length === 0 ? [own] : owners.map(({ id }) => this.#spans.get(id) ?? own);
  }

  /**
   * Where the people of a legal entity are looked for: where it collects now, then where it did by itself. Of none in
   * particular: everywhere, the principal's first. Undefined: nobody entered one of that code.
   */
  circlesFor(entityCode: string | undefined): readonly number[] | undefined {
    if (entityCode === undefined)
      return [...new Set([PRINCIPAL, ...this.#entities().map(({ number }) => number)])];
    const entity = this.#entity(entityCode);
    if (entity === undefined) return undefined;
    return [...new Set([this.circleOfEntity(entity.id) ?? PRINCIPAL, entity.number])];
  }

  /** The legal entity of a code, whatever its case. */
  entity(code: string): KnownEntity | undefined {
    return this.#entity(code);
  }

  /** The legal entity of an id. */
  entityById(id: string): KnownEntity | undefined {
    return this.#entities().find((entity) => entity.id === id);
  }

  #entity(code: string | undefined): KnownEntity | undefined {
    return code === undefined
      ? undefined
      : this.#entities().find((entity) => keyOf(entity.code) === keyOf(code));
  }

  #entities(): readonly KnownEntity[] {
    return this.#circles.flatMap(({ entities }) => entities);
  }

  /** Every circle with its legal entities and what they share on, the principal's first. */
  listCircles(): readonly Circle[] {
    return this.#circles;
  }

  /** Resolves when the view is at least as new as this call. Called after a change has committed. */
  async refresh(): Promise<void> {
    await this.#watch?.refresh();
  }

  async #read(tx: Tx): Promise<void> {
    const settings = await loadSettings(tx);
    const places = await listKnownPlaces(tx);
    const entities = await listKnownEntities(tx);
    const sharings = await listSharings(tx);
    const live = sharings.filter(({ endedAt }) => endedAt === null);
    const circles = circlesOf(entities, live);
    const members = circles.flatMap(({ circle, entities }) =>
      entities.map((entity) => ({ ...entity, circle })),
    );
    this.#places = new Map(places.map((place) => [keyOf(place.code), place]));
    this.#spans = new Map(entities.map((one) => [one.id, spansOf(one, entities, sharings)]));
    this.#circles = circles;
    this.#byCode = new Map(members.map(({ code, circle }) => [keyOf(code), circle]));
    this.#byEntity = new Map(members.map(({ id, circle }) => [id, circle]));
    this.#settings = settings;
  }

  async close(): Promise<void> {
    await this.#watch?.close();
  }
}
