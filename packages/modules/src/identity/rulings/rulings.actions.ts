// What colleagues may do about who is who: join, split, keep apart, withdraw a claim, and undo each of them at any time.
import { Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import { fingerprint, uuid7 } from "@somlos/kernel/ids";
import { circlesOf } from "../circles.store.ts";
import { conflictOf, type Refused, rulingsBetween, type Side } from "../claims.rules.ts";
import { listClaimsOfPairs, listCountingClaims } from "../claims.store.ts";
import type { Bounds, IdentitySettings } from "../limits.rules.ts";
import { findNodes, listCore, type Node } from "../nodes.store.ts";
import { datedAs, sideOf } from "../people.rules.ts";
import { lockIdentity } from "../streams.store.ts";
import { type Bench, carryOut, takeBack } from "./change.actions.ts";
import { type Effect, EffectBook } from "./effect.actions.ts";
import { findMeant, type Hides, nameOf, type Target } from "./meant.actions.ts";
import { findLanesOf, listLeavesOf, type Named } from "./named.store.ts";
import { anchorOf, joinPairs, type Plan, pairOf, type RulingKind, splitPairs } from "./rulings.rules.ts";
import { findAct, findRuling, listNamed, listTied, loadPlan } from "./rulings.store.ts";

/** `act`: id that the client gives its act; the same act is done once. `hides`: whether one of these is not there for who rules. */
export type Act = { readonly act: string; readonly reason: string; readonly hides?: Hides };

/** `rulingId` with what it did; nothing when the same act was done before. */
export type Ruled = { readonly rulingId: string; readonly effect: Effect | undefined };

/** What keeps two apart is told by its id, so that it can be undone. */
function refusalOf(why: Refused, [left, right]: readonly [Side, Side]): Refusal {
  if (why === "ruled_apart")
    return new Refusal("people.ruled_apart", { rulingIds: rulingsBetween(left.apart, right.apart) });
  return new Refusal(why === "proven" ? "people.ruling_without_effect" : `people.${why.replace(".", "_")}`);
}

/** Under the lock: does what is planned, unless this act was done before. */
async function rule(
  work: Work,
  kind: RulingKind,
  { act, reason }: Act,
  told: string,
  settings: IdentitySettings,
  plan: () => Promise<Plan>,
  check: (plan: Plan) => Promise<void> = async () => undefined,
): Promise<Ruled> {
  const turn = await lockIdentity(work.tx);
  const said = fingerprint("ruling", `${kind} ${told}`);
  const done = await findAct(work.tx, act);
  if (done !== undefined) {
    if (done.act !== act || done.told !== said) throw new Refusal("people.act_taken");
    return { rulingId: done.id, effect: undefined };
  }
  const book = new EffectBook(work.tx);
  const bench: Bench = { work, turn, settings, before: (people) => book.before(people) };
  const wanted = await plan();
  const at = work.now.getTime();
  const id = uuid7(turn.getTime());
  await carryOut(bench, { id, act, kind, told: said, at, byId: work.actor.id, reason }, wanted);
  await check(wanted);
  return { rulingId: id, effect: await book.after() };
}

async function findTarget({ tx }: Work, { hides }: Act, target: Target): Promise<Node> {
  const [meant] = await findMeant(tx, [target], hides);
  if (meant === undefined) throw new Refusal("people.unknown");
  return meant.node;
}

/** The nodes of a person that speak for themselves. */
async function coreOf(work: Work, node: Node, settings: Bounds): Promise<Node[]> {
  const core = node.component === undefined ? [] : await listCore(work.tx, [node.component]);
  const all = core.some((other) => other.fp === node.fp) ? core : [...core, node];
  return all.map((one) => datedAs(one, settings));
}

/** Two people are one: limits and what was ruled apart bind still. */
export function join(
  work: Work,
  act: Act,
  [one, other]: readonly [Target, Target],
  settings: IdentitySettings,
): Promise<Ruled> {
  const told = [nameOf(one), nameOf(other)].sort().join(" ");
  const all: string[] = [];
  const plan = async (): Promise<Plan> => {
    const [x, y] = await findTwo(work, act, [one, other]);
    const mine = await partyOf(work, one, x, settings);
    const theirs = await partyOf(work, other, y, settings);
    if (mine.chosen.fp === theirs.chosen.fp) throw new Refusal("people.join_same");
    const circles = await circlesOf(work.tx, [mine.chosen.id, theirs.chosen.id]);
    if (new Set(circles.values()).size > 1) throw new Refusal("people.other_circle");
    const { component } = mine.chosen;
    const isOne = component !== undefined && component === theirs.chosen.component;
    const [left, right] = [sideOf(mine.core), sideOf(theirs.core)];
    const why = isOne ? undefined : conflictOf(left, right, "proven", settings);
    if (why !== undefined) throw refusalOf(why, [left, right]);
    all.push(...[...mine.core, ...theirs.core].map((node) => node.fp));
    return { ends: [], pairs: joinPairs(mine, theirs, settings.standing) };
  };
  return rule(work, "join", act, told, settings, plan, async () => {
    const people = new Set((await findNodes(work.tx, all)).map((node) => node.component ?? node.fp));
    if (people.size !== 1) throw new Refusal("people.ruling_without_effect");
  });
}

/** One side of a join: the node that was chosen, or what stands for a person that was chosen whole. */
async function partyOf(work: Work, target: Target, node: Node, settings: IdentitySettings) {
  const core = await coreOf(work, node, settings);
  return { core, chosen: "id" in target ? (anchorOf(core, settings.standing) ?? node) : node };
}

/** These go apart from the rest of their person; both sides stay whole, and no later event joins them. */
export function split(
  work: Work,
  act: Act,
  { id, named }: { readonly id: string; readonly named: readonly Named[] },
  settings: IdentitySettings,
): Promise<Ruled> {
  const told = `${id} ${named
    .map((one) => one.fp)
    .sort()
    .join("")}`;
  return rule(work, "split", act, told, settings, async () => {
    const core = await coreOf(work, await findTarget(work, act, { id }), settings);
    const going = await findGoing(work, core, named);
    const gone = new Set(going.map((node) => node.fp));
    const hanging = await findNodes(work.tx, await listLeavesOf(work.tx, [...gone]));
    const rest = restOf([...core, ...hanging].filter((node) => !gone.has(node.fp)));
    if (rest.length === 0) throw new Refusal("people.split_all");
    const nodes = [...core, ...hanging, ...going.filter((node) => node.leaf)];
    const claims = await listCountingClaims(
      work.tx,
      nodes.map((node) => node.fp),
      settings,
    );
    const ends = [
      ...going.map(({ fp }) => ({ fp, side: 1 as const })),
      ...rest.map(({ fp }) => ({ fp, side: 2 as const })),
    ];
    return { ends, pairs: splitPairs({ core: nodes, claims }, [going, rest], settings) };
  });
}

/** What is ruled to stay: whatever names a person. A receipt or an order, and a visit, goes with what it was made with. */
function restOf(staying: readonly Node[]): readonly Node[] {
  const things = new Set(["receipt", "order"]);
  const named = staying.filter((node) => node.kind !== "lane");
  const names = named.filter((node) => !things.has(node.kind));
  return names.length > 0 ? names : named.length > 0 ? named : staying;
}

async function findGoing(work: Work, core: readonly Node[], named: readonly Named[]): Promise<Node[]> {
  const fps = named.filter((one) => one.kind !== "visitor").map((one) => one.fp);
  const devices = named.filter((one) => one.kind === "visitor").map((one) => one.fp);
  const [found, lanes] = [await findNodes(work.tx, fps), await findLanesOf(work.tx, devices)];
  const components = new Set(core.map((node) => node.component ?? node.fp));
  const isTheirs = (node: Node) => components.has(node.component ?? node.fp);
  const ours = lanes.filter(isTheirs);
  if (found.length < new Set(fps).size || !found.every(isTheirs)) throw new Refusal("people.not_theirs");
  if (devices.length > 0 && ours.length === 0) throw new Refusal("people.not_theirs");
  const nodes = [...found, ...ours];
  return [...new Map(nodes.map((node) => [node.fp, node])).values()];
}

type Two = readonly [Target, Target];

/** The two that are meant: of one circle, where one knows both. */
async function findTwo({ tx }: Work, { hides }: Act, two: Two): Promise<readonly [Node, Node]> {
  const [x, y] = await findMeant(tx, two, hides);
  if (x === undefined || y === undefined) throw new Refusal("people.unknown");
  return [x.node, y.node];
}

/** What is ruled of two identifiers, in whichever order they are named. */
const ruleTwo = (
  work: Work,
  kind: RulingKind,
  act: Act,
  [one, other]: Two,
  settings: IdentitySettings,
  plan: (x: Node, y: Node) => Plan | Promise<Plan>,
): Promise<Ruled> =>
  rule(work, kind, act, [nameOf(one), nameOf(other)].sort().join(""), settings, async () => {
    const [x, y] = await findTwo(work, act, [one, other]);
    if (x.fp === y.fp) throw new Refusal("people.join_same");
    return plan(x, y);
  });

/** Two identifiers are never one person, whether they are now or not. */
export const keepApart = (work: Work, act: Act, two: Two, settings: IdentitySettings): Promise<Ruled> =>
  ruleTwo(work, "apart", act, two, settings, async (x, y) => {
    const circles = await circlesOf(work.tx, [x.id, y.id]);
    if (circles.get(x.id) !== circles.get(y.id)) throw new Refusal("people.apart_already");
    const ends = [
      { fp: x.fp, side: 1 as const },
      { fp: y.fp, side: 2 as const },
    ];
    return { ends, pairs: [] };
  });

/** What was claimed of two identifiers, and what will be, counts no more. */
export const withdraw = (work: Work, act: Act, two: Two, settings: IdentitySettings): Promise<Ruled> =>
  ruleTwo(work, "withdraw", act, two, settings, async (x, y) => {
    const pair = pairOf(x.fp, y.fp, true);
    if ((await listClaimsOfPairs(work.tx, [pair])).length === 0) throw new Refusal("people.nothing_claimed");
    return { ends: [], pairs: [pair] };
  });

/** What a value says of anybody: it is one person's, however many are tied to it, or it says nothing. */
export const ruleValue = (
  work: Work,
  act: Act,
  { named, kind }: { readonly named: Target; readonly kind: "one_person" | "blocked" },
  settings: IdentitySettings,
): Promise<Ruled> =>
  rule(work, kind, act, nameOf(named), settings, async () => {
    const { fp } = await findTarget(work, act, named);
    return { ends: [], pairs: [], values: [{ fp, blocks: kind === "blocked" }] };
  });

/** Whether somebody whom a ruling names is not there for who takes it back. */
async function isRuledHidden(tx: Tx, { hides }: Act, ruling: string): Promise<boolean> {
  if (hides === undefined) return false;
  const named = [...(await listNamed(tx, [ruling])), ...(await listTied(tx, [ruling]))];
  return hides(
    tx,
    named.map(({ id }) => id),
  );
}

/** A ruling holds no longer, and all is as if it had never been made: also what came in between goes home. */
export async function undo(
  work: Work,
  act: Act,
  { rulingId, of }: { readonly rulingId: string; of(kind: RulingKind): boolean },
  settings: IdentitySettings,
): Promise<Ruled> {
  const turn = await lockIdentity(work.tx);
  const done = await findAct(work.tx, act.act);
  const ruling = await findRuling(work.tx, rulingId);
  if (ruling === undefined || !of(ruling.kind) || (await isRuledHidden(work.tx, act, rulingId)))
    throw new Refusal("people.ruling_unknown");
  if (ruling.undoneAct === act.act) return { rulingId, effect: undefined };
  if (done !== undefined) throw new Refusal("people.act_taken");
  if (ruling.undoneAt !== null) throw new Refusal("people.ruling_undone");
  const book = new EffectBook(work.tx);
  const undoing = { act: act.act, at: work.now, byId: work.actor.id, why: act.reason };
  const bench: Bench = { work, turn, settings, before: (people) => book.before(people) };
  await takeBack(bench, rulingId, await loadPlan(work.tx, rulingId), undoing);
  return { rulingId, effect: await book.after() };
}
