// Doors of the sources.
import { Refusal } from "@somlos/contract";
import { changeSource, createSource, listSources as listEndpoint } from "@somlos/contract/rooms/sources";
import { type Door, type House, handle } from "@somlos/kernel/http";
import { channelOf } from "./parse/words.rules.ts";
import { insertSource, listSourcesWithLife, saveSource } from "./sources.store.ts";
import type { SourcesView } from "./sources.view.ts";

export type SourcesHouse = House & { readonly sources: SourcesView };

export const sourceDoors: readonly Door<SourcesHouse>[] = [
  handle(listEndpoint, ({ db }: SourcesHouse) =>
    db.read(async (tx, now) => ({
      items: (await listSourcesWithLife(tx, now)).map((row) => ({
        id: row.id,
        kind: row.kind,
        name: row.name,
        channel: channelOf(row.channel) ?? ("unknown" as const),
        createdAt: row.created_at.toISOString(),
        lastEventAt: row.last_event_at?.toISOString() ?? null,
        eventsLastDay: row.events_last_day,
        parkedOpen: row.parked_open,
      })),
    })),
  ),
  handle(createSource, async ({ db, sources }: SourcesHouse, { body, caller }) => {
    const id = await db.work({ kind: "staff", id: caller.kind === "staff" ? caller.staffId : "" }, ({ tx }) =>
      insertSource(tx, { ...body, settings: {} }),
    );
    await sources.refresh();
    return { id };
  }),
  handle(changeSource, async ({ db, sources }: SourcesHouse, { params, body, caller }) => {
    const changed = await db.work(
      { kind: "staff", id: caller.kind === "staff" ? caller.staffId : "" },
      ({ tx }) => saveSource(tx, params.id, body),
    );
    if (changed === 0) throw new Refusal("sources.unknown");
    await sources.refresh();
    return { id: params.id };
  }),
];
