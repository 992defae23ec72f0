// SQL of heads: where whoever asks and whoever says something of an identifier meet. Most identifiers of a person never
// said anything and get no row for being asked about: for them the two meet at a stripe of all fingerprints.
import { ints, room, type Tx, uuids } from "@somlos/kernel/db";

const { sql } = room("consent");

const known = sql<{ fp: string }>`select fp from consent.heads where fp = any($1::uuid[])`;
const born = sql`
  insert into consent.heads (fp) select fp from unnest($1::uuid[]) as w(fp) order by fp on conflict (fp) do nothing`;
const lockToRead = sql<{ fp: string }>`
  select fp from consent.heads where fp = any($1::uuid[]) order by fp for share`;
const lockToWrite = sql<{ fp: string }>`
  select fp from consent.heads where fp = any($1::uuid[]) order by fp for update`;
const shareStripes = sql`select pg_advisory_xact_lock_shared(7305030, n) from unnest($1::int[]) as w(n)`;
const takeStripes = sql`select pg_advisory_xact_lock(7305030, n) from unnest($1::int[]) as w(n)`;

/** The first byte of a keyed hash: even over all of them. */
const stripeOf = (fp: string): number => Number.parseInt(fp.slice(0, 2), 16);
const stripesOf = (fps: readonly string[]): Buffer =>
  ints([...new Set(fps.map(stripeOf))].sort((a, b) => a - b));

/** Those that ever said anything. */
export const listHeads = async (tx: Tx, fps: readonly string[]): Promise<string[]> =>
  (await tx.rows(known, [uuids(fps)])).map(({ fp }) => fp);

async function findMissing(tx: Tx, fps: readonly string[]): Promise<string[]> {
  const there = new Set(await listHeads(tx, fps));
  return fps.filter((fp) => !there.has(fp));
}

/**
 * After this nobody writes about these identifiers until the transaction is over, and what was committed before is seen.
 * Stripes come before rows, both in order; a head that is being born holds its stripe until it can be seen. Answers those
 * that ever said anything.
 */
export async function holdToRead(tx: Tx, fps: readonly string[]): Promise<string[]> {
  const missing = await findMissing(tx, fps);
  if (missing.length > 0) await tx.run(shareStripes, [stripesOf(missing)]);
  return (await tx.rows(lockToRead, [uuids(fps)])).map(({ fp }) => fp);
}

export async function holdToWrite(tx: Tx, fps: readonly string[]): Promise<void> {
  await bearHeads(tx, fps);
  await tx.run(lockToWrite, [uuids(fps)]);
}

/**
 * For many at once, in a short transaction before the one that writes: else everybody who asks would wait for the whole of
 * it at the stripes.
 */
export async function bearHeads(tx: Tx, fps: readonly string[]): Promise<void> {
  const missing = await findMissing(tx, fps);
  if (missing.length === 0) return;
  await tx.run(takeStripes, [stripesOf(missing)]);
  await tx.run(born, [uuids(missing)]);
}
