// What a person may ask of identity: identifiers and why we hold them together; gone with everything derived of them.
import type { Tx } from "@somlos/kernel/db";
import { uuidOf } from "@somlos/kernel/ids";
import { type Erased, identifiersIn, needlesOf, type RoomRights, type Scope } from "@somlos/kernel/rights";
import { forgetHouseholds, listOwnHouseholds } from "../households/households.rights.store.ts";
import { nodeKinds } from "../limits.rules.ts";
import { forgetMatches } from "../matches/matches.rights.store.ts";
import { forgetChanges } from "../rules/rules.rights.store.ts";
import { loadSettings } from "../rules/versions.store.ts";
import { lockIdentity } from "../streams.store.ts";
import { listOwnClaims, listOwnNodes, listOwnRulings } from "./export.store.ts";
import { learnKept } from "./kept.actions.ts";
import { cleanNames } from "./names.store.ts";
import { deleteProtected } from "./protected.store.ts";
import { cleanReasons, findRulingsPortion } from "./reasons.store.ts";
import { findCircle, listSubjects, putAside } from "./reset.store.ts";
import { forgetRestricted } from "./restricted.store.ts";
import { countPart, type OfWhat, takeGone, takePart, tieAround } from "./take.store.ts";

const TOLD_AT_ONCE = 2000;
/** The second half of an erasure: what was put aside is learned again. */
const KEPT = "kept";
/** Then what colleagues said of others, a page a call. */
const WORDS = "words ";
const FIRST = "00000000-0000-0000-0000-000000000000";
const WORDS_AT_ONCE = 5000;

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
    "identity.kept_words",
    "identity.people",
    "identity.kept_ids",
    "identity.rulings",
    "identity.ruled_ends",
    "identity.ruled_pairs",
    "identity.ruled_values",
    "identity.watched",
    "identity.protected",
    "identity.restricted",
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
  async export(tx, { nodes, identifiers }, after) {
    const from = Number(after ?? 0);
    const page = nodes.slice(from, from + TOLD_AT_ONCE);
    const known = await listOwnNodes(tx, page);
    const claims = await listOwnClaims(tx, page, new Set(nodes));
    const isLast = from + TOLD_AT_ONCE >= nodes.length;
    const ruled = isLast ? await listOwnRulings(tx, nodes) : [];
    const fps = identifiers.map((one) => one.fp);
    const homes = isLast ? Object.entries(await listOwnHouseholds(tx, fps)) : [];
    return {
      items: [
        ...known.map((row) => ({ table: "identity.nodes", ...row })),
        ...claims.map((row) => ({ table: "identity.claims", ...row })),
        ...ruled.map((row) => ({ table: "identity.rulings", ...row })),
        ...homes.flatMap(([table, rows]) => rows.map((row) => ({ table, ...row }))),
      ],
      ...(isLast ? {} : { next: String(from + TOLD_AT_ONCE) }),
    };
  },
  async foresee(tx, whom, scope) {
    const of = partOf(scope);
    return of === undefined ? {} : { "identity.claims": await countPart(tx, whom.nodes, of) };
  },
  async erase(work, whom, scope, after) {
    const { tx } = work;
    const pattern = needlesOf(identifiersIn(whom, scope));
    if (after?.startsWith(WORDS) && pattern !== undefined)
      return othersWords(tx, after.slice(WORDS.length), pattern, whom.circle);
    if (after === KEPT) {
      if (await learnKept(work)) return { removed: {}, next: KEPT };
      return { removed: {}, ...(pattern === undefined ? {} : { next: `${WORDS}${FIRST}` }) };
    }
    const gone =
      scope.kind === "whole"
        ? [...new Set([...whom.nodes, ...whom.identifiers.map((one) => one.fp)])]
        : identifiersIn(whom, scope).map((one) => one.fp);
    const homes = gone.length === 0 ? {} : await forgetHouseholds(tx, gone);
    await lockIdentity(tx);
    const circle = await findCircle(tx, whom.nodes);
    if (gone.length > 0) await deleteProtected(tx, gone);
    const quiet = { "identity.restricted": await forgetRestricted(tx, gone) };
    const fps = [...new Set([...gone, ...whom.nodes])];
    const matches = { ...(await forgetMatches(tx, fps)), ...(await forgetChanges(tx, fps)) };
    if (scope.kind === "identifier") {
      const { rank } = await loadSettings(tx);
      await tieAround(
        tx,
        gone,
        nodeKinds.map((kind) => rank[kind]),
      );
    }
    const of = partOf(scope);
    const taken = of === undefined ? await takeGone(tx, gone) : await takePart(tx, whom.nodes, of);
    const forgotten = new Set(gone.map(uuidOf));
    const nodes = circle.nodes.filter((fp) => !forgotten.has(fp));
    const left = { ...circle, nodes };
    const again = [...(await listSubjects(tx, left)), ...nodes.map((fp) => `${NODE}${fp}`)];
    await putAside(tx, left);
    return { removed: { ...homes, ...quiet, ...matches, ...taken }, again, next: KEPT };
  },
};

async function othersWords(tx: Tx, after: string, pattern: string, circle: number): Promise<Erased> {
  const names = after === FIRST ? await cleanNames(tx, pattern, circle) : {};
  const upTo = await findRulingsPortion(tx, after, WORDS_AT_ONCE);
  if (upTo === undefined) return { removed: names };
  const cleaned = await cleanReasons(tx, { after, upTo }, pattern, circle);
  return { removed: { ...names, "identity.rulings (cleaned)": cleaned }, next: `${WORDS}${upTo}` };
}

function partOf(scope: Scope): OfWhat | undefined {
  if (scope.kind === "source") return { sourceId: scope.sourceId, from: null, to: null };
  if (scope.kind !== "span") return undefined;
  return { sourceId: null, from: Date.parse(scope.from), to: Date.parse(scope.to) };
}
