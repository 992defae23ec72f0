// What a person may ask of facts: all of them with their origin; gone with what told them.
import { identifiersIn, needlesOf, type RoomRights, type Scope } from "@somlos/kernel/rights";
import { origins } from "../facts.rules.ts";
import {
  countOwnFacts,
  deleteFactsNaming,
  deleteOwnFacts,
  listOwnFacts,
  type OfFacts,
} from "./profiles.rights.store.ts";

const TABLE = "profiles.facts";

function ofScope(scope: Scope): OfFacts {
  if (scope.kind === "source") return { sourceId: scope.sourceId, from: null, to: null };
  return scope.kind === "span"
    ? { sourceId: null, from: scope.from, to: scope.to }
    : { sourceId: null, from: null, to: null };
}

export const profilesRights: RoomRights = {
  room: "profiles",
  tables: [TABLE],
  late: "events",
  async export(tx, { parts }) {
    const facts = await listOwnFacts(tx, parts);
    return { items: facts.map(({ trust, ...fact }) => ({ table: TABLE, ...fact, origin: origins[trust] })) };
  },
  async foresee(tx, whom, scope) {
    return { [TABLE]: await countOwnFacts(tx, whom.parts, ofScope(scope)) };
  },
  async erase({ tx }, whom, scope) {
    const gone = identifiersIn(whom, scope);
    const pattern = needlesOf(gone);
    const naming = pattern === undefined ? 0 : await deleteFactsNaming(tx, pattern, whom.circle);
    return { removed: { [TABLE]: naming + (await deleteOwnFacts(tx, whom.parts, ofScope(scope))) } };
  },
};
