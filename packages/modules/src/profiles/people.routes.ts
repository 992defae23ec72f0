// Doors to people: looked up by an identifier, opened, searched, and what happened to them.
import { Refusal } from "@somlos/contract";
import { lookup, lookupByQuery, open, type Person, search, timeline } from "@somlos/contract/rooms/people";
import type { Database, Tx } from "@somlos/kernel/db";
import { type Caller, type Door, type House, handle } from "@somlos/kernel/http";
import { identifierKinds, identifierOf, kindOf, listSources, type Naming, placeOf } from "../events/index.ts";
import { findPerson } from "../identity/index.ts";
import { openPerson, readCursor, readTimeline, showItem } from "./people.actions.ts";
import { searchPeople } from "./search.actions.ts";

export type PeopleHouse = House & { readonly naming: Naming };

/** Protected people are not there for anybody else of the staff. */
export const seesProtected = (caller: Caller): boolean =>
  caller.kind === "staff" && caller.may.includes("people.protected");

export const peopleDoors: readonly Door<PeopleHouse>[] = [
  handle(lookup, (house: PeopleHouse, { body }) => lookUp(house, body)),
  handle(lookupByQuery, (house: PeopleHouse, { query }) => lookUp(house, query)),
  handle(open, ({ db }: PeopleHouse, { params }) =>
    db.snapshot(async (tx) => openPerson(tx, params.id, await sourceNames(tx))),
  ),
  handle(timeline, ({ db }: PeopleHouse, { params, query }) =>
    db.snapshot(async (tx) => {
      const channel = query.channel === undefined ? null : placeOf(query.channel);
      const { rows, next } = await readTimeline(tx, params.id, {
        limit: query.limit,
        before: readCursor(query.before),
        channel,
      });
      return { items: rows.map(showItem), next };
    }),
  ),
  handle(search, ({ db }: PeopleHouse, { query, caller }) =>
    db.read((tx, now) =>
      searchPeople(tx, now, query.query, { limit: query.limit, seesAll: seesProtected(caller) }),
    ),
  ),
];

async function lookUp(
  { db, naming }: { db: Database; naming: Naming },
  wish: { kind: string; value: string },
): Promise<Person> {
  const kind = kindOf(wish.kind);
  if (kind === undefined) throw new Refusal("people.kind_unknown", { kinds: identifierKinds });
  const identifier = identifierOf(naming, kind, wish.value);
  if (identifier === undefined) throw new Refusal("people.unknown");
  return db.snapshot(async (tx) => {
    const id = await findPerson(tx, identifier);
    if (id === undefined) throw new Refusal("people.unknown");
    return openPerson(tx, id, await sourceNames(tx));
  });
}

export const sourceNames = async (tx: Tx): Promise<Map<number, string>> =>
  new Map((await listSources(tx)).map((s) => [s.id, s.name]));
