// What a person may ask of facts: all of them with their origin; gone with what told them.
import { identifiersIn, needlesOf, type RoomRights } from "@somlos/kernel/rights";
import { origins } from "../facts.rules.ts";
import { deleteFactsNaming, deleteOwnFacts, listOwnFacts } from "./profiles.rights.store.ts";

const TABLE = "profiles.facts";

export const profilesRights: RoomRights = {
  room: "profiles",
  tables: [TABLE],
  late: "events",
  async export(tx, { parts }) {
    const facts = await listOwnFacts(tx, parts);
    return { items: facts.map(({ trust, ...fact }) => ({ table: TABLE, ...fact, origin: origins[trust] })) };
  },
  async erase({ tx }, whom, scope) {
    const everything = { sourceId: null, from: null, to: null };
    const gone = identifiersIn(whom, scope);
    const pattern = needlesOf(gone);
    const naming = pattern === undefined ? 0 : await deleteFactsNaming(tx, pattern, whom.circle);
    const of =
      scope.kind === "source"
        ? { ...everything, sourceId: scope.sourceId }
        : scope.kind === "span"
          ? { ...everything, from: scope.from, to: scope.to }
          : everything;
    return { removed: { [TABLE]: naming + (await deleteOwnFacts(tx, whom.parts, of)) } };
  },
};
