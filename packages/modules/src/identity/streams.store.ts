// SQL for what devices do: streams, marks and sightings. And the one lock under which identity changes.
import { bigints, bools, fingerprints, ints, room, smallints, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Trust } from "../events/index.ts";
import type { Sighting } from "./claims.rules.ts";
import type { Mark, Position } from "./lanes.rules.ts";
import { codeOfKind, kindOfCode } from "./limits.rules.ts";
import type { Firsts, Stream } from "./sift.rules.ts";

const { sql } = room("identity");

const takeLock = sql<{ at: Date }>`
  with locked as materialized (select pg_advisory_xact_lock(7305002))
  select clock_timestamp() as at from locked`;

/** Identity changes one transaction at a time. Gives the time at which it is our turn: ids made now are the youngest. */
export const lockIdentity = async (tx: Tx): Promise<Date> => (await tx.one(takeLock)).at;

const trustOf = (proven: boolean): Trust => (proven ? "proven" : "stated");

type StreamRow = { subject: string; first_ms: number } & {
  [K in `${Trust}_${"ms" | "source"}`]: number | null;
} & { [K in `${Trust}_key`]: string | null };

const findStreamRows = sql<StreamRow>`
  select subject, first_ms, stated_ms, stated_key, stated_source, proven_ms, proven_key, proven_source
  from identity.streams where subject = any($1::uuid[])`;

export async function findStreams(
  tx: Tx,
  subjects: readonly string[],
): Promise<Map<string, Pick<Stream, "firstAt" | "firsts">>> {
  const first = (row: StreamRow, trust: Trust): Firsts => {
    const [at, key, sourceId] = [row[`${trust}_ms`], row[`${trust}_key`], row[`${trust}_source`]];
    if (at === null || key === null || sourceId === null) return {};
    return { [trust]: { at, key: fingerprintOf(key), sourceId } };
  };
  const rows = subjects.length === 0 ? [] : await tx.rows(findStreamRows, [fingerprints(subjects)]);
  return new Map(
    rows.map((row) => [
      fingerprintOf(row.subject),
      { firstAt: row.first_ms, firsts: { ...first(row, "stated"), ...first(row, "proven") } },
    ]),
  );
}

const upsertStreams = sql`
  insert into identity.streams (subject, device, login, first_ms, stated_ms, stated_key, stated_source, proven_ms, proven_key, proven_source, circle)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::uuid[], $7::int[], $8::bigint[], $9::uuid[], $10::int[], $11::smallint[])
  on conflict (subject) do update set first_ms = excluded.first_ms,
    stated_ms = excluded.stated_ms, stated_key = excluded.stated_key, stated_source = excluded.stated_source,
    proven_ms = excluded.proven_ms, proven_key = excluded.proven_key, proven_source = excluded.proven_source`;

export function saveStreams(tx: Tx, streams: readonly Stream[]): void {
  if (streams.length === 0) return;
  const first = (trust: Trust) => [
    bigints(streams.map((s) => s.firsts[trust]?.at ?? null)),
    fingerprints(streams.map((s) => s.firsts[trust]?.key ?? null)),
    ints(streams.map((s) => s.firsts[trust]?.sourceId ?? null)),
  ];
  tx.send(upsertStreams, [
    fingerprints(streams.map((s) => s.subject)),
    fingerprints(streams.map((s) => s.device)),
    fingerprints(streams.map((s) => s.login ?? null)),
    bigints(streams.map((s) => s.firstAt)),
    ...first("stated"),
    ...first("proven"),
    smallints(streams.map((s) => s.circle)),
  ]);
}

const insertMarks = sql`
  insert into identity.marks (device, at_ms, key, login, proven, explicit, source_id)
  select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::uuid[], $5::bool[], $6::bool[], $7::int[])
  on conflict (device, at_ms, key) do update set explicit = true where excluded.explicit and not marks.explicit`;

export function saveMarks(tx: Tx, marks: readonly Mark[]): void {
  if (marks.length === 0) return;
  tx.send(insertMarks, [
    fingerprints(marks.map((m) => m.device)),
    bigints(marks.map((m) => m.at)),
    fingerprints(marks.map((m) => m.key)),
    fingerprints(marks.map((m) => m.login ?? null)),
    bools(marks.map((m) => m.trust === "proven")),
    bools(marks.map((m) => m.explicit)),
    ints(marks.map((m) => m.sourceId)),
  ]);
}

const dropFirsts = sql`
  delete from identity.marks m using unnest($1::uuid[], $2::bigint[], $3::uuid[]) as d(device, at_ms, key)
  where m.device = d.device and m.at_ms = d.at_ms and m.key = d.key and not m.explicit`;

