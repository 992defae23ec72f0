// SQL for lanes.
import { bigints, bools, fingerprints, ints, room, smallints, type Tx, texts } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Lane, Position } from "./lanes.rules.ts";

const { sql, fragment } = room("identity");

/** A lane as stored: one that is no more stays, not live. The first lane of a device knows the visitor id. */
export type StoredLane = Lane & { readonly live: boolean; readonly visitor?: string };

type LaneRow = {
  fp: string;
  device: string;
  from_ms: number;
  from_key: string;
  level: number;
  soft: boolean;
  live: boolean;
  login: string | null;
  signed_proven: boolean | null;
  signed_ms: number | null;
  signed_key: string | null;
  signed_source: number | null;
  before: string | null;
  proven_before: string | null;
  visitor: string | null;
};
const columns = fragment`l.fp, l.device, l.from_ms, l.from_key, l.level, l.soft, l.live, l.login, l.signed_proven, l.signed_ms,
  l.signed_key, l.signed_source, l.before, l.proven_before, l.visitor`;

const levels = ["start", "proven", "stated"] as const;

function signedOf(row: LaneRow): Pick<Lane, "login" | "signed"> {
  const { login, signed_ms: at, signed_key: key, signed_source: sourceId } = row;
  if (login === null || at === null || key === null || sourceId === null) return {};
  const trust = row.signed_proven ? "proven" : "stated";
  return { login: fingerprintOf(login), signed: { at, key: fingerprintOf(key), sourceId, trust } };
}

const laneOf = (row: LaneRow): StoredLane => ({
  fp: fingerprintOf(row.fp),
  device: fingerprintOf(row.device),
  from: { at: row.from_ms, key: fingerprintOf(row.from_key) },
  level: levels[row.level] ?? "start",
  soft: row.soft,
  live: row.live,
  ...signedOf(row),
  ...(row.before === null ? {} : { before: fingerprintOf(row.before) }),
  ...(row.proven_before === null ? {} : { provenBefore: fingerprintOf(row.proven_before) }),
  ...(row.visitor === null ? {} : { visitor: row.visitor }),
});

const findLanesAt = sql<LaneRow & { i: number }>`
  select p.i::int as i, ${columns}
  from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bool[]) with ordinality as p(device, at_ms, key, wide, i)
  cross join lateral (
    select * from identity.lanes x where x.device = p.device and x.live and (x.level < 2 or not p.wide) and (x.from_ms, x.from_key) <= (p.at_ms, p.key)
    order by x.from_ms desc, x.from_key desc limit 1) l`;

export type Place = Position & { readonly device: string };
/** `wide`: the lane as proven marks alone cut it. */
export type Question = { readonly place: Place; readonly wide: boolean };

export const nameOfQuestion = ({ place, wide }: Question): string =>
  `${place.device}${place.key}${place.at}${wide ? "w" : ""}`;

/** The live lane at each place, by the name of the question; none where the device is new. */
export async function lanesAt(tx: Tx, places: readonly Question[]): Promise<Map<string, StoredLane>> {
  const found = new Map<string, StoredLane>();
  if (places.length === 0) return found;
  const rows = await tx.rows(findLanesAt, [
    fingerprints(places.map((p) => p.place.device)),
    bigints(places.map((p) => p.place.at)),
    fingerprints(places.map((p) => p.place.key)),
    bools(places.map((p) => p.wide)),
  ]);
  for (const row of rows) {
    const question = places[row.i - 1];
    if (question !== undefined) found.set(nameOfQuestion(question), laneOf(row));
  }
  return found;
}

const findLanesAround = sql<LaneRow>`
  select ${columns}
  from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bool[]) as w(device, at_ms, key, proven)
  cross join lateral (
    select x.from_ms, x.from_key from identity.lanes x
    where x.device = w.device and x.live and not x.soft and (x.level < 2 or not w.proven) and (x.from_ms, x.from_key) < (w.at_ms, w.key)
    order by x.from_ms desc, x.from_key desc limit 1) s
  join identity.lanes l on l.device = w.device and (l.from_ms, l.from_key) >= (s.from_ms, s.from_key)
  order by l.device, l.from_ms, l.from_key`;

/** For each change, the lanes of its device from the last cut before it on which the fold can start again. */
export async function listLanesAround(
  tx: Tx,
  changes: readonly (Place & { readonly proven: boolean })[],
): Promise<StoredLane[]> {
  if (changes.length === 0) return [];
  const rows = await tx.rows(findLanesAround, [
    fingerprints(changes.map((c) => c.device)),
    bigints(changes.map((c) => c.at)),
    fingerprints(changes.map((c) => c.key)),
    bools(changes.map((c) => c.proven)),
  ]);
  return rows.map(laneOf);
}

const upsertLanes = sql`
  insert into identity.lanes (fp, device, from_ms, from_key, level, soft, live, login, signed_proven, signed_ms, signed_key, signed_source, before, proven_before, visitor)
  select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::uuid[], $5::smallint[], $6::bool[], $7::bool[], $8::uuid[], $9::bool[],
    $10::bigint[], $11::uuid[], $12::int[], $13::uuid[], $14::uuid[], $15::text[])
  on conflict (fp) do update set from_ms = excluded.from_ms, from_key = excluded.from_key, level = excluded.level, soft = excluded.soft,
    live = excluded.live, login = excluded.login, signed_proven = excluded.signed_proven, signed_ms = excluded.signed_ms,
    signed_key = excluded.signed_key, signed_source = excluded.signed_source, before = excluded.before, proven_before = excluded.proven_before`;

export function saveLanes(tx: Tx, lanes: readonly StoredLane[]): void {
  if (lanes.length === 0) return;
  tx.send(upsertLanes, [
    fingerprints(lanes.map((l) => l.fp)),
    fingerprints(lanes.map((l) => l.device)),
    bigints(lanes.map((l) => l.from.at)),
    fingerprints(lanes.map((l) => l.from.key)),
    smallints(lanes.map((l) => levels.indexOf(l.level))),
    bools(lanes.map((l) => l.soft)),
    bools(lanes.map((l) => l.live)),
    fingerprints(lanes.map((l) => l.login ?? null)),
    bools(lanes.map((l) => (l.signed ? l.signed.trust === "proven" : null))),
    bigints(lanes.map((l) => l.signed?.at ?? null)),
    fingerprints(lanes.map((l) => l.signed?.key ?? null)),
    ints(lanes.map((l) => l.signed?.sourceId ?? null)),
    fingerprints(lanes.map((l) => l.before ?? null)),
    fingerprints(lanes.map((l) => l.provenBefore ?? null)),
    texts(lanes.map((l) => l.visitor ?? null)),
  ]);
}
