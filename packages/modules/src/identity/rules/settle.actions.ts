// Writes what new rules make of people. A page of everybody while rules are applied, and at once whoever an event touches: so
// nothing is ever joined by a mixture of the former rules and the new.
import type { Work } from "@somlos/kernel/db";
import type { Reach } from "../change.rules.ts";
import type { ClaimChange } from "../claims.actions.ts";
import type { IdentitySettings } from "../limits.rules.ts";
import { clearLeafClaims, insertNodes, saveNodes } from "../nodes.store.ts";
import { type Part, partsOf, savedParts } from "../rerun.actions.ts";
import { type Circle, closeCircle, personOf, type Seen } from "./circle.actions.ts";
import { clearLeaves, saveListed } from "./circle.store.ts";

const NOTHING: ClaimChange = { nodes: new Map(), differences: new Map(), born: [] };

const differs = ({ stored, ...node }: Seen): boolean =>
  node.hubProven !== stored.hubProven || node.hubStated !== stored.hubStated;

/** What followed its one neighbour and may do so no longer; it speaks for itself from now on. */
function noLeaves({ nodes, claims, roots }: Circle): string[] {
  const own = Map.groupBy(
    claims.filter((claim) => nodes.get(claim.b)?.leaf === true),
    (claim) => claim.b,
  );
  return [...nodes.values()]
    .filter((node) => node.leaf)
    .filter(({ fp, component }) => {
      const heard = own.get(fp) ?? [];
      if (heard.length === 0) return component !== undefined;
      return heard.some((claim) => roots.get(claim.a) !== roots.get(fp));
    })
    .map((node) => node.fp);
}

function saveSeen({ tx, now }: Work, circle: Circle): void {
  const all = [...circle.nodes.values()];
  saveNodes(tx, all.filter(differs), now);
  saveListed(
    tx,
    all.filter((node) => node.listed !== node.stored.listed),
  );
  const freed = noLeaves(circle);
  clearLeaves(tx, freed);
  clearLeafClaims(tx, freed);
}

/** Parts that are not just the people they were. */
function changedParts(parts: readonly Part[]): readonly Part[] {
  const homes = new Map<string, number>();
  for (const { nodes } of parts)
    for (const component of new Set(nodes.flatMap((node) => node.component ?? [])))
      homes.set(component, (homes.get(component) ?? 0) + 1);
  return parts.filter(({ nodes }) => {
    const [first] = nodes;
    if (first?.component === undefined) return nodes.length > 1;
    return nodes.some((node) => node.component !== first.component) || (homes.get(first.component) ?? 0) > 1;
  });
}

async function save(
  work: Work,
  circle: Circle,
  turn: Date,
  claims: ClaimChange,
  choose: (parts: readonly Part[]) => readonly Part[],
): Promise<void> {
  saveSeen(work, circle);
  const whole = { nodes: [...circle.nodes.values()], roots: circle.roots, reach: [] };
  const parts = choose(partsOf(whole));
  const nodes = parts.flatMap((part) => part.nodes);
  await savedParts(work, claims, { ...whole, nodes }, parts, turn);
}

/** Whoever a change of claims touches, while rules are being applied: they are done with, by the new rules. */
export async function settleAnew(
  work: Work,
  claims: ClaimChange,
  turn: Date,
  settings: IdentitySettings,
  reach: Reach,
): Promise<void> {
  insertNodes(
    work.tx,
    claims.born.map((node) => ({ ...node, given: false })),
    work.now,
  );
  const touched = [...claims.nodes.values()].map((node) => node.person);
  const circle = await closeCircle(work.tx, [...touched, ...reach.flat()], settings);
  await claims.by?.before([...new Set([...circle.nodes.values()].map(personOf))]);
  await save(work, circle, turn, claims, (parts) => parts);
}

/** A page of people by the new rules; `look` sees them before they change. Done again, it changes nothing. */
export async function settlePage<T>(
  work: Work,
  people: readonly string[],
  turn: Date,
  settings: IdentitySettings,
  look: (circle: Circle) => Promise<T>,
): Promise<T> {
  const circle = await closeCircle(work.tx, people, settings);
  const seen = await look(circle);
  await save(work, circle, turn, NOTHING, changedParts);
  return seen;
}
