// The SQL of the mark that tells one secret from another.
import { room, type Tx } from "@somlos/kernel/db";

const { sql } = room("access");

const insert = sql`insert into access.secret_marks (id, mark) values (1, $1) on conflict (id) do nothing`;
const find = sql<{ mark: Buffer }>`select mark from access.secret_marks where id = 1`;

/** Keeps the mark of the first secret; whether this is the mark of the same one. */
export async function isSameMark(tx: Tx, mark: Buffer): Promise<boolean> {
  await tx.run(insert, [mark]);
  return (await tx.one(find, [])).mark.equals(mark);
}
