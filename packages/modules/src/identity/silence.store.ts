// SQL of the slots of time in which kiosks told something.
import { bigints, bools, fingerprints, ints, room, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";
import type { Pulse, Slot } from "./silence.rules.ts";

const { sql } = room("identity");

const find = sql<{
  device: string;
  proven: boolean;
  slot: number;
  at_ms: number;
  key: string;
  source_id: number;
}>`
  select p.* from unnest($1::uuid[], $2::bool[], $3::bigint[]) as w(device, proven, slot)
  cross join lateral (
    select * from identity.pulses x where x.device = w.device and x.proven = w.proven and x.slot = w.slot limit 1) p`;
const save = sql`
  insert into identity.pulses (device, proven, slot, at_ms, key, source_id)
  select * from unnest($1::uuid[], $2::bool[], $3::bigint[], $4::bigint[], $5::uuid[], $6::int[])
  on conflict (device, proven, slot) do update set at_ms = excluded.at_ms, key = excluded.key, source_id = excluded.source_id`;

const columnsOf = (slots: readonly Slot[]) => [
  fingerprints(slots.map((s) => s.device)),
  bools(slots.map((s) => s.trust === "proven")),
  bigints(slots.map((s) => s.slot)),
];

export async function findPulses(tx: Tx, slots: readonly Slot[]): Promise<Pulse[]> {
  if (slots.length === 0) return [];
  return (await tx.rows(find, columnsOf(slots))).map((row) => ({
    device: fingerprintOf(row.device),
    trust: row.proven ? "proven" : "stated",
    slot: row.slot,
    at: row.at_ms,
    key: fingerprintOf(row.key),
    sourceId: row.source_id,
  }));
}

export function savePulses(tx: Tx, pulses: readonly Pulse[]): void {
  if (pulses.length === 0) return;
  tx.send(save, [
    ...columnsOf(pulses),
    bigints(pulses.map((p) => p.at)),
    fingerprints(pulses.map((p) => p.key)),
    ints(pulses.map((p) => p.sourceId)),
  ]);
}
