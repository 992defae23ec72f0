// SQL for claims.
import { bigints, bools, fingerprints, ints, room, smallints, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import { type Claim, claimRules, type HubFlags, nameOf } from "./claims.rules.ts";
import { type Hearing, heardAs } from "./hearing.rules.ts";
import { codeOfKind, kindOfCode, type NodeKind, nodeKinds } from "./limits.rules.ts";

const { sql, fragment } = room("identity");

type ClaimRow = {
  a: string;
  b: string;
  rule: number;
  proven: boolean;
  a_kind: number;
  strength: number;
  at_ms: number;
  key: string;
  source_id: number;
  withdrawn: boolean;
};
const columns = fragment`c.a, c.b, c.rule, c.proven, c.a_kind, c.strength, c.at_ms, c.key, c.source_id, c.withdrawn`;

const claimOf = (row: ClaimRow): Claim => ({
  a: fingerprintOf(row.a),
  b: fingerprintOf(row.b),
  rule: claimRules[row.rule - 1] ?? "carried",
  trust: row.proven ? "proven" : "stated",
  aKind: kindOfCode(row.a_kind),
  strength: row.strength,
  at: row.at_ms,
  key: fingerprintOf(row.key),
  sourceId: row.source_id,
  ...(row.withdrawn && { withdrawn: true }),
});
const named = (claims: readonly Claim[]) => new Map(claims.map((c) => [nameOf(c), c]));

const keys = (claims: readonly Claim[]) => [
  fingerprints(claims.map((c) => c.a)),
  fingerprints(claims.map((c) => c.b)),
  smallints(claims.map((c) => claimRules.indexOf(c.rule) + 1)),
  bools(claims.map((c) => c.trust === "proven")),
];

const findThese = sql<ClaimRow>`
  select ${columns} from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::bool[]) as w(a, b, rule, proven)
  cross join lateral (
    select * from identity.claims d where d.a = w.a and d.b = w.b and d.rule = w.rule and d.proven = w.proven limit 1) c`;
const findWeakEnds = sql<ClaimRow>`select ${columns} from identity.claims c where c.b = any($1::uuid[]) and c.rule < 5`;

/** What is stored under the names of these claims. */
export async function findClaims(tx: Tx, like: readonly Claim[]): Promise<Map<string, Claim>> {
  return named(like.length === 0 ? [] : (await tx.rows(findThese, keys(like))).map(claimOf));
}

/** What events claim of these nodes as weaker ends: for lanes, all there is but for the places of lanes gone. */
export async function listClaimsOfLanes(tx: Tx, lanes: readonly string[]): Promise<Map<string, Claim>> {
  return named(lanes.length === 0 ? [] : (await tx.rows(findWeakEnds, [fingerprints(lanes)])).map(claimOf));
}

const drop = sql`
  delete from identity.claims c using unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::bool[]) as w(a, b, rule, proven)
  where c.a = w.a and c.b = w.b and c.rule = w.rule and c.proven = w.proven`;
const upsert = sql`
  insert into identity.claims (a, b, rule, proven, a_kind, strength, at_ms, key, source_id, leaf, withdrawn)
  select * from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::bool[], $5::smallint[], $6::smallint[], $7::bigint[], $8::uuid[], $9::int[], $10::bool[], $11::bool[])
  on conflict (a, b, rule, proven) do update set strength = excluded.strength, at_ms = excluded.at_ms, key = excluded.key, source_id = excluded.source_id`;

export function deleteClaims(tx: Tx, claims: readonly Claim[]): void {
  if (claims.length > 0) tx.send(drop, keys(claims));
}

export function saveClaims(tx: Tx, claims: readonly Claim[], isLeaf: (fp: string) => boolean): void {
  if (claims.length === 0) return;
  tx.send(upsert, [
    ...keys(claims),
    smallints(claims.map((c) => codeOfKind(c.aKind))),
    smallints(claims.map((c) => c.strength)),
    bigints(claims.map((c) => c.at)),
    fingerprints(claims.map((c) => c.key)),
    ints(claims.map((c) => c.sourceId)),
    bools(claims.map((c) => isLeaf(c.b))),
    bools(claims.map((c) => c.withdrawn === true)),
  ]);
}

const countNear = sql<{ i: number; everyone: number; proven: number }>`
  select w.i::int as i, e.n::int as everyone, p.n::int as proven
  from unnest($1::uuid[], $2::smallint[], $3::int[]) with ordinality as w(fp, kind, most, i)
  cross join lateral (select count(distinct x.a) as n from (
    select c.a from identity.claims c where c.b = w.fp and c.a_kind = w.kind and c.proven and c.rule < 5 limit w.most + 1) x) p
  cross join lateral (select count(distinct x.a) as n from (
    select c.a from identity.claims c where c.b = w.fp and c.a_kind = w.kind and c.rule < 5 limit 2 * w.most + 2) x) e`;

export type HubQuestion = { readonly fp: string; readonly kind: NodeKind | "any"; readonly most: number };

/** For each node and kind: whether more than `most` neighbours of the kind point to it. Reads no more than needed to know. */
export async function areHubs(tx: Tx, questions: readonly HubQuestion[]): Promise<Map<string, HubFlags>> {
  const flags = new Map<string, HubFlags>();
  if (questions.length === 0) return flags;
  // One row a kind: at a value with many stated neighbours of a kind no more than a few are read to find the proven ones.
  const asked = questions.flatMap((question) =>
    (question.kind === "any" ? nodeKinds : [question.kind]).map((kind) => ({ question, kind })),
  );
  const rows = await tx.rows(countNear, [
    fingerprints(asked.map(({ question }) => question.fp)),
    smallints(asked.map(({ kind }) => codeOfKind(kind))),
    ints(asked.map(({ question }) => question.most)),
  ]);
  for (const [question, near] of Map.groupBy(rows, (row) => asked[row.i - 1]?.question)) {
    if (question === undefined) continue;
    const sum = (of: "proven" | "everyone") => near.reduce((n, row) => n + row[of], 0);
    const old = flags.get(question.fp);
    flags.set(question.fp, {
      hubProven: old?.hubProven === true || sum("proven") > question.most,
      hubStated: old?.hubStated === true || sum("everyone") > question.most,
    });
  }
  return flags;
}

type FlaggedRow = ClaimRow & {
  b_kind: number;
  a_hub_proven: boolean;
  a_hub_stated: boolean;
  b_hub_proven: boolean;
  b_hub_stated: boolean;
};
const flags = fragment`x.hub_proven as a_hub_proven, x.hub_stated as a_hub_stated, y.hub_proven as b_hub_proven, y.hub_stated as b_hub_stated, y.kind as b_kind`;
// `limit 1` keeps the planner from reading all nodes for a hash when it does not know how few claims there will be.
const ends = fragment`
  cross join lateral (select hub_proven, hub_stated from identity.nodes n where n.fp = c.a limit 1) x
  cross join lateral (select hub_proven, hub_stated, kind from identity.nodes n where n.fp = c.b limit 1) y`;

const findTouching = sql<FlaggedRow>`
  select ${columns}, ${flags} from (
    select * from identity.claims where b = any($1::uuid[])
    union select * from identity.claims where a = any($1::uuid[]) and not leaf) c ${ends}`;
const findBetween = sql<FlaggedRow>`
  select ${columns}, ${flags} from (
    select d.* from unnest($1::uuid[], $2::uuid[]) as w(x, y)
    cross join lateral (select * from identity.claims e where e.a = w.x and e.b = w.y limit 8) d
    union select d.* from unnest($1::uuid[], $2::uuid[]) as w(x, y)
    cross join lateral (select * from identity.claims e where e.a = w.y and e.b = w.x limit 8) d) c ${ends}`;

const counted = (rows: readonly FlaggedRow[], hearing: Hearing): Claim[] =>
  rows.flatMap(
    (row) =>
      heardAs(
        claimOf(row),
        { kind: kindOfCode(row.a_kind), hubProven: row.a_hub_proven, hubStated: row.a_hub_stated },
        { kind: kindOfCode(row.b_kind), hubProven: row.b_hub_proven, hubStated: row.b_hub_stated },
        hearing,
      ) ?? [],
  );

const findPairs = sql<ClaimRow>`
  select ${columns} from unnest($1::uuid[], $2::uuid[]) as w(x, y)
  cross join lateral (select * from identity.claims d where d.a = w.x and d.b = w.y and d.rule < 5 limit 8) c`;

/** What events claim of these pairs, whether it counts or not. */
export async function listClaimsOfPairs(
  tx: Tx,
  pairs: readonly { readonly a: string; readonly b: string }[],
): Promise<Claim[]> {
  if (pairs.length === 0) return [];
  const [a, b] = [pairs.map((p) => p.a), pairs.map((p) => p.b)];
  const values = [fingerprints([...a, ...b]), fingerprints([...b, ...a])]; // whichever end is the stronger
  return (await tx.rows(findPairs, values)).map(claimOf);
}

/** Claims that touch these nodes; those to leaves only where the leaf is one of them. */
export async function listClaimsTouching(tx: Tx, fps: readonly string[]): Promise<Claim[]> {
  return fps.length === 0 ? [] : (await tx.rows(findTouching, [fingerprints(fps)])).map(claimOf);
}

/** The same, only those that count, as the rules weigh them. */
export async function listCountingClaims(tx: Tx, fps: readonly string[], hearing: Hearing): Promise<Claim[]> {
  return fps.length === 0 ? [] : counted(await tx.rows(findTouching, [fingerprints(fps)]), hearing);
}

/** Claims that count and stand directly between the two nodes of a pair. */
export async function listClaimsBetween(
  tx: Tx,
  pairs: readonly (readonly [string, string])[],
  hearing: Hearing,
): Promise<Claim[]> {
  if (pairs.length === 0) return [];
  const ends = [fingerprints(pairs.map(([x]) => x)), fingerprints(pairs.map(([, y]) => y))];
  return counted(await tx.rows(findBetween, ends), hearing);
}
