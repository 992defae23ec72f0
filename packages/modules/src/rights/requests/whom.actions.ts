// Whose data a request is about. A person's own: what is proven from the identifier they signed in with. Staff's: everything
// that hangs together as the person, what browsers said too.
import { Refusal } from "@somlos/contract";
import type { ScopeWish } from "@somlos/contract/rooms/rights";
import type { Tx } from "@somlos/kernel/db";
import type { Named, Scope, Whom } from "@somlos/kernel/rights";
import { identifierOf, kindOf, type Naming } from "../../events/index.ts";
import {
  circleOfNodes,
  findNodes,
  findNodesOfPerson,
  findSelf,
  listProvenOf,
  listShownOf,
  listStreamsOf,
  loadPerson,
  nameAgain,
} from "../../identity/index.ts";
import type { Entry } from "../tombstones/journal-line.ts";
import type { Request } from "./requests.store.ts";

/** Of what is asked, the identifier must be theirs. */
export function scopeOf(naming: Naming, wish: ScopeWish, own: readonly Named[]): Scope {
  if (wish.kind !== "identifier") return wish;
  const kind = kindOf(wish.identifier.kind);
  const value = kind === undefined ? undefined : identifierOf(naming, kind, wish.identifier.value)?.value;
  const theirs = own.find((one) => one.kind === kind && one.value === value);
  if (value === undefined || theirs === undefined) throw new Refusal("me.not_found");
  return { kind: "identifier", fp: theirs.fp };
}

/** Of these what is proven to be the person's. */
export async function provenIn(tx: Tx, personId: string, identifiers: readonly Named[]): Promise<Named[]> {
  const proven = new Set(await listProvenOf(tx, personId));
  return identifiers.filter((one) => proven.has(one.fp));
}

/** Whose things a copy is, now: of whoever asked for themselves what is proven, of whom staff asked for everything. */
export async function nodesNow(tx: Tx, of: Pick<Request, "fp" | "personId">): Promise<readonly string[]> {
  if (of.fp !== null) return [of.fp, ...(await findSelf(tx, of.fp)).nodes];
  const found = of.personId === null ? undefined : await loadPerson(tx, of.personId);
  return found === undefined ? [] : (await findNodesOfPerson(tx, found.id)).nodes;
}

/** A copy holds what may be shown to the person; an erasure takes what is only kept with them too. Of an identifier that identity has not heard of, there is the identifier. */
export async function whomOf(tx: Tx, of: Pick<Request, "kind" | "fp" | "personId" | "scope">): Promise<Whom> {
  const found =
    of.fp === null
      ? await (of.personId === null ? findNodes(tx, []) : findNodesOfPerson(tx, of.personId))
      : await findNodes(tx, (await findSelf(tx, of.fp)).nodes);
  const more =
    of.fp === null || found.identifiers.some((one) => one.fp === of.fp)
      ? []
      : [{ fp: of.fp, kind: "unknown", value: "" }];
  const nodes = [...found.nodes, ...more.map((one) => one.fp)];
  const list = of.kind === "export" ? listShownOf : listStreamsOf;
  const parts = await list(tx, of.scope.kind === "identifier" ? [of.scope.fp] : nodes);
  const { owners: _, ...columns } = parts;
  const circle = await circleOfNodes(tx, nodes);
  return { ids: found.ids, nodes, identifiers: [...found.identifiers, ...more], parts: columns, circle };
}

/** After a restore: the identifiers are named by what the restored tables hold of them. */
export const whomAgain = async (tx: Tx, { ids, nodes, fps, parts, circle }: Entry): Promise<Whom> => {
  const named = await nameAgain(tx, fps);
  const known = new Set(named.map((one) => one.fp));
  const nameless = fps.filter((fp) => !known.has(fp)).map((fp) => ({ fp, kind: "unknown", value: "" }));
  return { ids, nodes, parts, circle, identifiers: [...named, ...nameless] };
};
