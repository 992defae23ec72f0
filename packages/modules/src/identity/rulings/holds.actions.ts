// What would hold of people after a ruling: looked up when the preview was taken back, so that nobody waits for it.
import { type Holds, MOST_LINES } from "@somlos/contract/rooms/identity-holds";
import type { Tx } from "@somlos/kernel/db";
import { listMine } from "../households/households.actions.ts";
import type { MyHousehold } from "../households/households.rules.ts";
import { listProvenOf } from "../households/shares.store.ts";
import type { IdentityHouse } from "../identity.house.ts";
import type { Effect } from "./effect.actions.ts";
import { lineOf, type Ways } from "./turn.rules.ts";

const MOST_PEOPLE = 8;

/** What lies with who people are, and is seen only while they are it. */
export type Stand = {
  readonly homes: ReadonlyMap<string, readonly MyHousehold[]>;
  readonly young: ReadonlySet<string>;
};

export async function standOf(
  { foresight }: Pick<IdentityHouse, "foresight">,
  tx: Tx,
  now: Date,
  ids: readonly string[],
): Promise<Stand> {
  const homes = new Map<string, readonly MyHousehold[]>();
  for (const id of ids) homes.set(id, await listMine(tx, await listProvenOf(tx, id)));
  return { homes, young: await foresight.youngAmong(tx, now, ids) };
}

export const firstOf = (people: readonly { readonly id: string }[]): string[] =>
  people.slice(0, MOST_PEOPLE).map(({ id }) => id);

const ABSENT = { member: false, others: 0, shares: 0, rests: 0, sees: 0 } as const;
function placeIn(stand: Stand, id: string, household: string) {
  const home = stand.homes.get(id)?.find((one) => one.household.id === household);
  if (home === undefined) return ABSENT;
  const rests = home.shares.filter((share) => share.rests).length;
  return {
    ...{ member: true, others: home.others.length, rests },
    ...{ shares: home.shares.length - rests, sees: home.sharedWithMe.length },
  };
}

function householdsOf(
  people: { readonly now: readonly { id: string }[]; readonly after: readonly { id: string }[]; ways: Ways },
  stands: { readonly now: Stand; readonly after: Stand },
): Holds["households"] {
  const all = [stands.now, stands.after].flatMap(({ homes }) => [...homes.values()].flat());
  const ids = [...new Set(all.map(({ household }) => household.id))];
  return ids.flatMap((id) => {
    const line = lineOf(people, (who, is) => placeIn(stands[is], who.id, id));
    return line === undefined ? [] : [{ id, ...line }];
  });
}

/** `after`: as it stood while the ruling held. `staffId`: who is told, of what their grants reach. */
export async function holdsOf(
  house: Pick<IdentityHouse, "foresight">,
  tx: Tx,
  now: Date,
  staffId: string,
  { effect, after }: { readonly effect: Effect; readonly after: Stand },
): Promise<Holds> {
  const before = await standOf(house, tx, now, firstOf(effect.before));
  const told = (people: Effect["before"], { young }: Stand) =>
    people.slice(0, MOST_PEOPLE).map((one) => ({ ...one, young: young.has(one.id) }));
  const turn = {
    ...{ now: told(effect.before, before), after: told(effect.after, after) },
    ways: effect.moves.map(({ from, to }) => [from, to] as const),
  };
  const lines = await house.foresight.linesOf(tx, now, staffId, turn);
  const households = householdsOf(turn, { now: before, after });
  const { permissions, minor, dial, wishes } = lines;
  const first = <L>(list: readonly L[]): L[] => list.slice(0, MOST_LINES);
  return {
    ...{ permissions: first(permissions), minor, dial: first(dial), wishes: first(wishes) },
    households: first(households),
    left: [permissions, dial, wishes, households].reduce(
      (sum, list) => sum + Math.max(0, list.length - MOST_LINES),
      0,
    ),
    people: [effect.before, effect.after].reduce(
      (sum, { length }) => sum + Math.max(0, length - MOST_PEOPLE),
      0,
    ),
  };
}
