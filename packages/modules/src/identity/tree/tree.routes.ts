// The door of why a person is one.
import * as words from "@somlos/contract/rooms/identity-tree";
import { type Door, handle } from "@somlos/kernel/http";
import type { IdentityHouse } from "../identity.house.ts";
import { loadSettings } from "../rules/versions.store.ts";
import { drawPerson } from "./tree.actions.ts";

export const treeDoors: readonly Door<IdentityHouse>[] = [
  handle(words.claimsOfPerson, ({ db, sight }: IdentityHouse, { params, query, language, caller }) =>
    db.snapshot(async (tx) => {
      const hiddenOf = (ids: readonly string[]) => sight.hidden(tx, caller, "people.read", ids);
      return drawPerson(tx, { id: params.id, most: query.most, language, hiddenOf }, await loadSettings(tx));
    }),
  ),
];
