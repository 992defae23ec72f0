// Doors of the sources.
import { type Language, Refusal, refusals, sentenceOf } from "@somlos/contract";
import {
  changeSource,
  createSource,
  heardOfSource,
  listSources as listEndpoint,
  listenToSource,
} from "@somlos/contract/rooms/sources";
import type { Actor } from "@somlos/kernel/db";
import { type Caller, type Door, type House, handle } from "@somlos/kernel/http";
import type { AuditBook } from "../access/index.ts";
import type { CompanyView } from "../company/index.ts";
import { turnListening } from "./debug.actions.ts";
import { codesOf } from "./debug.rules.ts";
import { listTapped } from "./debug.store.ts";
import { channelOf } from "./parse/words.rules.ts";
import { addSource, alterSource, lookAtSources } from "./sources.actions.ts";
import type { SourcesView } from "./sources.view.ts";

export type SourcesHouse = House & {
  readonly sources: SourcesView;
  readonly audit: AuditBook;
  readonly company: Pick<CompanyView, "circleOf">;
};

function refuseUnknown(company: SourcesHouse["company"], legalEntity: string | null | undefined): void {
  if (typeof legalEntity === "string" && company.circleOf(legalEntity, undefined) === undefined)
    throw new Refusal("company.entity_unknown");
}

export const staffOf = (caller: Caller): Actor => ({
  kind: "staff",
  id: caller.kind === "staff" ? caller.staffId : "",
});

/** A code that is no refusal is a bug of ours; it has no sentence. */
const causesIn = (codes: ReadonlySet<string>, language: Language): Record<string, string> =>
  Object.fromEntries(
    [...codes].filter((code) => code in refusals).map((code) => [code, sentenceOf(code, language)]),
  );

export const sourceDoors: readonly Door<SourcesHouse>[] = [
  handle(listEndpoint, async ({ db }: SourcesHouse) => ({
    items: (await lookAtSources(db)).map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      channel: channelOf(row.channel) ?? ("unknown" as const),
      currency: row.currency,
      legalEntity: row.legal_entity,
      createdAt: row.created_at.toISOString(),
      lastEventAt: row.last_event_at?.toISOString() ?? null,
      eventsLastDay: row.events_last_day,
      parkedOpen: row.parked_open,
    })),
  })),
  handle(createSource, async ({ db, sources, audit, company }: SourcesHouse, { body, caller }) => {
    refuseUnknown(company, body.legalEntity);
    const id = await db.work(staffOf(caller), (work) => addSource(work, audit, body));
    await sources.refresh();
    return { id };
  }),
  handle(changeSource, async ({ db, sources, audit, company }: SourcesHouse, { params, body, caller }) => {
    refuseUnknown(company, body.legalEntity);
    await db.work(staffOf(caller), (work) => alterSource(work, audit, params.id, body));
    await sources.refresh();
    return { id: params.id };
  }),
  handle(listenToSource, async ({ db, sources, audit }: SourcesHouse, { params, body, caller }) => {
    await db.work(staffOf(caller), (work) => turnListening(work, audit, params.id, body.on));
    await sources.refresh();
    return { on: body.on };
  }),
  handle(
    heardOfSource,
    async ({ db, sources, audit }: SourcesHouse, { params, query, caller, ip, language }) => {
      // The first look is an act; what comes in while one looks belongs to it.
      if (query.after === undefined)
        await audit.look([{ who: staffOf(caller).id, what: "sources.heard", object: String(params.id), ip }]);
      const rows = await db.read((tx, now) => listTapped(tx, params.id, query.after ?? null, now));
      return {
        until: sources.listensUntil(params.id)?.toISOString() ?? null,
        items: rows.map(({ id, at, path, headers, library, body, answer }) => ({
          ...{ id, at: at.toISOString(), path, headers, library, body },
          code: answer.code,
          outcomes: [...answer.outcomes],
        })),
        causes: causesIn(codesOf(rows.map((row) => row.answer)), language),
      };
    },
  ),
];