/** Takes away marks that were only the first event of their login on the device, when an earlier one has come. */
export async function deleteFirsts(
  tx: Tx,
  marks: readonly (Position & { readonly device: string })[],
): Promise<void> {
  if (marks.length === 0) return;
  tx.send(dropFirsts, [
    fingerprints(marks.map((m) => m.device)),
    bigints(marks.map((m) => m.at)),
    fingerprints(marks.map((m) => m.key)),
  ]);
}

type MarkRow = {
  device: string;
  at_ms: number;
  key: string;
  login: string | null;
  proven: boolean;
  explicit: boolean;
  source_id: number;
};

const findMarksFrom = sql<MarkRow>`
  select m.device, m.at_ms, m.key, m.login, m.proven, m.explicit, m.source_id
  from unnest($1::uuid[], $2::bigint[], $3::uuid[]) as w(device, at_ms, key)
  join identity.marks m on m.device = w.device and (m.at_ms, m.key) >= (w.at_ms, w.key)
  order by m.at_ms, m.key`;

export type Window = { readonly device: string; readonly from: Position };
const windowValues = (windows: readonly Window[]) => [
  fingerprints(windows.map((w) => w.device)),
  bigints(windows.map((w) => w.from.at)),
  fingerprints(windows.map((w) => w.from.key)),
];

/** The marks of each device from a position on, in order. */
export async function listMarks(tx: Tx, windows: readonly Window[]): Promise<Mark[]> {
  if (windows.length === 0) return [];
  return (await tx.rows(findMarksFrom, windowValues(windows))).map((row) => ({
    device: fingerprintOf(row.device),
    at: row.at_ms,
    key: fingerprintOf(row.key),
    trust: trustOf(row.proven),
    explicit: row.explicit,
    sourceId: row.source_id,
    ...(row.login === null ? {} : { login: fingerprintOf(row.login) }),
  }));
}

type SightingRow = {
  device: string;
  id: string;
  proven: boolean;
  slot: number;
  kind: number;
  at_ms: number;
  key: string;
  source_id: number;
};
const sightingOf = (row: SightingRow): Sighting => ({
  device: fingerprintOf(row.device),
  id: fingerprintOf(row.id),
  trust: trustOf(row.proven),
  slot: row.slot,
  kind: kindOfCode(row.kind),
  at: row.at_ms,
  key: fingerprintOf(row.key),
  sourceId: row.source_id,
});

const findSightingsOf = sql<SightingRow>`
  select s.* from unnest($1::uuid[], $2::uuid[], $3::bool[], $4::bigint[]) as w(device, id, proven, slot)
  cross join lateral (
    select * from identity.sightings x where x.device = w.device and x.id = w.id and x.proven = w.proven and x.slot = w.slot limit 1) s`;
const findSightingsFrom = sql<SightingRow>`
  select s.* from unnest($1::uuid[], $2::bigint[], $3::uuid[]) as w(device, at_ms, key)
  join identity.sightings s on s.device = w.device and (s.at_ms, s.key) >= (w.at_ms, w.key)`;
const upsertSightings = sql`
  insert into identity.sightings (device, id, proven, slot, kind, at_ms, key, source_id)
  select * from unnest($1::uuid[], $2::uuid[], $3::bool[], $4::bigint[], $5::smallint[], $6::bigint[], $7::uuid[], $8::int[])
  on conflict (device, id, proven, slot) do update set at_ms = excluded.at_ms, key = excluded.key, source_id = excluded.source_id`;

const sightingKeys = (sightings: readonly Sighting[]) => [
  fingerprints(sightings.map((s) => s.device)),
  fingerprints(sightings.map((s) => s.id)),
  bools(sightings.map((s) => s.trust === "proven")),
  bigints(sightings.map((s) => s.slot)),
];

export async function findSightings(tx: Tx, like: readonly Sighting[]): Promise<Sighting[]> {
  return like.length === 0 ? [] : (await tx.rows(findSightingsOf, sightingKeys(like))).map(sightingOf);
}

export async function listSightings(tx: Tx, windows: readonly Window[]): Promise<Sighting[]> {
  if (windows.length === 0) return [];
  return (await tx.rows(findSightingsFrom, windowValues(windows))).map(sightingOf);
}

export function saveSightings(tx: Tx, sightings: readonly Sighting[]): void {
  if (sightings.length === 0) return;
  tx.send(upsertSightings, [
    ...sightingKeys(sightings),
    smallints(sightings.map((s) => codeOfKind(s.kind))),
    bigints(sightings.map((s) => s.at)),
    fingerprints(sightings.map((s) => s.key)),
    ints(sightings.map((s) => s.sourceId)),
  ]);
}
