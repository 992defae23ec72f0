// SQL for the circles of a legal entity, asked in the transaction that uses them.
import { room, type Tx } from "@somlos/kernel/db";

const { sql, fragment } = room("company");

export type EntityCircles = {
  readonly entityId: string;
  /** Where what it collects now is known. */
  readonly now: number;
  /** Its own: what it collected before it shared, which stays its. */
  readonly own: number;
  /** Each that it ever was in. */
  readonly ever: readonly number[];
};

const CIRCLES = fragment`
  select e.id as "entityId", e.number as own, coalesce(min(led.number) filter (where m.live), e.number) as now,
    array_agg(distinct coalesce(led.number, e.number)) || e.number as ever
  from company.entities e
  left join company.sharing_members m on m.entity_id = e.id
  left join lateral (
    select min(o.number) as number from company.sharing_members x join company.entities o on o.id = x.entity_id
    where x.sharing_id = m.sharing_id) led on true`;
const ALL = sql<EntityCircles>`${CIRCLES} group by e.id, e.number order by e.number`;
const OF = sql<EntityCircles>`${CIRCLES} where e.id = $1 group by e.id, e.number`;

const PRINCIPALS: EntityCircles = { entityId: "", now: 0, own: 0, ever: [0] };

/** Of one legal entity; unknown: as the principal. */
export const findCircles = async (tx: Tx, entityId: string): Promise<EntityCircles> =>
  (await tx.maybe(OF, [entityId])) ?? PRINCIPALS;
/** Of every legal entity, the principal first. */
export const listCirclesOf = (tx: Tx): Promise<EntityCircles[]> => tx.rows(ALL);
