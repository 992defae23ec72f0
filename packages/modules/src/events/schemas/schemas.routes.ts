// Doors of what a source may send.
import {
  endSchema,
  learnSchema,
  listSchemas,
  listTemplates,
  saveSchema,
  schemaHistory,
  trySchema,
} from "@somlos/contract/rooms/schemas";
import { type Door, handle } from "@somlos/kernel/http";
import { type SourcesHouse, staffOf } from "../sources.routes.ts";
import {
  learn,
  lookAtSchemas,
  lookBack,
  putInForce,
  takeOutOfForce,
  tryOut,
  whichOf,
} from "./schemas.actions.ts";
import type { SchemaRow } from "./schemas.store.ts";
import { templates } from "./templates.rules.ts";

const show = (row: SchemaRow) => ({
  type: row.type,
  name: row.name,
  version: row.version,
  action: row.action,
  schema: row.schema,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
});

export const schemaDoors: readonly Door<SourcesHouse>[] = [
  handle(listTemplates, async () => ({ items: [...templates] })),
  handle(listSchemas, async ({ db }: SourcesHouse, { params }) => {
    const { items, ended, seen } = await lookAtSchemas(db, params.id);
    return {
      items: items.map((row) => ({
        ...show(row),
        broken: { accepted: row.accepted, parked: row.parked, dropped: row.dropped },
        waiting: row.waiting,
      })),
      ended: ended.map(({ ended_at, ...last }) => ({ ...last, endedAt: ended_at.toISOString() })),
      seen,
    };
  }),
  handle(schemaHistory, async ({ db }: SourcesHouse, { params, query }) => ({
    items: (await lookBack(db, whichOf(params.id, query))).map((row) => ({
      ...show(row),
      createdByName: row.by,
      endedAt: row.ended_at?.toISOString() ?? null,
    })),
  })),
  handle(saveSchema, async ({ db, sources, audit }: SourcesHouse, { params, body, caller }) => {
    const which = whichOf(params.id, body);
    const version = await db.work(staffOf(caller), (work) => putInForce(work, audit, which, body));
    await sources.refresh();
    return { version };
  }),
  handle(endSchema, async ({ db, sources, audit }: SourcesHouse, { params, body, caller }) => {
    const which = whichOf(params.id, body);
    const version = await db.work(staffOf(caller), (work) => takeOutOfForce(work, audit, which));
    await sources.refresh();
    return { version };
  }),
  handle(learnSchema, ({ db }: SourcesHouse, { params, body }) => learn(db, whichOf(params.id, body))),
  handle(trySchema, ({ db }: SourcesHouse, { params, body }) =>
    tryOut(db, whichOf(params.id, body), body.schema, body.last),
  ),
];
