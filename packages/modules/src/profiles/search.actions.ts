// Search: by identifier (prefix), by name (parts of words), by id; without a query those seen last.

import type { PersonRow } from "@somlos/contract/rooms/people";
import type { Tx } from "@somlos/kernel/db";
import { isUuid } from "@somlos/rules/uuid";
import { listNewest } from "../events/index.ts";
import {
  circlesOf,
  homesOf,
  listPeople,
  loadPerson,
  type Sight,
  searchIdentifiers,
} from "../identity/index.ts";
import { searchNames } from "./facts.store.ts";
import { glanceAt } from "./people.actions.ts";

type Hit = { readonly id: string; readonly matched: string | null };
const LOOK_BACK_MS = 30 * 86_400_000;

export type Whose = {
  readonly limit: number;
  /** The circles that are searched; undefined: every one. */
  readonly circles: readonly number[] | undefined;
  /** Whose customers the people of a circle are, where it matters. */
  readonly entitiesOf: (circle: number) => PersonRow["legalEntities"];
  /** How many people there are for who searches; null: not counted. */
  readonly total: number | null;
  /** Those of these people who are not there for who searches. */
  readonly hiddenOf: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Those whose use is restricted; of the closed ones nothing is told but that they are there. */
  readonly restrictedOf: (ids: readonly string[]) => ReturnType<Sight["restricted"]>;
};

export async function searchPeople(
  tx: Tx,
  now: Date,
  query: string,
  whose: Whose,
): Promise<{ items: PersonRow[]; total: number | null }> {
  const text = query.trim();
  const all = text === "" ? await seenLast(tx, now) : await matching(tx, text, whose);
  const hidden = await whose.hiddenOf(all.map((hit) => hit.id));
  const hits = all.filter((hit) => !hidden.has(hit.id)).slice(0, whose.limit);
  const ids = hits.map((hit) => hit.id);
  const { all: restricted, closed } = await whose.restrictedOf(ids);
  const open = ids.filter((id) => !closed.has(id));
  const people = new Map((await listPeople(tx, { ids: open })).map((p) => [p.id, p]));
  const circles = await circlesOf(tx, ids);
  const glance = await glanceAt(tx, open);
  const items = hits.map(
    ({ id, matched }): PersonRow => ({
      id,
      ...glance(id),
      identifiers: (people.get(id)?.identifiers ?? [])
        .slice(0, 6)
        .map(({ kind, value }) => ({ kind, value })),
      matched: closed.has(id) ? null : matched,
      restriction: closed.has(id) ? "closed" : restricted.has(id) ? "shown" : "none",
      legalEntities: whose.entitiesOf(circles.get(id) ?? 0),
    }),
  );
  return { items, total: whose.total };
}

async function matching(tx: Tx, text: string, { limit, circles }: Whose): Promise<Hit[]> {
  const hits = new Map<string, Hit>();
  const add = (id: string | undefined, matched: string | null) => {
    if (id !== undefined && !hits.has(id) && hits.size < limit) hits.set(id, { id, matched });
  };
  if (isUuid(text)) add((await loadPerson(tx, text.toLowerCase()))?.id, text);
  for (const found of await searchIdentifiers(tx, text, limit, circles)) add(found.personId, found.value);
  if (hits.size < limit && text.length >= 2) {
    const named = await searchNames(tx, text, limit * 3, circles);
    const homes = await homesOf(tx, named);
    for (const home of homes) add(home, null);
  }
  return [...hits.values()];
}

async function seenLast(tx: Tx, now: Date): Promise<Hit[]> {
  const rows = await listNewest(tx, {
    after: 0,
    since: new Date(now.getTime() - LOOK_BACK_MS),
    channel: null,
    name: null,
    limit: 400,
  });
  const homes = await homesOf(tx, rows);
  const seen = new Set(homes.filter((id) => id !== undefined));
  return [...seen].map((id) => ({ id, matched: null }));
}
