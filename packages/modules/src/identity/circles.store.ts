// SQL for whose people somebody is of. A person is of one circle of legal entities: all nodes of a component are.
import { fingerprints, room, type Tx, uuids } from "@somlos/kernel/db";
import { isUuid } from "@somlos/rules/uuid";

const { sql, fragment } = room("identity");

/** `s`: what the stream of a lane `n` knows; identifiers know it themselves. */
const streamOfLane = fragment`
  left join lateral (
    select x.circle from identity.lanes l join identity.streams x on x.device = l.device where l.fp = n.fp limit 1) s on n.kind = 11`;

const CIRCLES = sql<{ id: string; circle: number }>`
  select w.id, coalesce(s.circle, n.circle) as circle
  from unnest($1::uuid[]) as w(id) join identity.nodes n on n.id = w.id ${streamOfLane}`;

/** The circle of each of these people, by the id asked for; unknown ones are left out. */
export async function circlesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
  const ids = personIds.filter(isUuid);
  const rows = ids.length === 0 ? [] : await tx.rows(CIRCLES, [uuids(ids)]);
  return new Map(rows.map(({ id, circle }) => [id, circle]));
}

const OF_NODES = sql<{ circle: number }>`
  select coalesce(max(coalesce(s.circle, n.circle)), 0) as circle from identity.nodes n ${streamOfLane}
  where n.fp = any($1::uuid[])`;
/** The circle of a person by their nodes, which are all of one. */
export const circleOfNodes = async (tx: Tx, fps: readonly string[]): Promise<number> =>
  (await tx.one(OF_NODES, [fingerprints(fps)])).circle;
