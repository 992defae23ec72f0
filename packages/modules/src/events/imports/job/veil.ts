// What is kept of a file beside its events, in the report and in the dry run: nothing of whom the shields would leave alone.
import { channels } from "@somlos/contract/rooms/events";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import type { Tx } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { Arrival } from "../../collect.actions.ts";
import { findMinded } from "../../hush/shield.actions.ts";
import { isObject } from "../../parse/identifiers.rules.ts";
import { channelOf } from "../../parse/words.rules.ts";
import type { WorkingHouse } from "../imports.house.ts";
import type { ImportRow, RefusedRow } from "../imports.store.ts";
import { BadRow } from "../mapping/bad-row.rules.ts";
import { type Cells, idTextOf, type Json } from "../mapping/fields.rules.ts";
import { contextOf, makeTime } from "../mapping/rows.rules.ts";
import type { Refused } from "./job.ts";

/** Where a row stood and why it was left out, and nothing of the row. */
const NOTHING = "null";

export type Veiled = {
  readonly rows: readonly RefusedRow[];
  /** Some of them were about somebody who must be left alone, or may have been. */
  readonly any: boolean;
};

export class Veil {
  readonly #house: Pick<WorkingHouse, "naming" | "shields" | "termsOf">;
  readonly #sourceId: number | null;
  readonly #mapping: Mapping;
  readonly #timeOf: (cells: Cells) => number | undefined;

  constructor(
    house: Pick<WorkingHouse, "naming" | "shields" | "termsOf">,
    { source_id }: Pick<ImportRow, "source_id">,
    mapping: Mapping,
  ) {
    this.#house = house;
    this.#sourceId = source_id;
    this.#mapping = mapping;
    this.#timeOf = makeTime(mapping);
  }

  /** Left-out rows as they may be kept. Of a row that cannot be read nobody can say whose it is. */
  async rows(tx: Tx, refused: readonly Refused[], now: Date): Promise<Veiled> {
    const readable = refused.filter(({ said }) => said !== undefined);
    const minded = await this.#minded(
      tx,
      readable.map(({ said }) => this.#about(said ?? {})),
      now,
    );
    const quiet = new Set(readable.filter((_, i) => minded.has(i)));
    if (refused.length > readable.length && this.#mindsAny(now))
      for (const row of refused) if (row.said === undefined) quiet.add(row);
    const rows = refused.map((row): RefusedRow => {
      const { line, code, detail } = row;
      return { line, code, detail, row: quiet.has(row) ? NOTHING : row.row };
    });
    return { rows, any: quiet.size > 0 };
  }

  /** The first of these messages that may be shown. */
  async examples(tx: Tx, messages: readonly Json[], most: number, now: Date): Promise<Json[]> {
    const minded = await this.#minded(tx, messages, now);
    return messages.filter((_, i) => !minded.has(i)).slice(0, most);
  }

  #minded(tx: Tx, messages: readonly Json[], now: Date): Promise<ReadonlySet<number>> {
    const { naming, shields, termsOf } = this.#house;
    const at = now.getTime();
    const envelope: Arrival["envelope"] = {
      ...{ naming, sourceId: this.#sourceId ?? 0, trust: "proven", channel: "import", receivedAt: at },
      ...{ sentAt: undefined, suspicious: true, newId: () => uuid7(at), terms: termsOf(this.#sourceId) },
    };
    const arrivals = messages.map((message): Arrival => {
      const name = typeof message["event"] === "string" ? message["event"] : "";
      return { parsed: { unfit: { code: "event.nobody", body: JSON.stringify(message), name } }, envelope };
    });
    return findMinded(tx, arrivals, shields);
  }

  /** Whether anybody in a channel of this file asks to be left alone. */
  #mindsAny(now: Date): boolean {
    const own = channelOf(this.#mapping.channel) ?? "import";
    const asked = this.#mapping.event.type === "as_is" ? channels : [own];
    return asked.some((channel) =>
      this.#house.shields.some((shield) => shield.minds({ channel, name: "", at: now.getTime() })),
    );
  }

  /** A row in the shape of an event, with all that it says. */
  #about(said: Cells): Json {
    if (this.#mapping.event.type === "as_is") return { ...said };
    const externalIds = Object.entries(this.#mapping.ids).flatMap(([type, column]) => {
      const id = idTextOf(said[column]);
      return id === undefined ? [] : [{ type, id }];
    });
    const own = isObject(said["context"]) ? said["context"] : {};
    const at = this.#time(said);
    return {
      ...said,
      context: { ...own, ...contextOf(this.#mapping, 0), externalIds },
      ...(at !== undefined && { timestamp: new Date(at).toISOString() }),
    };
  }

  #time(said: Cells): number | undefined {
    try {
      return this.#timeOf(said);
    } catch (error) {
      if (error instanceof BadRow) return undefined;
      throw error;
    }
  }
}
