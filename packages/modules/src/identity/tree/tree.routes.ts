// The door of why a person is one.
import * as words from "@somlos/contract/rooms/identity-tree";
import { type Door, handle } from "@somlos/kernel/http";
import type { IdentityHouse } from "../identity.house.ts";
import { loadSettings } from "../rules/versions.store.ts";
import { drawPerson } from "./tree.actions.ts";

export const treeDoors: readonly Door<IdentityHouse>[] = [
  handle(words.claimsOfPerson, ({ db }: IdentityHouse, { params, query, language }) =>
    db.snapshot(async (tx) =>
      drawPerson(tx, { id: params.id, most: query.most, language }, await loadSettings(tx)),
    ),
  ),
];
