// SQL for people: components of nodes, and the id each of them is known by.
import { bools, fingerprints, ints, room, smallints, type Tx, uuids } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Side } from "./claims.rules.ts";
import { kindOfCode, type NodeKind } from "./limits.rules.ts";

const { sql } = room("identity");

export type PersonRow = {
  readonly component: string;
  readonly id: string;
  readonly side: Side;
  readonly weight: number;
};

const findRows = sql<{
  component: string;
  id: string;
  logins: number;
  club_cards: number;
  emails: number;
  phones: number;
  proven: boolean;
  weight: number;
  ruled: boolean;
}>`
  select component, id, logins, club_cards, emails, phones, proven, weight, ruled from identity.people where component = any($1::uuid[])`;

export async function findPeople(tx: Tx, components: readonly string[]): Promise<Map<string, PersonRow>> {
  if (components.length === 0) return new Map();
  const rows = await tx.rows(findRows, [uuids(components)]);
  const apart = await findApart(
    tx,
    rows.filter((row) => row.ruled).map((row) => row.component),
  );
  return new Map(
    rows.map((row) => [
      row.component,
      {
        component: row.component,
        id: row.id,
        side: {
          counts: [row.logins, row.club_cards, row.emails, row.phones],
          proven: row.proven,
          apart: apart.get(row.component) ?? [],
          dated: [], // only its nodes know when
        },
        weight: row.weight,
      },
    ]),
  );
}

const apartOfPeople = sql<{ component: string; place: string }>`
  select distinct n.component, e.ruling::text || e.side::text as place from identity.nodes n
  join identity.ruled_ends e on e.fp = n.fp and e.live
  where n.component = any($1::uuid[]) and n.component is not null and n.ruled`;
async function findApart(tx: Tx, components: readonly string[]): Promise<Map<string, string[]>> {
  if (components.length === 0) return new Map();
  const rows = await tx.rows(apartOfPeople, [uuids(components)]);
  const byComponent = Map.groupBy(rows, (row) => row.component);
  return new Map([...byComponent].map(([component, list]) => [component, list.map((row) => row.place)]));
}

const upsert = sql`
  insert into identity.people (component, id, logins, club_cards, emails, phones, proven, weight, ruled)
  select * from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::smallint[], $5::smallint[], $6::smallint[], $7::bool[], $8::int[], $9::bool[])
  on conflict (component) do update set id = excluded.id, logins = excluded.logins, club_cards = excluded.club_cards,
    emails = excluded.emails, phones = excluded.phones, proven = excluded.proven, weight = excluded.weight,
    ruled = excluded.ruled`;

export function savePeople(tx: Tx, people: readonly PersonRow[]): void {
  if (people.length === 0) return;
  const count = (i: number) => smallints(people.map((p) => p.side.counts[i] ?? 0));
  tx.send(upsert, [
    uuids(people.map((p) => p.component)),
    uuids(people.map((p) => p.id)),
    count(0),
    count(1),
    count(2),
    count(3),
    bools(people.map((p) => p.side.proven)),
    ints(people.map((p) => Math.min(p.weight, 2_000_000_000))),
    bools(people.map((p) => p.side.apart.length > 0)),
  ]);
}

const drop = sql`delete from identity.people where component = any($1::uuid[])`;
export function deletePeople(tx: Tx, components: readonly string[]): void {
  if (components.length > 0) tx.send(drop, [uuids(components)]);
}

const moveWhole = sql`
  update identity.nodes n set component = m.target from unnest($1::uuid[], $2::uuid[]) as m(source, target) where n.component = m.source`;
/** All nodes of a component, leaves too, go over to another. */
export async function moveComponents(
  tx: Tx,
  moves: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  if (moves.length > 0) tx.send(moveWhole, [uuids(moves.map((m) => m.from)), uuids(moves.map((m) => m.to))]);
}

export type NodeMove = { readonly fp: string; readonly from: string | undefined; readonly to: string };

const moveSingly = sql`
  update identity.nodes n set component = m.target from unnest($1::uuid[], $2::uuid[]) as m(fp, target) where n.fp = m.fp`;
const moveLeaves = sql`
  update identity.nodes n set component = m.target
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as m(fp, source, target)
  join identity.claims c on c.a = m.fp and c.leaf
  where n.fp = c.b and n.component = m.source`;
/** These nodes go, and the leaves that follow them. */
export function moveNodes(tx: Tx, moves: readonly NodeMove[]): void {
  if (moves.length === 0) return;
  tx.send(moveSingly, [fingerprints(moves.map((m) => m.fp)), uuids(moves.map((m) => m.to))]);
  const followed = moves.filter((m) => m.from !== undefined);
  if (followed.length === 0) return;
  tx.send(moveLeaves, [
    fingerprints(followed.map((m) => m.fp)),
    uuids(followed.map((m) => m.from ?? null)),
    uuids(followed.map((m) => m.to)),
  ]);
}

const leastIds = sql<{ component: string; id: string }>`
  select w.component, n.id from unnest($1::uuid[]) as w(component)
  cross join lateral (select id from identity.nodes n where n.component = w.component order by id limit 1) n`;
/** The id of the oldest node of each component. */
export async function findLeastIds(tx: Tx, components: readonly string[]): Promise<Map<string, string>> {
  if (components.length === 0) return new Map();
  const rows = await tx.rows(leastIds, [uuids(components)]);
  return new Map(rows.map((row) => [row.component, row.id]));
}

const holders = sql<{ id: string; holder: string }>`
  select n.id, coalesce(p.id, n.id) as holder from identity.nodes n
  left join identity.people p on p.component = n.component where n.id = any($1::uuid[])`;
/** Node id → id of the person that holds the node now. */
export async function findHolders(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await tx.rows(holders, [uuids(ids)])).map((row) => [row.id, row.holder]));
}

const tying = sql<{ fp: string; kind: number; component: string; proven: boolean }>`
  select fp, kind, component, proven from identity.nodes where component = any($1::uuid[]) and not leaf and kind <= 4`;
export type TyingNode = {
  readonly fp: string;
  readonly kind: NodeKind;
  readonly component: string;
  readonly proven: boolean;
};
/** The nodes of the kinds that are limited: at most a handful a person. */
export async function listTyingNodes(tx: Tx, components: readonly string[]): Promise<TyingNode[]> {
  if (components.length === 0) return [];
  return (await tx.rows(tying, [uuids(components)])).map((row) => ({
    fp: fingerprintOf(row.fp),
    kind: kindOfCode(row.kind),
    component: row.component,
    proven: row.proven,
  }));
}
