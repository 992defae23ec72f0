// The SQL of identity tokens: each is used once.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("corner");

const use = sql<{ taken: boolean }>`
  insert into corner.used_tokens (hash, ends_at) values ($1, $2) on conflict (hash) do nothing returning true as taken`;
const past = sql`delete from corner.used_tokens where ends_at <= $1`;

/** False when it was used before. */
export const useToken = async (tx: Tx, hash: Buffer, endsAt: Date): Promise<boolean> =>
  (await tx.maybe(use, [hash, endsAt])) !== undefined;
export const deletePastTokens = (tx: Tx, now: Date) => tx.run(past, [now]);
