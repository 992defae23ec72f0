// Doors to people: looked up by an identifier, opened, searched, and what happened to them.
import { Refusal } from "@somlos/contract";
import { lookup, lookupByQuery, open, type Person, search, timeline } from "@somlos/contract/rooms/people";
import type { Tx } from "@somlos/kernel/db";
import { type Caller, type Door, type House, handle } from "@somlos/kernel/http";
import { addressIn } from "@somlos/rules/identifiers";
import type { CompanyView } from "../company/index.ts";
import {
  type Identifier,
  identifierKinds,
  identifiersIn,
  inCountry,
  kindOf,
  listSources,
  type Naming,
  placeOf,
} from "../events/index.ts";
import { findFirst, type Sight } from "../identity/index.ts";
import { closedPerson, openPerson, readCursor, readTimeline, showItem } from "./people.actions.ts";
import { searchPeople } from "./search.actions.ts";

export type PeopleHouse = House & {
  readonly naming: Naming;
  readonly company: Pick<CompanyView, "circlesFor" | "ownersOf" | "countryAt" | "listCircles">;
  readonly sight: Sight;
};

export const peopleDoors: readonly Door<PeopleHouse>[] = [
  handle(lookup, (house: PeopleHouse, { body, caller }) => lookUp(house, caller, body)),
  handle(lookupByQuery, (house: PeopleHouse, { query, caller }) => lookUp(house, caller, query)),
  handle(open, (house: PeopleHouse, { params, caller }) =>
    house.db.snapshot((tx) => openFor(tx, house, caller, params.id)),
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
  handle(search, ({ db, sight, company }: PeopleHouse, { query, caller }) =>
    db.read(async (tx, now) =>
      searchPeople(tx, now, query.query, {
        limit: query.limit,
        circles: await sight.circles(tx, caller, "people.search"),
        entitiesOf: company.listCircles().length > 1 ? entitiesOf(company) : () => [],
        total: await sight.count(tx, caller, "people.search"),
        hiddenOf: (ids) => sight.hidden(tx, caller, "people.search", ids),
        restrictedOf: (ids) => sight.restricted(tx, caller, ids),
      }),
    ),
  ),
];

const entitiesOf =
  (company: PeopleHouse["company"]) =>
  (circle: number): Person["legalEntities"] =>
    company.ownersOf(circle).map(({ id, code, name }) => ({ id, code, name }));

/** A value as the people of each circle are named by it: those of the legal entity asked for, else the principal's first. */
function namedInEach(
  { naming, company }: Pick<PeopleHouse, "naming" | "company">,
  wish: { readonly kind: string; readonly value: string; readonly legalEntity?: string | undefined },
): Identifier[] {
  const kind = kindOf(wish.kind);
  if (kind === undefined) throw new Refusal("people.kind_unknown", { kinds: identifierKinds });
  const circles = company.circlesFor(wish.legalEntity);
  if (circles === undefined) throw new Refusal("company.entity_unknown");
  const own =
    wish.legalEntity === undefined ? naming : inCountry(naming, company.countryAt(wish.legalEntity));
  const asWritten = identifiersIn(own, circles, kind, wish.value);
  const parts = kind === "address" ? addressIn(wish.value) : undefined;
  return parts === undefined ? asWritten : [...asWritten, ...identifiersIn(own, circles, kind, parts)];
}

/** Whose use is restricted is there, and nothing of them is told to who does not answer for rights. */
async function openFor(tx: Tx, { sight, company }: PeopleHouse, caller: Caller, id: string): Promise<Person> {
  const person = await openPerson(tx, id, await sourceNames(tx), entitiesOf(company));
  const { all, closed } = await sight.restricted(tx, caller, [person.id]);
  if (closed.has(person.id)) return closedPerson(person);
  return all.has(person.id) ? { ...person, restriction: "shown" } : person;
}

async function lookUp(
  house: PeopleHouse,
  caller: Caller,
  wish: { kind: string; value: string; legalEntity?: string | undefined },
): Promise<Person> {
  const identifiers = namedInEach(house, wish);
  return house.db.snapshot(async (tx) => {
    const found = await findFirst(tx, identifiers);
    if (found === undefined) throw new Refusal("people.unknown");
    return openFor(tx, house, caller, found.personId);
  });
}

export const sourceNames = async (tx: Tx): Promise<Map<number, string>> =>
  new Map((await listSources(tx)).map((s) => [s.id, s.name]));
