// SQL for finding people by what identifies them: the beginning of a value, or the end of a phone number.
import { room, smallints, type Tx } from "@somlos/kernel/db";
import type { Identifier } from "../events/index.ts";
import { kindOfCode, type NodeKind } from "./limits.rules.ts";

const { sql } = room("identity");

export type FoundIdentifier = {
  readonly personId: string;
  readonly kind: Identifier["kind"];
  readonly value: string;
};

type FoundRow = { id: string; kind: number; value: string };

// Bounds instead of LIKE: a prepared statement has no plan for a pattern that it does not know. The bounds are those of
// the index: byte order.
const byBeginning = sql<FoundRow>`
  select coalesce(p.id, n.id) as id, n.kind, n.value from identity.nodes n
  left join identity.people p on p.component = n.component
  where n.value is not null and left(n.value, 100) >= $1 and left(n.value, 100) < $2
    and ($4::smallint[] is null or n.circle = any($4)) order by left(n.value, 100) limit $3`;
const byTail = sql<FoundRow>`
  select coalesce(p.id, n.id) as id, n.kind, n.value from identity.nodes n
  left join identity.people p on p.component = n.component
  where n.kind = 4 and left(reverse(n.value), 40) collate "C" >= $1 and left(reverse(n.value), 40) collate "C" < $2
    and ($4::smallint[] is null or n.circle = any($4))
  order by left(reverse(n.value), 40) collate "C" limit $3`;

/** The last code point of Unicode stands after whatever begins with the text. */
const bounds = (text: string) => [text, `${text}\u{10ffff}`];

/** What a text typed into a search box may be the beginning of: as it stands, in lower case, or an international number. */
function beginningsOf(text: string): string[] {
  const digits = text.replace(/[\s().\-/]/g, "");
  const international = /^(\+|00)\d{2,}$/.test(digits) ? [`+${digits.replace(/^(\+|00)/, "")}`] : [];
  const bare = /^[1-9]\d{4,}$/.test(digits) ? [`+${digits}`, digits] : [];
  return [...new Set([text, text.toLowerCase(), ...international, ...bare])].map((one) => one.slice(0, 100));
}

/** A number as people in the country write it: what follows the leading zero ends the international number. */
function tailOf(text: string): string | undefined {
  const digits = text.replace(/[\s().\-/]/g, "");
  return /^0?[1-9]\d{3,}$/.test(digits) ? [...digits.replace(/^0/, "")].reverse().join("") : undefined;
}

/** `circles`: whose people are searched; none: everybody. */
export async function searchIdentifiers(
  tx: Tx,
  text: string,
  limit: number,
  circles?: readonly number[],
): Promise<FoundIdentifier[]> {
  const plain = text.normalize("NFC").trim().replaceAll("\0", "");
  if (plain === "" || limit < 1) return [];
  const found = new Map<string, FoundIdentifier>();
  const add = (rows: readonly FoundRow[]) => {
    for (const { id, kind, value } of rows)
      found.set(`${kind} ${value} ${id}`, {
        personId: id,
        kind: kindOfCode(kind) as Exclude<NodeKind, "lane">,
        value,
      });
  };
  const whose = circles === undefined ? null : smallints(circles);
  for (const beginning of beginningsOf(plain))
    add(await tx.rows(byBeginning, [...bounds(beginning), limit, whose]));
  const tail = tailOf(plain);
  if (tail !== undefined && found.size < limit) add(await tx.rows(byTail, [...bounds(tail), limit, whose]));
  return [...found.values()].slice(0, limit);
}
