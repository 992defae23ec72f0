// SQL for why sharings ended: without what names somebody who is erased.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("company");

const MAY = sql`select set_config('somlos.may_erase', 'yes', true)`;
const CLEAN = sql`
  update company.sharings set ended_why = regexp_replace(ended_why, $1, '…', 'gi') where ended_why ~* $1`;

export async function cleanWhys(tx: Tx, pattern: string): Promise<number> {
  await tx.rows(MAY);
  return tx.run(CLEAN, [pattern]);
}
