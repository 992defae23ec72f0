// Whom a colleague sees: the one wall, asked by every door that names people. Somebody behind it is not there.
import { type Permission, permissionsOf } from "@somlos/contract";
import type { Tx } from "@somlos/kernel/db";
import type { Caller } from "@somlos/kernel/http";
import { listCirclesOf, type Reach } from "../../company/index.ts";
import { circlesOf } from "../circles.store.ts";
import { countPeople } from "../identity.store.ts";
import { listAllProtected, listProtected } from "../rights/protected.store.ts";
import { listRestricted } from "../rights/restricted.store.ts";
import { listOfAddresses } from "./sight.store.ts";

export type Sight = {
  /** The circles whose people a permission of the caller's reaches; undefined: every one. */
  circles(tx: Tx, caller: Caller, may: Permission): Promise<readonly number[] | undefined>;
  /** Those of these people, by any of their ids or nodes, who are not there for the caller. */
  hidden(tx: Tx, caller: Caller, may: Permission, personIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of these people whose use is restricted: `closed` to a colleague who does not answer for their rights. */
  restricted(
    tx: Tx,
    caller: Caller,
    personIds: readonly string[],
  ): Promise<{ readonly all: ReadonlySet<string>; readonly closed: ReadonlySet<string> }>;
  /** How many people there are for the caller; null: not counted, since whole legal entities are not there for them. */
  count(tx: Tx, caller: Caller, may: Permission): Promise<number | null>;
  /** Whether nobody at all is behind the wall. */
  seesAll(tx: Tx, caller: Caller, may: Permission): Promise<boolean>;
  /** Those of these mail addresses that are known only of such people. */
  hiddenAddresses(
    tx: Tx,
    caller: Caller,
    may: Permission,
    addresses: readonly string[],
  ): Promise<ReadonlySet<string>>;
};

type ReachOf = (tx: Tx, staffId: string) => Promise<readonly Reach[]>;

const NOBODY: ReadonlySet<string> = new Set();

/** Keys are the retailer's own systems, and a customer asks for what is theirs: the wall is between colleagues. */
export function openSight(reachOf: ReachOf): Sight {
  const circlesIn = async (tx: Tx, grants: readonly Reach[], may: Permission) => {
    const mine = grants.filter(({ role }) => permissionsOf[role].includes(may));
    const entities = mine.map(({ legalEntityId }) => legalEntityId);
    if (entities.includes(null)) return undefined;
    const circles = mine.length === 0 ? [] : await listCirclesOf(tx);
    // Those whom an entity knows now, with whomever it shares, and those whom it collected before it shared.
    return circles.flatMap(({ entityId, now, own }) => (entities.includes(entityId) ? [now, own] : []));
  };
  const hidden: Sight["hidden"] = async (tx, caller, may, personIds) => {
    if (caller.kind !== "staff" || personIds.length === 0) return NOBODY;
    const grants = await reachOf(tx, caller.staffId);
    const seen = await circlesIn(tx, grants, may);
    const seenProtected = await circlesIn(tx, grants, "people.protected");
    const guarded = seenProtected === undefined ? NOBODY : await listProtected(tx, personIds);
    if (seen === undefined && guarded.size === 0) return NOBODY;
    const circles = await circlesOf(tx, personIds);
    const sees = (written: string) => {
      const id = written.toLowerCase(); // as the database writes it
      const circle = circles.get(id);
      if (circle === undefined) return true; // nobody's id
      if (seen?.includes(circle) === false) return false;
      return !guarded.has(id) || seenProtected?.includes(circle) === true;
    };
    return new Set(personIds.filter((id) => !sees(id)));
  };
  const circles: Sight["circles"] = async (tx, caller, may) =>
    caller.kind === "staff" ? circlesIn(tx, await reachOf(tx, caller.staffId), may) : undefined;
  /** How many protected people are not there, for who sees every circle. */
  const behind = async (tx: Tx, caller: Caller, may: Permission): Promise<number> =>
    (await hidden(tx, caller, may, await listAllProtected(tx))).size;

  return {
    circles,
    hidden,
    async restricted(tx, caller, personIds) {
      const all = await listRestricted(tx, personIds);
      if (all.size === 0) return { all, closed: NOBODY };
      if (caller.kind === "staff" && caller.may.includes("rights.manage"))
        return { all, closed: await hidden(tx, caller, "rights.manage", [...all]) };
      return { all, closed: all };
    },
    async count(tx, caller, may) {
      if ((await circles(tx, caller, may)) !== undefined) return null;
      return (await countPeople(tx)) - (await behind(tx, caller, may));
    },
    seesAll: async (tx, caller, may) =>
      (await circles(tx, caller, may)) === undefined && (await behind(tx, caller, may)) === 0,
    async hiddenAddresses(tx, caller, may, addresses) {
      if (caller.kind !== "staff") return NOBODY;
      const known = Map.groupBy(await listOfAddresses(tx, addresses), ({ value }) => value);
      const ids = [...known.values()].flatMap((nodes) => nodes.map(({ id }) => id));
      const unseen = await hidden(tx, caller, may, ids);
      return new Set(
        addresses.filter((address) => known.get(address.toLowerCase())?.every(({ id }) => unseen.has(id))),
      );
    },
  };
}
