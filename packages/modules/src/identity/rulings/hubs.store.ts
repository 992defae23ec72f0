// SQL for values that say nothing of anybody.
import { room, type Tx } from "@somlos/kernel/db";

const { sql, fragment } = room("identity");

export type HubRow = {
  readonly id: string;
  readonly kind: number;
  readonly value: string;
  readonly hub_proven: boolean;
  readonly fixed: number | null;
  readonly hub_at: Date | null;
  readonly neighbours: number;
  readonly ruling: string | null;
  readonly ruled_ms: string | null;
  readonly ruled_by: string | null;
  readonly ruled_why: string | null;
};

type Which = ReturnType<typeof fragment>;
const list = (which: Which, unasked: Which) => sql<HubRow>`
  select h.*, c.neighbours, r.ruling, r.ruled_ms, r.ruled_by, r.ruled_why from (
    select n.fp, n.id, n.kind, n.value, n.hub_proven, n.fixed, n.hub_at from identity.nodes n
    where ${which} and n.value is not null
      and (n.kind = $1 or ($1::smallint is null and ${unasked})) and (n.kind, n.id) > ($2::smallint, $3::uuid)
    order by n.kind, n.id limit $4) h
  cross join lateral (
    select count(*)::int as neighbours from (select distinct x.a from identity.claims x where x.b = h.fp and x.rule < 5 limit 1000) d) c
  left join lateral (
    select v.ruling, u.at_ms::text as ruled_ms, u.by_id as ruled_by, u.reason as ruled_why
    from identity.ruled_values v join identity.rulings u on u.id = v.ruling
    where v.fp = h.fp and v.live order by v.blocks desc, v.ruling desc limit 1) r on true
  order by h.kind, h.id`;

const noHomes = fragment`n.kind not in (10, 11)`;
/** A statement each, so that each has its own way in: the index of hubs, or the few that were ruled. */
const statements = {
  any: list(fragment`(n.hub_stated or n.hub_proven or n.fixed is not null)`, noHomes),
  waiting: list(fragment`(n.hub_stated or n.hub_proven) and n.fixed is null`, noHomes),
  ruled: list(
    fragment`n.fixed is not null and n.fp in (select v.fp from identity.ruled_values v where v.live)`,
    fragment`n.kind <> 11`,
  ),
};
export type HubStanding = keyof typeof statements;

type Wish = {
  readonly standing: HubStanding;
  readonly kind: number | null;
  readonly after: readonly [number, string];
  readonly limit: number;
};

/** Hubs and values that were ruled, after a place, by kind and id; without a kind, homes that wait are left out. */
export const listHubs = (tx: Tx, wish: Wish): Promise<HubRow[]> =>
  tx.rows(statements[wish.standing], [wish.kind, ...wish.after, wish.limit]);
