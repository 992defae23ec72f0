// SQL for people that are run again by new rules.
import { bools, fingerprints, room, type Tx } from "@somlos/kernel/db";
import { fingerprintOf } from "@somlos/kernel/ids";

const { sql } = room("identity");

const VALUES = sql<{ fp: string; value: string }>`
  select fp, value from identity.nodes where fp = any($1::uuid[]) and value is not null`;
const LEAF_ENDS = sql<{
  b: string;
}>`select distinct b from identity.claims where a = any($1::uuid[]) and leaf`;
const LIST = sql`
  update identity.nodes n set listed = c.listed from unnest($1::uuid[], $2::bool[]) as c(fp, listed) where n.fp = c.fp`;
const UNLEAF = sql`update identity.nodes set leaf = false where fp = any($1::uuid[])`;

export const findValues = async (tx: Tx, fps: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    fps.length === 0
      ? []
      : (await tx.rows(VALUES, [fingerprints(fps)])).map(
          (row) => [fingerprintOf(row.fp), row.value] as const,
        ),
  );

/** What follows these nodes and nothing else. */
export const listLeafEnds = async (tx: Tx, fps: readonly string[]): Promise<string[]> =>
  fps.length === 0 ? [] : (await tx.rows(LEAF_ENDS, [fingerprints(fps)])).map((row) => fingerprintOf(row.b));

export function saveListed(
  tx: Tx,
  nodes: readonly { readonly fp: string; readonly listed: boolean }[],
): void {
  if (nodes.length === 0) return;
  tx.send(LIST, [fingerprints(nodes.map((one) => one.fp)), bools(nodes.map((one) => one.listed))]);
}

export function clearLeaves(tx: Tx, fps: readonly string[]): void {
  if (fps.length > 0) tx.send(UNLEAF, [fingerprints(fps)]);
}
