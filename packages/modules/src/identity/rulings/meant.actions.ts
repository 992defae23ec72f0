// Whom a call means: by an id, or by a value as the customers of each circle of legal entities are named by it.
import { Refusal } from "@somlos/contract";
import type { Tx } from "@somlos/kernel/db";
import {
  type Identifier,
  identifierKinds,
  identifierOf,
  identifiersIn,
  inCircle,
  inCountry,
  kindOf,
} from "../../events/index.ts";
import { circlesOf } from "../circles.store.ts";
import type { IdentityHouse } from "../identity.house.ts";
import type { Node } from "../nodes.store.ts";
import { type Candidate, chosenOf, type Side } from "./meant.rules.ts";
import { findNamed, findNodesById, type Named } from "./named.store.ts";

type House = Pick<IdentityHouse, "naming" | "company">;

/** A value that one of several circles may know. */
export type Among = {
  readonly among: readonly (Identifier & { readonly owners: readonly string[] })[];
  readonly ordered: boolean;
  /** The wish itself, the same whoever knows it by now. */
  readonly told: string;
};
export type Target = { readonly id: string } | Named | Among;

export type ValueWish = {
  readonly kind: string;
  readonly value: string;
  readonly personId?: string | undefined;
  readonly legalEntity?: string | undefined;
};

export const nameOf = (target: Target): string =>
  "id" in target ? target.id : "among" in target ? target.told : target.fp;

function kindIn(wish: ValueWish) {
  const kind = kindOf(wish.kind);
  if (kind === undefined) throw new Refusal("people.kind_unknown", { kinds: identifierKinds });
  return kind;
}

/** Values as the legal entities of a person know them. */
export async function namedOf(
  { naming }: House,
  tx: Tx,
  personId: string,
  wishes: readonly ValueWish[],
): Promise<readonly Named[]> {
  const circle = (await circlesOf(tx, [personId])).get(personId);
  if (circle === undefined) throw new Refusal("people.unknown");
  return wishes.map((wish) => {
    const named = identifierOf(inCircle(naming, circle), kindIn(wish), wish.value);
    if (named === undefined) throw new Refusal("people.unknown");
    return named;
  });
}

/** A value wherever it may be known: of the legal entity that the wish names, else of any. */
export function amongAll({ naming, company }: House, wish: ValueWish): Among {
  const circles = company.circlesFor(wish.legalEntity);
  if (circles === undefined) throw new Refusal("company.entity_unknown");
  const kind = kindIn(wish);
  const own =
    wish.legalEntity === undefined ? naming : inCountry(naming, company.countryAt(wish.legalEntity));
  const plain = identifierOf(own, kind, wish.value);
  if (plain === undefined) throw new Refusal("people.unknown");
  return {
    among: identifiersIn(own, circles, kind, wish.value).map((one) => ({
      ...one,
      owners: company.ownersOf(one.circle ?? 0).map(({ code }) => code),
    })),
    ordered: wish.legalEntity !== undefined,
    told: wish.legalEntity === undefined ? plain.fp : `${plain.fp} ${wish.legalEntity.toLowerCase()}`,
  };
}

export async function targetOf(
  house: House,
  tx: Tx,
  wish: { readonly id: string } | ValueWish,
): Promise<Target> {
  if ("id" in wish) return { id: wish.id };
  if (wish.personId === undefined) return amongAll(house, wish);
  const [named] = await namedOf(house, tx, wish.personId, [wish]);
  if (named === undefined) throw new Refusal("people.unknown");
  return named;
}

type Meant = Candidate & { readonly node: Node; readonly by: Named | undefined };

/** Whether one of these is not there for who asks. */
export type Hides = (tx: Tx, personIds: readonly string[]) => Promise<boolean>;

/** The node of each, when there is one and who asks may see it. */
async function seen(tx: Tx, node: Node | undefined, hides: Hides): Promise<Node | undefined> {
  return node === undefined || (await hides(tx, [node.id])) ? undefined : node;
}

async function amongOf(tx: Tx, { among, ordered }: Among, hides: Hides): Promise<Side<Meant>> {
  const found: Meant[] = [];
  for (const by of among) {
    const node = await seen(tx, await findNamed(tx, by), hides);
    if (node !== undefined) found.push({ circle: by.circle ?? 0, owners: by.owners, node, by });
  }
  return { found, ordered };
}

async function sideOf(tx: Tx, target: Target, hides: Hides): Promise<Side<Meant>> {
  if ("among" in target) return amongOf(tx, target, hides);
  const [first] = "id" in target ? await findNodesById(tx, [target.id]) : [await findNamed(tx, target)];
  const node = await seen(tx, first, hides);
  if (node === undefined) return { found: [], ordered: true };
  const circle = (await circlesOf(tx, [node.id])).get(node.id) ?? 0;
  const by = "id" in target ? undefined : target;
  return { found: [{ circle, owners: [], node, by }], ordered: true };
}

/** What each of these means, together: their nodes, and by which name they were found. Who is hidden is meant by nothing. */
export async function findMeant(
  tx: Tx,
  targets: readonly Target[],
  hides: Hides = async () => false,
): Promise<readonly Meant[]> {
  const sides: Side<Meant>[] = [];
  for (const target of targets) sides.push(await sideOf(tx, target, hides));
  return chosenOf(sides);
}
