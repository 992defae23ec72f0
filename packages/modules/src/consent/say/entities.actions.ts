// The legal entities as acts name them: by id or code, with the circles whose people an act for one is about.
import type { Tx } from "@somlos/kernel/db";
import { listCirclesOf, listEntities } from "../../company/index.ts";
import type { Entities } from "./told.rules.ts";

export async function readEntities(tx: Tx): Promise<Entities> {
  const byName = new Map<string, string>();
  const circles = new Map((await listCirclesOf(tx)).map((one) => [one.entityId, one]));
  const all = [...new Set([0, ...[...circles.values()].flatMap(({ ever }) => ever)])];
  const countries = new Map<string | null, string>();
  for (const { id, code, country } of await listEntities(tx)) {
    countries.set(id, country);
    byName.set(id, id);
    byName.set(code.toLowerCase(), id);
  }
  return {
    countryOf: (entityId) => countries.get(entityId),
    idOf: (name) => byName.get(name.toLowerCase()),
    circlesOf: (entityId) => (entityId === null ? all : [circles.get(entityId)?.now ?? 0]),
  };
}
