// People run again by new rules while the tables may still say what the former rules said. Whoever might be concerned is taken
// in until every claim that leads out is refused whatever becomes of its other end: the result is what the function says.
import type { Tx } from "@somlos/kernel/db";
import { type Claim, conflictOf, type HubFlags, weightOf } from "../claims.rules.ts";
import { areHubs, listClaimsTouching } from "../claims.store.ts";
import { heardAs } from "../hearing.rules.ts";
import type { IdentitySettings } from "../limits.rules.ts";
import { everyHubQuestion } from "../nodes.actions.ts";
import { findNodes, listCore, type Node } from "../nodes.store.ts";
import { datedAs, settle, sideOf } from "../people.rules.ts";
import { findValues, listLeafEnds } from "./circle.store.ts";
import { type Shift, shiftOf } from "./settings.rules.ts";

/** A node as the new rules see it, and as it is stored. */
export type Seen = Node & { readonly since: number | undefined; readonly stored: Node };

export type Circle = {
  readonly nodes: ReadonlyMap<string, Seen>;
  /** Claims that count by the new rules. */
  readonly claims: readonly Claim[];
  readonly roots: ReadonlyMap<string, string>;
};

/** People are told by their component, a uuid text, or, alone, by the fingerprint of their one node. */
const isAlone = (person: string): boolean => person.length === 16;
export const personOf = (node: Pick<Node, "component" | "fp">): string => node.component ?? node.fp;

class Sight {
  readonly #tx: Tx;
  readonly #settings: IdentitySettings;
  readonly #shift: Shift;
  readonly #seen = new Map<string, Seen>();

  constructor(tx: Tx, settings: IdentitySettings, shift: Shift) {
    this.#tx = tx;
    this.#settings = settings;
    this.#shift = shift;
  }

  /** The nodes by the new rules, each looked at once. */
  async of(nodes: readonly Node[]): Promise<Seen[]> {
    const fresh = nodes.filter((node) => !this.#seen.has(node.fp));
    const listed = await this.#listed(fresh);
    const flags = await this.#flags(listed);
    for (const [i, node] of listed.entries()) {
      const stored = fresh[i] ?? node;
      this.#seen.set(node.fp, { ...datedAs({ ...node, ...flags.get(node.fp) }, this.#settings), stored });
    }
    return nodes.flatMap((node) => this.#seen.get(node.fp) ?? []);
  }

  async #listed(nodes: readonly Node[]): Promise<Node[]> {
    if (!this.#shift.list) return [...nodes];
    const asked = nodes.filter((node) => node.kind !== "lane").map((node) => node.fp);
    const values = await findValues(this.#tx, asked);
    return nodes.map((node) => ({
      ...node,
      listed: this.#settings.isListed({ ...node, value: values.get(node.fp) }),
    }));
  }

  async #flags(nodes: readonly Node[]): Promise<ReadonlyMap<string, HubFlags>> {
    if (!this.#shift.hubs && !this.#shift.list) return new Map();
    const counted = nodes.filter((node) => node.fixed === undefined && !node.listed);
    const hubs = await areHubs(
      this.#tx,
      counted.flatMap((node) => everyHubQuestion(node, this.#settings)),
    );
    return new Map(
      nodes.map(({ fp, fixed, listed }) => {
        const isBlocked = fixed === "blocked" || (fixed === undefined && listed);
        return [fp, hubs.get(fp) ?? { hubProven: isBlocked, hubStated: isBlocked }];
      }),
    );
  }
}

const isFlipped = (node: Seen): boolean =>
  node.hubProven !== node.stored.hubProven || node.hubStated !== node.stored.hubStated;

class Round {
  readonly nodes = new Map<string, Seen>();
  readonly #people = new Set<string>();
  readonly #tx: Tx;
  readonly #sight: Sight;
  readonly #shift: Shift;

  constructor(tx: Tx, settings: IdentitySettings, shift: Shift) {
    this.#tx = tx;
    this.#shift = shift;
    this.#sight = new Sight(tx, settings, shift);
  }

  see = (nodes: readonly Node[]): Promise<Seen[]> => this.#sight.of(nodes);

  /** Takes whole people in, with what follows one of them and must speak for itself now. */
  async take(people: Iterable<string>): Promise<void> {
    const fresh = [...new Set(people)].filter((person) => !this.#people.has(person));
    for (const person of fresh) this.#people.add(person);
    const core = await listCore(
      this.#tx,
      fresh.filter((person) => !isAlone(person)),
    );
    const lone = await findNodes(this.#tx, fresh.filter(isAlone));
    const taken = await this.see([...core, ...lone]);
    for (const node of taken) this.nodes.set(node.fp, node);
    const speaking = this.#shift.leaves ? taken : taken.filter(isFlipped);
    const leaves = await listLeafEnds(
      this.#tx,
      speaking.map((node) => node.fp),
    );
    const missing = leaves.filter((fp) => !this.nodes.has(fp));
    for (const leaf of await this.see(await findNodes(this.#tx, missing))) {
      this.nodes.set(leaf.fp, leaf);
      this.#people.add(personOf(leaf));
    }
  }
}

async function heardBy(
  round: Round,
  tx: Tx,
  settings: IdentitySettings,
): Promise<{ claims: Claim[]; near: ReadonlyMap<string, Seen> }> {
  const touching = await listClaimsTouching(tx, [...round.nodes.keys()]);
  const ends = new Set(touching.flatMap((claim) => [claim.a, claim.b]));
  const outside = [...ends].filter((fp) => !round.nodes.has(fp));
  const seen = await round.see(await findNodes(tx, outside));
  const near = new Map([...round.nodes, ...seen.map((node) => [node.fp, node] as const)]);
  const claims = touching.flatMap((claim) => {
    const [a, b] = [near.get(claim.a), near.get(claim.b)];
    return a === undefined || b === undefined ? [] : (heardAs(claim, a, b, settings) ?? []);
  });
  return { claims, near };
}

/** These people, and whoever hangs on them, by the new rules. */
export async function closeCircle(
  tx: Tx,
  people: readonly string[],
  settings: IdentitySettings,
): Promise<Circle> {
  const round = new Round(tx, settings, shiftOf(settings, settings.former ?? settings));
  for (let wanted: Iterable<string> = people; ; ) {
    await round.take(wanted);
    const { claims, near } = await heardBy(round, tx, settings);
    const open = new Set<string>();
    const roots = settle(round.nodes.values(), claims, settings, {
      border(claim, outside, side) {
        const node = near.get(outside);
        if (node === undefined) return;
        if (conflictOf(side, sideOf([node]), weightOf(claim), settings) === undefined)
          open.add(personOf(node));
      },
    });
    if (open.size === 0) return { nodes: round.nodes, claims, roots };
    wanted = open;
  }
}
