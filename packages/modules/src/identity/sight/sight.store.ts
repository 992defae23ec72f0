// SQL for whom a mail address names, whosever people they are.
import { room, type Tx, texts } from "@somlos/kernel/db";
import { codeOfKind } from "../limits.rules.ts";

const { sql } = room("identity");

const EMAIL = codeOfKind("email");
const OF = sql<{ id: string; value: string }>`
  select n.id, n.value from identity.nodes n
  where n.kind = $2 and left(n.value, 100) = any($1::text[]) and n.value is not null`;

export const listOfAddresses = (
  tx: Tx,
  addresses: readonly string[],
): Promise<{ id: string; value: string }[]> =>
  tx.rows(OF, [texts(addresses.map((one) => one.toLowerCase().slice(0, 100))), EMAIL]);
