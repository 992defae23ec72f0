// Carries a ruling out, or takes it back: nodes and claims as it says, then exactly the people concerned are settled anew.
import type { Tx, Work } from "@somlos/kernel/db";
import { Ahead } from "../ahead.actions.ts";
import type { Difference, Reach } from "../change.rules.ts";
import { addClaimsOfFlipped, describe } from "../claims.actions.ts";
import { nameOf } from "../claims.rules.ts";
import { areHubs, deleteClaims, findClaims, listClaimsOfPairs, saveClaims } from "../claims.store.ts";
import type { IdentitySettings } from "../limits.rules.ts";
import { Drafts, everyHubQuestion, saveChanged, type Told } from "../nodes.actions.ts";
import { findNodes, type Node } from "../nodes.store.ts";
import { settlePeople } from "../people.actions.ts";
import { type End, type Pair, type Plan, type RuledValue, ruledClaim } from "./rulings.rules.ts";
import {
  dropUnheard,
  findTies,
  fixValues,
  insertRuling,
  loadUnmade,
  type NewRuling,
  pin,
  renewWithdrawn,
  undoRuling,
} from "./rulings.store.ts";

/** Under the lock of identity since `turn`. */
export type Bench = {
  readonly work: Work;
  readonly turn: Date;
  readonly settings: IdentitySettings;
  /** Told the people concerned before any of them changes. */
  before(people: readonly string[]): Promise<void>;
};

export type Undoing = {
  readonly act: string;
  readonly at: Date;
  readonly byId: string;
  readonly why: string;
};

/** Writes the ruling and makes it true. */
export const carryOut = (bench: Bench, ruling: NewRuling, plan: Plan): Promise<void> =>
  change(bench, ruling.id, plan, async (tx) => {
    insertRuling(tx, ruling, plan);
    pin(tx, fpsOf(plan));
  });

/** Everything that stands, made true again when people were made anew: what nobody speaks of any more is ruled about no more. */
export async function carryOutAgain(work: Work, turn: Date, settings: IdentitySettings): Promise<void> {
  const { tx } = work;
  await dropUnheard(tx);
  const plan = await loadUnmade(tx);
  const bench: Bench = { work, turn, settings, before: async () => undefined };
  if (plan.ends.length + plan.pairs.length > 0)
    await change(bench, undefined, plan, async () => pin(tx, fpsOf(plan)));
}

/** As if it had never been ruled. */
export const takeBack = (bench: Bench, id: string, plan: Plan, undoing: Undoing): Promise<void> =>
  change(bench, id, plan, (tx) => undoRuling(tx, id, undoing));

const fpsOf = ({ ends, pairs, values = [] }: Plan): string[] => [
  ...new Set([...[...ends, ...values].map((one) => one.fp), ...pairs.flatMap((pair) => [pair.a, pair.b])]),
];

/** Values are hubs or not as the rulings now say; counted where none stands. */
async function renewValues(
  { work, settings }: Bench,
  values: readonly RuledValue[],
  drafts: Drafts,
  told: Map<string, Difference>,
): Promise<void> {
  if (values.length === 0) return;
  const { tx } = work;
  const nodes = values.map(({ fp }) => drafts.get(fp).node);
  const counted = nodes.filter((node) => node.fixed === undefined && !node.listed);
  const flags = await areHubs(
    tx,
    counted.flatMap((node) => everyHubQuestion(node, settings)),
  );
  for (const { fp, fixed, listed } of nodes) {
    const isBlocked = fixed === "blocked" || (fixed === undefined && listed);
    drafts.change(fp, flags.get(fp) ?? { hubProven: isBlocked, hubStated: isBlocked });
  }
  await saveChanged(tx, drafts, work.now);
  await addClaimsOfFlipped(tx, drafts, told);
}

