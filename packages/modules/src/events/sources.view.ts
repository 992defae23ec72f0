// The sources in this process's memory: asked at every request. What another process changed is in force here within a second.
import type { Channel } from "@somlos/contract/rooms/events";
import { machineNow } from "@somlos/kernel/clock";
import { type Database, type Tx, Watch } from "@somlos/kernel/db";
import { listTaps } from "./debug.store.ts";
import type { Terms } from "./parse/parse.rules.ts";
import { channelOf as channelOfWord } from "./parse/words.rules.ts";
import { hold } from "./schemas/compile.ts";
import type { Held } from "./schemas/held.rules.ts";
import { listLiveSchemas, type SchemaRow } from "./schemas/schemas.store.ts";
import { findRevision, listAllSources, type SourceRow } from "./sources.store.ts";

/** The company's word, for sources that have none of their own. */
export type CompanyWord = Pick<Terms, "currencyAt" | "circleOf" | "countryAt">;

export class SourcesView {
  #watch: Watch | undefined;
  #rows = new Map<number, SourceRow>();
  #terms = new Map<number, Terms>();
  #taps = new Map<number, Date>();
  readonly #company: CompanyWord;

  private constructor(company: CompanyWord) {
    this.#company = company;
  }

  static async open(
    db: Database,
    company: CompanyWord = { currencyAt: () => undefined },
  ): Promise<SourcesView> {
    const view = new SourcesView(company);
    view.#watch = await Watch.open(db, { find: findRevision, read: (tx) => view.#read(tx) });
    return view;
  }

  /** Resolves when the view is at least as new as this call. */
  async refresh(): Promise<void> {
    await this.#watch?.refresh();
  }

  async #read(tx: Tx): Promise<void> {
    const rows = await listAllSources(tx);
    const schemas = Map.groupBy(await listLiveSchemas(tx), (row) => row.source_id);
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    this.#terms = new Map(rows.map((row) => [row.id, this.#termsFrom(row, schemas.get(row.id))]));
    this.#taps = new Map((await listTaps(tx)).map((tap) => [tap.source_id, tap.until]));
  }

  #termsFrom({ id, currency, legal_entity }: SourceRow, schemas: readonly SchemaRow[] | undefined): Terms {
    const { currencyAt, circleOf, countryAt } = this.#company;
    return {
      currencyAt: currency === null ? currencyAt : () => currency,
      ...(circleOf && {
        circleOf: (entity, location) => circleOf(entity ?? legal_entity ?? undefined, location),
      }),
      ...(countryAt && {
        countryAt: (entity, location) => countryAt(entity ?? legal_entity ?? undefined, location),
      }),
      schemas: schemas === undefined ? undefined : this.#held(schemas, this.#terms.get(id)),
    };
  }

  /** A schema that is in force already stays compiled. */
  #held(rows: readonly SchemaRow[], before: Terms | undefined): Terms["schemas"] {
    const byType = new Map<string, Map<string, Held>>();
    for (const { source_id, type, name, version, action, schema } of rows) {
      const there = before?.schemas?.get(type)?.get(name);
      const held =
        there?.version === version
          ? there
          : hold({ sourceId: source_id, type, name, version, action, schema });
      byType.set(type, (byType.get(type) ?? new Map()).set(name, held));
    }
    return byType;
  }

  /** The channel of a source's events when they name none. */
  readonly channelOf = (sourceId: number): Channel =>
    channelOfWord(this.#rows.get(sourceId)?.channel) ?? "unknown";

  /** What is asked of a source's events. */
  readonly termsOf = (sourceId: number): Terms | undefined => this.#terms.get(sourceId);

  /** Until when somebody listens to a source; undefined when nobody does. */
  readonly listensUntil = (sourceId: number): Date | undefined => {
    const until = this.#taps.get(sourceId);
    return until !== undefined && until.getTime() > machineNow() ? until : undefined;
  };

  async knows(sourceId: number): Promise<boolean> {
    if (!this.#rows.has(sourceId)) await this.refresh();
    return this.#rows.has(sourceId);
  }

  async close(): Promise<void> {
    await this.#watch?.close();
  }
}
