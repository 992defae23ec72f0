// A no to everything is said to every legal entity that knows the same address, also to those that know it apart.
import type { Tx } from "@somlos/kernel/db";
import { kindOf, type Naming } from "../../events/index.ts";
import type { Named } from "./acts.rules.ts";
import { readEntities } from "./entities.actions.ts";
import { nameTo } from "./told.rules.ts";

export async function inEveryCircle(tx: Tx, naming: Naming, own: readonly Named[]): Promise<Named[]> {
  const written = own.flatMap(({ kind, value }) => {
    const known = kindOf(kind);
    return known === undefined ? [] : [{ kind: known, value }];
  });
  const elsewhere = nameTo(naming, await readEntities(tx), null, written) ?? [];
  const known = new Set(own.map(({ fp }) => fp));
  return [...own, ...elsewhere.filter(({ fp }) => !known.has(fp))];
}
