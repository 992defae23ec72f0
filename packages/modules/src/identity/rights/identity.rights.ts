// What a person may ask of identity: identifiers and why we hold them together; gone with everything derived of them.
import { identifiersIn, type RoomRights } from "@somlos/kernel/rights";
import { forgetHouseholds, listOwnHouseholds } from "../households/households.rights.store.ts";
import { forgetMatches } from "../matches/matches.rights.store.ts";
import { forgetChanges } from "../rules/rules.rights.store.ts";
import { lockIdentity } from "../streams.store.ts";
import { listOwnClaims, listOwnNodes, listOwnRulings } from "./export.store.ts";
import { deleteProtected } from "./protected.store.ts";
import { emptyCircle, findCircle } from "./reset.store.ts";

/** The circle of an erasure: `again` names nodes and streams, told apart by this. */
export const NODE = "node ";

export const identityRights: RoomRights = {
  room: "identity",
  late: "people",
  tables: [
    "identity.nodes",
    "identity.claims",
    "identity.lanes",
    "identity.marks",
    "identity.streams",
    "identity.sightings",
    "identity.pulses",
    "identity.people",
    "identity.kept_ids",
    "identity.rulings",
    "identity.ruled_ends",
    "identity.ruled_pairs",
    "identity.ruled_values",
    "identity.watched",
    "identity.protected",
    "identity.match_people",
    "identity.match_keys",
    "identity.matches",
    "identity.households",
    "identity.household_members",
    "identity.household_invitations",
    "identity.household_shares",
    "identity.household_log",
    "identity.rule_changes",
  ],
  async export(tx, { nodes, identifiers }) {
    const known = await listOwnNodes(tx, nodes);
    const claims = await listOwnClaims(tx, nodes);
    const ruled = await listOwnRulings(tx, nodes);
    const homes = await listOwnHouseholds(
      tx,
      identifiers.map((one) => one.fp),
    );
    return {
      items: [
        ...known.map((row) => ({ table: "identity.nodes", ...row })),
        ...claims.map((row) => ({ table: "identity.claims", ...row })),
        ...ruled.map((row) => ({ table: "identity.rulings", ...row })),
        ...Object.entries(homes).flatMap(([table, rows]) => rows.map((row) => ({ table, ...row }))),
      ],
    };
  },
  async erase({ tx }, whom, scope) {
    const gone =
      scope.kind === "whole"
        ? [...new Set([...whom.nodes, ...whom.identifiers.map((one) => one.fp)])]
        : identifiersIn(whom, scope).map((one) => one.fp);
    const homes = gone.length === 0 ? {} : await forgetHouseholds(tx, gone);
    await lockIdentity(tx);
    const circle = await findCircle(tx, whom.nodes);
    if (gone.length > 0) await deleteProtected(tx, gone);
    const fps = [...new Set([...gone, ...whom.nodes])];
    const matches = { ...(await forgetMatches(tx, fps)), ...(await forgetChanges(tx, fps)) };
    const removed = { ...homes, ...matches, ...(await emptyCircle(tx, circle, gone)) };
    return { removed, again: [...circle.subjects, ...circle.nodes.map((fp) => `${NODE}${fp}`)] };
  },
};
