// SQL for settling whose data something is, before any of it goes: identifiers, lanes, devices that are nobody else's.
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Named } from "@somlos/kernel/rights";
import { kindOfCode } from "../limits.rules.ts";

const { sql } = room("identity");

type Row = { fp: string; id: string; kind: number; value: string | null };
const OF_PERSON = sql<Row>`
  select n.fp, n.id, n.kind, n.value from identity.nodes w join identity.nodes n on n.component = w.component where w.id = $1
  union select fp, id, kind, value from identity.nodes where id = $1`;
const OF_FPS = sql<Row>`select fp, id, kind, value from identity.nodes where fp = any($1::uuid[])`;
const PEOPLE_OF = sql<{ id: string }>`
  with w as materialized (select distinct component from identity.nodes where fp = any($1::uuid[]) and component is not null)
  select g.id from w join identity.nodes g on g.component = w.component where g.given
  union select id from identity.nodes where fp = any($1::uuid[]) and given`;
// A device goes with the person when all of its lanes that anybody holds are theirs.
const DEVICES = sql<{ device: string; visitor: string | null; own: boolean }>`
  with d as (
    select l.device from identity.lanes l where l.fp = any($1::uuid[])
    union select s.device from identity.streams s where s.login = any($1::uuid[]))
  select d.device, max(l.visitor) as visitor, bool_and(l.fp = any($1::uuid[]) or (n.component is null and l.login is null)) as own
  from d join identity.lanes l on l.device = d.device and l.live left join identity.nodes n on n.fp = l.fp group by 1`;
const VISITORS = sql<{ device: string; visitor: string }>`
  select device, visitor from identity.lanes where device = any($1::uuid[]) and visitor is not null`;

export type Nodes = {
  readonly nodes: readonly string[];
  readonly identifiers: readonly Named[];
  readonly ids: readonly string[];
};

const namedOf = (rows: readonly Row[]): Named[] =>
  rows.flatMap(({ fp, kind, value }) =>
    value === null ? [] : [{ fp: fingerprintOf(fp), kind: kindOfCode(kind), value }],
  );

async function withDevices(tx: Tx, rows: readonly Row[]): Promise<Nodes> {
  const nodes = rows.map((row) => fingerprintOf(row.fp));
  const devices = await tx.rows(DEVICES, [fingerprints(nodes)]);
  const own = devices.flatMap(({ device, visitor, own: theirs }) =>
    theirs && visitor !== null ? [{ fp: fingerprintOf(device), kind: "visitor", value: visitor }] : [],
  );
  const people = await tx.rows(PEOPLE_OF, [fingerprints(nodes)]);
  return { nodes, identifiers: [...namedOf(rows), ...own], ids: people.map((row) => row.id) };
}

/** Everything that hangs together as this person, what browsers said of them too. */
export const findNodesOfPerson = async (tx: Tx, personId: string): Promise<Nodes> =>
  withDevices(tx, await tx.rows(OF_PERSON, [personId]));
/** These nodes and no others. */
export const findNodes = async (tx: Tx, fps: readonly string[]): Promise<Nodes> =>
  withDevices(tx, await tx.rows(OF_FPS, [fingerprints(fps)]));

/** What is known by these fingerprints, visitor ids too: after a restore an erasure knows its identifiers by these alone. */
export async function nameAgain(tx: Tx, fps: readonly string[]): Promise<Named[]> {
  const rows = await tx.rows(OF_FPS, [fingerprints(fps)]);
  const visitors = await tx.rows(VISITORS, [fingerprints(fps)]);
  return [
    ...namedOf(rows),
    ...visitors.map(({ device, visitor }) => ({
      fp: fingerprintOf(device),
      kind: "visitor",
      value: visitor,
    })),
  ];
}

const DEVICE_OF = sql<{
  id: string;
}>`select id from identity.nodes where fp = any($1::uuid[]) order by id limit 1`;
export const findIdOf = async (tx: Tx, fp: string): Promise<string | undefined> =>
  (await tx.maybe(DEVICE_OF, [fingerprints([fp])]))?.id;

const GIVEN = sql<{ id: string }>`select id from identity.nodes where id = any($1::uuid[])`;
/** Those of these ids that still lead to somebody. */
export const listLiving = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  (await tx.rows(GIVEN, [uuids(ids)])).map((row) => row.id);
