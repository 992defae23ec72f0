// Nodes that a change touches: drafted as they will be, stored ones and new ones, before anything is written.
import type { Tx } from "@somlos/kernel/db";
import { uuid7 } from "@somlos/kernel/ids";
import type { Ahead } from "./ahead.actions.ts";
import type { Difference } from "./change.rules.ts";
import { type Claim, type HubFlags, weightOf } from "./claims.rules.ts";
import { areHubs, type HubQuestion } from "./claims.store.ts";
import { weighed } from "./hearing.rules.ts";
import type { LaneChange } from "./lanes.actions.ts";
import { type IdentitySettings, limitedPlace, type NodeKind } from "./limits.rules.ts";
import { type Node, saveNodes } from "./nodes.store.ts";
import { addsId, joinIds, type News } from "./sift.rules.ts";

export type Task = {
  readonly news: News;
  readonly lanes: LaneChange;
  readonly turn: Date;
  readonly now: Date;
  readonly ahead: Ahead;
};

export type Draft = {
  node: Node;
  readonly was: Node;
  readonly born: boolean;
  readonly value: string | undefined;
  readonly circle: number;
};
export type Told = ReadonlyMap<string, Difference>;

export class Drafts {
  readonly #drafts = new Map<string, Draft>();

  get(fp: string): Draft {
    const draft = this.#drafts.get(fp);
    if (draft === undefined) throw new Error("a claim names a node that is not stored");
    return draft;
  }
  has(fp: string): boolean {
    return this.#drafts.has(fp);
  }
  all(): readonly Draft[] {
    return [...this.#drafts.values()];
  }
  change(
    fp: string,
    change: Partial<Pick<Node, "proven" | "firstAt" | "provenAt" | "leaf" | "apart" | "fixed"> & HubFlags>,
  ): void {
    const draft = this.get(fp);
    draft.node = { ...draft.node, ...change };
  }

  components(): string[] {
    return [...new Set(this.all().flatMap(({ node }) => node.component ?? []))];
  }

  /** Reads nodes that are stored and not drafted yet. */
  async load(
    fps: Iterable<string>,
    find: (fps: readonly string[]) => Promise<Iterable<Node>>,
  ): Promise<void> {
    const missing = new Set([...fps].filter((fp) => !this.has(fp)));
    for (const node of await find([...missing]))
      this.#drafts.set(node.fp, { node, was: node, born: false, value: undefined, circle: 0 });
  }

  bear(
    fp: string,
    what: Pick<Node, "kind" | "proven" | "firstAt"> & {
      readonly provenAt?: number | undefined;
      readonly value?: string;
      readonly circle?: number | undefined;
    },
    turn: Date,
    { isListed }: Pick<IdentitySettings, "isListed">,
  ): void {
    const { kind, proven, firstAt, provenAt, value, circle = 0 } = what;
    const id = uuid7(turn.getTime());
    const listed = isListed({ fp, kind, value });
    const flags = { proven: false, hubProven: listed, hubStated: listed, leaf: false };
    const rulings = { ruled: false, apart: [], fixed: undefined, listed };
    const was: Node = { fp, id, kind, component: undefined, firstAt, provenAt, ...rulings, ...flags };
    this.#drafts.set(fp, { node: { ...was, proven }, was, born: true, value, circle });
  }
}

export const endsOf = (told: Told): string[] =>
  [...told.values()].flatMap(({ old, now }) =>
    [old, now].flatMap((c) => (c === undefined ? [] : [c.a, c.b])),
  );

export async function draftNodes(tx: Tx, task: Task, told: Told, s: IdentitySettings): Promise<Drafts> {
  const { news, lanes, turn } = task;
  const drafts = new Drafts();
  bearLanes(task, drafts, s);
  await drafts.load([...news.ids.keys(), ...endsOf(told), ...lanes.proven.keys()], async (fps) => {
    const nodes = await task.ahead.nodes.read(tx, fps);
    return fps.flatMap((fp) => nodes.get(fp) ?? []);
  });
  for (const [fp, wanted] of news.ids) {
    if (!drafts.has(fp)) {
      const { id, proven, firstAt, provenAt } = wanted;
      const { kind, value, circle } = id;
      drafts.bear(fp, { kind, proven, firstAt, provenAt, value, circle }, turn, s);
      continue;
    }
    const { was } = drafts.get(fp);
    const now = joinIds(wanted, was);
    news.ids.set(fp, now); // for memory
    if (addsId(now, was))
      drafts.change(fp, { proven: now.proven, firstAt: now.firstAt, provenAt: now.provenAt });
  }
  for (const [fp, proven] of lanes.proven) drafts.change(fp, { proven });
  return drafts;
}

function bearLanes({ news, lanes, turn, now }: Task, drafts: Drafts, s: IdentitySettings): void {
  const firsts = new Map<string, number>();
  for (const { device, firstAt } of news.streams.values())
    firsts.set(device, Math.min(firstAt, firsts.get(device) ?? firstAt));
  for (const lane of lanes.born) {
    const firstAt = lane.level === "start" ? (firsts.get(lane.device) ?? now.getTime()) : lane.from.at;
    drafts.bear(lane.fp, { kind: "lane", proven: lane.signed?.trust === "proven", firstAt }, turn, s);
  }
}

/** Claims that came or went; those only dated earlier leave everything as it is. */
function turnover(told: Told): Claim[] {
  return [...told.values()].flatMap(({ old, now }) => {
    const claim = old === undefined ? now : now === undefined ? old : undefined;
    return claim === undefined ? [] : [claim];
  });
}

/**
 * A leaf has one neighbour, of which it is the weaker end, and may follow it anywhere: it counts towards no limit and holds
 * nothing proven that the neighbour does not. Born as one; cleared for good by anything but an earlier date.
 */
export function markLeaves(drafts: Drafts, told: Told, s: IdentitySettings): void {
  const ends = turnover(told).flatMap((claim) => [
    { fp: claim.a, claim },
    { fp: claim.b, claim },
  ]);
  const claims = Map.groupBy(ends, (end) => end.fp);
  for (const { node, was, born } of drafts.all()) {
    const own = (claims.get(node.fp) ?? []).map(
      ({ claim }) => weighed(claim, drafts.get(claim.a).node.kind, drafts.get(claim.b).node.kind, s) ?? claim,
    );
    if (born) drafts.change(node.fp, { leaf: isLeaf(node, own) });
    else if (own.length > 0 || node.proven !== was.proven) drafts.change(node.fp, { leaf: false });
  }
}

function isLeaf(node: Node, own: readonly Claim[]): boolean {
  if (limitedPlace(node.kind) >= 0 || own.length === 0) return false;
  if (own.some((c) => c.b !== node.fp || c.a !== own[0]?.a)) return false;
  return !node.proven || own.some((c) => weightOf(c) === "proven");
}

/** All that could make a hub of a node. */
export const everyHubQuestion = (node: Node, s: IdentitySettings): HubQuestion[] =>
  (Object.entries(s.hub[node.kind] ?? {}) as [NodeKind | "any", number][]).map(([kind, most]) => ({
    fp: node.fp,
    kind,
    most,
  }));

/** Counts the neighbours of weaker ends that gained or lost one. A hub that only gains is not counted again. */
export async function findHubs(tx: Tx, drafts: Drafts, told: Told, s: IdentitySettings): Promise<void> {
  const questions = new Map<string, HubQuestion>();
  for (const claim of turnover(told))
    for (const question of hubQuestions(claim, drafts.get(claim.b).node, s))
      questions.set(`${question.fp}${question.kind}`, question);
  for (const [fp, flags] of await areHubs(tx, [...questions.values()])) {
    const { was } = drafts.get(fp);
    const lasts = was.kind !== "lane"; // only lanes lose claims
    drafts.change(fp, {
      hubProven: flags.hubProven || (lasts && was.hubProven),
      hubStated: flags.hubStated || (lasts && was.hubStated),
    });
  }
}

function hubQuestions(claim: Claim, node: Node, s: IdentitySettings): HubQuestion[] {
  const isLane = node.kind === "lane";
  if (node.fixed !== undefined || node.listed) return [];
  if (!isLane && node.hubStated && (node.hubProven || claim.trust === "stated")) return [];
  const limits = Object.entries(s.hub[node.kind] ?? {}) as [NodeKind | "any", number][];
  return limits
    .filter(([kind]) => isLane || kind === "any" || kind === claim.aKind)
    .map(([kind, most]) => ({ fp: node.fp, kind, most }));
}

export const isFlipped = (x: HubFlags, y: HubFlags): boolean =>
  x.hubProven !== y.hubProven || x.hubStated !== y.hubStated;

const differs = (x: Node, y: Node): boolean =>
  x.proven !== y.proven ||
  x.leaf !== y.leaf ||
  x.firstAt !== y.firstAt ||
  x.provenAt !== y.provenAt ||
  isFlipped(x, y);

/** Writes what changed of stored nodes. New ones wait until it is known whose they are. */
export async function saveChanged(tx: Tx, drafts: Drafts, now: Date): Promise<void> {
  const changed = drafts.all().filter((draft) => !draft.born && differs(draft.node, draft.was));
  saveNodes(
    tx,
    changed.map((draft) => draft.node),
    now,
  );
}
