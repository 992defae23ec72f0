// What the tables of this room say, to be held against the definition.
import type { Database } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import type { Told } from "../../events/index.ts";
import { homesOf, listPeople } from "../index.ts";
import { shortKey } from "./histories.ts";

type Client = Awaited<ReturnType<Database["connect"]>>;

const tables = [
  "ruled_values",
  "ruled_pairs",
  "ruled_ends",
  "rulings",
  "nodes",
  "people",
  "claims",
  "lanes",
  "marks",
  "streams",
  "sightings",
  "pulses",
];
export const emptyTables = (client: Client) =>
  query(client, tables.map((table) => `delete from identity.${table};`).join(" "));

async function query<Row>(client: Client, text: string): Promise<Row[]> {
  return (await client.query(text)).rows as Row[];
}

/** People without their ids: who has which identifiers and which events. */
export async function stored(db: Database, client: Client, told: readonly Told[]): Promise<string[]> {
  const ids = await query<{ id: string }>(
    client,
    "select distinct coalesce(p.id, n.id) as id from identity.nodes n left join identity.people p using (component)",
  );
  return db.read(async (tx) => {
    const homes = await homesOf(
      tx,
      told.map((e) => ({ subject: uuidOf(e.subject), at: new Date(e.at), key: uuidOf(e.key) })),
    );
    const events = Map.groupBy(
      told.map((e, i) => ({ key: shortKey(e.key), home: homes[i] })),
      (e) => e.home,
    );
    const people = new Map((await listPeople(tx, { ids: ids.map((row) => row.id) })).map((p) => [p.id, p]));
    return ids
      .map(({ id }) => ({
        values: (people.get(id)?.identifiers ?? []).filter((i) => i.kind !== "visitor").map((i) => i.value),
        keys: (events.get(id) ?? []).map((e) => e.key),
      }))
      .filter(({ values, keys }) => values.length + keys.length > 0)
      .map(({ values, keys }) => `${values.sort().join(" ")} | ${keys.sort().join(" ")}`)
      .sort();
  });
}

/** What stands on people's rows must be what their nodes say. */
export async function inconsistencies(client: Client): Promise<unknown[]> {
  return query(
    client,
    `
    with said as (
      select component, min(id::text)::uuid as id, count(*) filter (where kind = 1) as logins, count(*) filter (where kind = 2) as club_cards,
        count(*) filter (where kind = 3) as emails, count(*) filter (where kind = 4) as phones, bool_or(proven) as proven
      from identity.nodes where component is not null group by 1)
    select 'row' as what, to_jsonb(s) as is, to_jsonb(p) as should from said s full join identity.people p on p.component = s.component
    where (s.id, s.logins, s.club_cards, s.emails, s.phones, s.proven) is distinct from (p.id, p.logins, p.club_cards, p.emails, p.phones, p.proven)
    union all
    select 'given', to_jsonb(n), null from identity.nodes n
    left join identity.people p on p.component = n.component where coalesce(p.id, n.id) = n.id and not n.given
    union all
    select 'leaf', to_jsonb(n), null from identity.nodes n where n.leaf and (
      exists (select 1 from identity.claims c where c.a = n.fp) or exists (select 1 from identity.claims c where c.b = n.fp and not c.leaf)
      or (select count(distinct c.a) from identity.claims c where c.b = n.fp) <> 1)
    union all
    select 'not leaf', to_jsonb(c), null from identity.claims c join identity.nodes n on n.fp = c.b where c.leaf and not n.leaf
    union all
    select 'not ruled', to_jsonb(n), null from identity.nodes n left join identity.people p on p.component = n.component
    where exists (select from identity.ruled_ends e where e.fp = n.fp and e.live) and (not n.ruled or n.leaf or p.ruled is false)
    union all
    select 'withdrawn', to_jsonb(c), null from identity.claims c where c.rule < 5 and c.withdrawn <> exists (
      select from identity.ruled_pairs p where p.voids and p.live and p.a = least(c.a, c.b) and p.b = greatest(c.a, c.b))
    union all
    select 'tie', to_jsonb(p), null from identity.ruled_pairs p where not p.voids and p.live <> exists (
      select from identity.claims c where c.rule = 5 and ((c.a = p.a and c.b = p.b) or (c.a = p.b and c.b = p.a)))
      and not exists (select from identity.ruled_pairs o where o.a = p.a and o.b = p.b and o.ruling <> p.ruling)`,
  );
}