async function change(
  bench: Bench,
  ruling: string | undefined,
  plan: Plan,
  write: (tx: Tx) => Promise<void>,
): Promise<void> {
  const { work, turn, settings, before } = bench;
  const { tx } = work;
  const fps = fpsOf(plan);
  const values = plan.values ?? [];
  const drafts = new Drafts();
  await drafts.load(fps, (wanted) => findNodes(tx, wanted));
  const voids = plan.pairs.filter((pair) => pair.voids);
  const stood = await listClaimsOfPairs(tx, voids);
  await write(tx);
  await renewWithdrawn(tx, voids);
  await fixValues(
    tx,
    values.map((value) => value.fp),
  );
  for (const { fp, apart, leaf, fixed } of await findNodes(tx, fps))
    drafts.change(fp, { apart, leaf, fixed });
  const told = new Map([
    ...(await renewedClaims(tx, voids, stood)),
    ...(await renewedTies(tx, plan.pairs, drafts, settings)),
  ]);
  await renewValues(bench, values, drafts, told);
  const described = describe(drafts, told, settings);
  const by = ruling === undefined ? {} : { by: { ruling, before } };
  await settlePeople(work, { ...described, ...by }, turn, new Ahead(), settings, reachOf(drafts, plan));
}

type Claims = Awaited<ReturnType<typeof listClaimsOfPairs>>;

async function renewedClaims(
  tx: Tx,
  voids: readonly Pair[],
  stood: Claims,
): Promise<Map<string, Difference>> {
  const now = new Map((await listClaimsOfPairs(tx, voids)).map((claim) => [nameOf(claim), claim]));
  return new Map(stood.map((old) => [nameOf(old), { old, now: now.get(nameOf(old)) ?? old }]));
}

/** The claim of a tie is that of the earliest ruling that stands; there is none without one. */
async function renewedTies(
  tx: Tx,
  pairs: readonly Pair[],
  drafts: Drafts,
  settings: IdentitySettings,
): Promise<Told> {
  const ties = pairs.filter((pair) => !pair.voids && drafts.has(pair.a) && drafts.has(pair.b));
  const standing = await findTies(tx, ties);
  const claimOf = ({ a, b }: Pair, by: { id: string; at: number }) =>
    ruledClaim([drafts.get(a).node, drafts.get(b).node], by, settings.standing);
  const like = ties.map((tie) => claimOf(tie, { id: NO_RULING, at: 0 }));
  const known = await findClaims(tx, like);
  const told = new Map<string, Difference>();
  for (const tie of ties) {
    const by = standing.get(tie.a + tie.b);
    const name = nameOf(claimOf(tie, { id: NO_RULING, at: 0 }));
    const [old, now] = [known.get(name), by && claimOf(tie, by)];
    told.set(name, { ...(old && { old }), ...(now && { now }) });
  }
  const all = [...told.values()];
  deleteClaims(
    tx,
    all.flatMap(({ old, now }) => (old !== undefined && now === undefined ? [old] : [])),
  );
  saveClaims(
    tx,
    all.flatMap(({ now }) => now ?? []),
    () => false,
  );
  return told;
}
const NO_RULING = "00000000-0000-0000-0000-000000000000";

/**
 * Whose claims must be heard again, together. Ruled apart: each person who holds something of both sides. Apart no longer:
 * all who hold something of either, since claims between them were refused.
 */
const reachOf = (drafts: Drafts, { ends }: Plan): Reach =>
  [...Map.groupBy(ends, (end) => end.ruling).values()].flatMap((mine) => reachOfOne(drafts, mine));

function reachOfOne(drafts: Drafts, ends: readonly End[]): Reach {
  const there = ends.filter((end) => drafts.has(end.fp));
  const personOf = ({ node }: { node: Node }) => node.component ?? node.fp;
  const holders = (side: 1 | 2) =>
    new Set(there.filter((end) => end.side === side).map((end) => personOf(drafts.get(end.fp))));
  const [one, two] = [holders(1), holders(2)];
  const isMade = there.some(({ fp }) => drafts.get(fp).node.apart.length > drafts.get(fp).was.apart.length);
  if (isMade) return [...one].filter((person) => two.has(person)).map((person) => [person, person]);
  const [first] = one;
  return first === undefined || two.size === 0 ? [] : [...one, ...two].map((person) => [first, person]);
}
