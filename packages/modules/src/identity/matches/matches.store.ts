// The SQL of pairs.
import { room, type Tx, texts, uuids } from "@somlos/kernel/db";
import type { MatchState } from "./matches.rules.ts";

const { sql, fragment } = room("identity");

export type MatchRow = {
  readonly id: string;
  /** The people as they are now; one and the same when the pair was joined. */
  readonly a: string;
  readonly b: string;
  readonly bits: number;
  readonly state: MatchState;
  readonly ruling: string | null;
  readonly scoredAt: Date;
  readonly decidedAt: Date | null;
};

const columns = fragment`m.id, coalesce(pa.id, na.id) as a, coalesce(pb.id, nb.id) as b, m.bits, m.state, m.ruling,
  m.scored_at as "scoredAt", m.decided_at as "decidedAt"`;
const now = fragment`identity.matches m
  join identity.nodes na on na.id = m.a left join identity.people pa on pa.component = na.component
  join identity.nodes nb on nb.id = m.b left join identity.people pb on pb.component = nb.component`;

const LIST = sql<MatchRow>`
  select ${columns} from ${now}
  where m.state = $1 and m.bits >= $2 and (m.bits, m.id) < ($3::double precision, $4::uuid)
    and ($1 = 'accepted' or coalesce(pa.id, na.id) <> coalesce(pb.id, nb.id))
  order by m.bits desc, m.id desc limit $5`;
const OPEN = sql<{ n: number }>`
  select count(*)::int as n from (select from ${now} where m.state = 'open' and coalesce(pa.id, na.id) <> coalesce(pb.id, nb.id) limit 10000) x`;
const OPEN_PAIRS = sql<{ a: string; b: string }>`
  select coalesce(pa.id, na.id) as a, coalesce(pb.id, nb.id) as b from ${now}
  where m.state = 'open' and coalesce(pa.id, na.id) <> coalesce(pb.id, nb.id) limit 10000`;
const ONE = sql<MatchRow>`select ${columns} from ${now} where m.id = $1`;
const LOCKED = sql<MatchRow>`select ${columns} from ${now} where m.id = $1 for update of m`;

// What was decided of two people binds for those who hold their anchors now, after any join.
const PUT = sql`
  with said as (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as s(id, a, b, bits)),
  decided as (
    select least(coalesce(pa.id, na.id), coalesce(pb.id, nb.id)) as a, greatest(coalesce(pa.id, na.id), coalesce(pb.id, nb.id)) as b,
      m.state, m.seen_bits
    from ${now} where m.state in ('never', 'rejected') and (coalesce(pa.id, na.id) <> m.a or coalesce(pb.id, nb.id) <> m.b))
  insert into identity.matches as m (id, a, b, bits, state, scored_at)
  select s.id, s.a, s.b, s.bits::double precision, 'open', $5 from said s
  where not exists (select from decided d where d.a = s.a and d.b = s.b
    and (d.state = 'never' or s.bits::double precision < d.seen_bits + $6::double precision))
  on conflict (a, b) do update set bits = excluded.bits, scored_at = excluded.scored_at,
    state = case when m.state = 'rejected' and excluded.bits >= m.seen_bits + $6::double precision then 'open' else m.state end`;
const DROP_OPEN = sql`
  delete from identity.matches m where m.state = 'open' and (m.a = any($1::uuid[]) or m.b = any($1::uuid[])) and m.id <> all($2::uuid[])`;
const DROP_OPEN_OF = sql`
  delete from identity.matches m where m.state = 'open' and (m.a = any($1::uuid[]) or m.b = any($1::uuid[]))`;
const DECIDE = sql`
  update identity.matches set state = $2, ruling = $3, seen_bits = case when $2 = 'rejected' then bits end,
    decided_at = $4, decided_by = $5 where id = $1`;

export type MatchWish = {
  readonly state: MatchState;
  readonly least: number;
  readonly after: readonly [bits: number, id: string];
  readonly limit: number;
};

/** Heaviest first. */
export const listMatches = (tx: Tx, wish: MatchWish): Promise<MatchRow[]> =>
  tx.rows(LIST, [wish.state, wish.least, ...wish.after, wish.limit]);
/** How many wait; 10,000 stands for more. */
export const countOpen = async (tx: Tx): Promise<number> => (await tx.one(OPEN)).n;
/** Whom those that wait are about. */
export const listOpenPairs = (tx: Tx): Promise<{ a: string; b: string }[]> => tx.rows(OPEN_PAIRS);
export const findMatch = (tx: Tx, id: string): Promise<MatchRow | undefined> => tx.maybe(ONE, [id]);
export const lockMatch = (tx: Tx, id: string): Promise<MatchRow | undefined> => tx.maybe(LOCKED, [id]);

export type Weighed = { readonly id: string; readonly a: string; readonly b: string; readonly bits: number };

/** The pairs of some people as they are weighed now; open ones of them that weigh too little go. */
export async function saveWeighed(
  tx: Tx,
  {
    people,
    pairs,
    at,
    much,
  }: { people: readonly string[]; pairs: readonly Weighed[]; at: Date; much: number },
): Promise<void> {
  await tx.run(DROP_OPEN, [uuids(people), uuids(pairs.map((pair) => pair.id))]);
  if (pairs.length === 0) return;
  await tx.run(PUT, [
    uuids(pairs.map((pair) => pair.id)),
    uuids(pairs.map((pair) => pair.a)),
    uuids(pairs.map((pair) => pair.b)),
    texts(pairs.map((pair) => String(pair.bits))),
    at,
    much,
  ]);
}

/** Open pairs of those who are no person any more: what they became is weighed by itself. */
export const deleteOpenOf = (tx: Tx, ids: readonly string[]) => tx.run(DROP_OPEN_OF, [uuids(ids)]);

export const saveDecision = (
  tx: Tx,
  id: string,
  { state, ruling, at, by }: { state: MatchState; ruling: string | null; at: Date | null; by: string | null },
) => tx.run(DECIDE, [id, state, ruling, at, by]);
