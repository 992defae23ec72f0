// Doors to people: looked up by an identifier, opened, searched, and what happened to them.
import { Refusal } from "@somlos/contract";
import { lookup, lookupByQuery, open, type Person, search, timeline } from "@somlos/contract/rooms/people";
import type { Tx } from "@somlos/kernel/db";
import { type Door, type House, handle } from "@somlos/kernel/http";
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
import { openPerson, readCursor, readTimeline, showItem } from "./people.actions.ts";
import { searchPeople } from "./search.actions.ts";

export type PeopleHouse = House & {
  readonly naming: Naming;
  readonly company: Pick<CompanyView, "circlesFor" | "ownersOf" | "countryAt" | "listCircles">;
  readonly sight: Sight;
};

export const peopleDoors: readonly Door<PeopleHouse>[] = [
  handle(lookup, (house: PeopleHouse, { body }) => lookUp(house, body)),
  handle(lookupByQuery, (house: PeopleHouse, { query }) => lookUp(house, query)),
  handle(open, ({ db, company }: PeopleHouse, { params }) =>
    db.snapshot(async (tx) => openPerson(tx, params.id, await sourceNames(tx), entitiesOf(company))),
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

async function lookUp(
  house: PeopleHouse,
  wish: { kind: string; value: string; legalEntity?: string | undefined },
): Promise<Person> {
  const identifiers = namedInEach(house, wish);
  return house.db.snapshot(async (tx) => {
    const found = await findFirst(tx, identifiers);
    if (found === undefined) throw new Refusal("people.unknown");
    return openPerson(tx, found.personId, await sourceNames(tx), entitiesOf(house.company));
  });
}

export const sourceNames = async (tx: Tx): Promise<Map<number, string>> =>
  new Map((await listSources(tx)).map((s) => [s.id, s.name]));
